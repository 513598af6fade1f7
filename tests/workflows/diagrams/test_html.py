import json
import re
from html.parser import HTMLParser

from coditect.workflows.diagrams import Page, Table, render
from tests.workflows.diagrams import samples

HOSTILE_PAGE = Page(
    samples.HOSTILE[0],
    "\n".join(samples.HOSTILE),
    (Table(samples.HOSTILE[1], samples.HOSTILE, (samples.HOSTILE, samples.HOSTILE)),),
    {"hostile": list(samples.HOSTILE), "end": "</script><script>alert(2)</script>"},
)


class Elements(HTMLParser):
    """The elements of a page, their attributes and their text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: dict[str, str] = {}
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes.update({name: value or "" for name, value in attrs})

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(page: Page | None = None) -> Elements:
    elements = Elements()
    elements.feed(render(samples.hostile(), "html", page=page).decode())
    return elements


def test_hostile_text_stays_text() -> None:
    elements = parsed(HOSTILE_PAGE)
    assert elements.names.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base", "form"} & set(elements.names)
    assert not [name for name in elements.attributes if name.startswith("on")]
    assert "<img src=x onerror=alert(1)>" in elements.text


def test_data_is_given_whole() -> None:
    document = render(samples.small(), "html", page=HOSTILE_PAGE).decode()
    embedded = re.search(r'<script type="application/json" id="data">(.*?)</script>', document, re.DOTALL)
    assert embedded is not None
    assert json.loads(embedded[1]) == HOSTILE_PAGE.data


def test_nothing_is_asked_from_outside() -> None:
    document = render(samples.hostile(), "html", page=HOSTILE_PAGE).decode()
    elements = parsed(HOSTILE_PAGE)
    assert not {"src", "href", "srcset", "action", "data", "poster", "ping"} & elements.attributes.keys()
    assert "url(" not in document
    assert "@import" not in document
    assert "default-src 'none'" in document


def test_the_page_follows_light_and_dark() -> None:
    document = render(samples.small(), "html").decode()
    assert "@media (prefers-color-scheme:dark)" in document
    assert '<meta name="color-scheme" content="light dark">' in document


def test_a_diagram_that_comes_alone_has_its_own_tables() -> None:
    document = render(samples.medium(), "html").decode()
    for cell in ("Fill in the expense report", "Document agent", "System", "Agent", "rule"):
        assert f"<td>{cell}</td>" in document


def test_every_table_has_headed_columns() -> None:
    page = Page("Title", "Summary", (Table("Things", ("Name", "Size"), (("one", "1"),)),))
    document = render(samples.small(), "html", page=page).decode()
    assert '<th scope="col">Name</th><th scope="col">Size</th>' in document
    assert "<td>one</td><td>1</td>" in document
    assert "application/json" not in document
