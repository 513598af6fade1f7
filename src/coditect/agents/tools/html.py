"""The readable text of a page of HTML: headings, paragraphs, lists, code, and where links lead."""

import re
from html.parser import HTMLParser
from typing import Final

_SILENT: Final = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "object"))
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "ul",
        "ol",
        "table",
        "tr",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "form",
        "figure",
        "hr",
        "title",
    ]
)
_HEADING: Final = re.compile(r"h([1-6])")


def text_of(page: str) -> str:
    """Return the text of a page; whatever the page holds, this raises nothing."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    text = "".join(reader.parts)
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []
        self._as_is = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "body":
            self._silent.clear()  # a head that nobody closed
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in {"td", "th"}:
            self.parts.append("\t")
        elif tag in _BLOCKS:
            heading = _HEADING.fullmatch(tag)
            self.parts.append(f"\n\n{'#' * int(heading[1])} " if heading else "\n")
        self._as_is += tag == "pre"
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.parts.append("\n")
        self._as_is -= tag == "pre" and self._as_is > 0
        if tag == "a" and self._links:
            link = self._links.pop()
            if link.startswith(("http://", "https://")) and not self._silent:
                self.parts.append(f" ({link})")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data if self._as_is else re.sub(r"\s+", " ", data))
