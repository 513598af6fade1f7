"""Text in files: which encoding, which line ends, and how a change is shown. Both are kept by a change."""

import codecs
import difflib
import hashlib
from dataclasses import dataclass
from typing import Final

from coditect.agents.tools.contract import FileChange, ToolRefused

_LONGEST_DIFF: Final = 60_000
_MOST_DIFFED_LINES: Final = 20_000
_LOOKED_AT: Final = 8_192
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Form:
    """How a file writes its text. `line_end` is None where lines end in different ways."""

    encoding: str
    mark: bytes
    line_end: str | None

    def encode(self, text: str, name: str) -> bytes:
        """Return the bytes of `text` in this form."""
        try:
            return self.mark + self.fitted(text).encode(self.encoding)
        except UnicodeEncodeError as error:
            raise ToolRefused(
                f"{name} is written in {self.encoding}, which has no {error.object[error.start]!r}."
            ) from None

    def fitted(self, text: str) -> str:
        """Return `text` with the line ends of the file."""
        return text.replace("\r\n", "\n").replace("\n", "\r\n") if self.line_end == "\r\n" else text


NEW: Final = Form("utf-8", b"", "\n")


def decode(data: bytes, name: str) -> tuple[str, Form]:
    """Return the text of a file and its form; refuse what is no text."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :]
    if not mark and b"\0" in body[:_LOOKED_AT]:
        raise ToolRefused(f"{name} is a binary file of {len(data)} bytes; it is not shown or edited as text.")
    for candidate in [encoding] if encoding else ["utf-8", "iso-8859-1"]:
        try:
            text = body.decode(candidate)
        except UnicodeDecodeError:
            continue
        both, single = text.count("\r\n"), text.count("\n")
        line_end = "\r\n" if both and both == single else "\n" if not both else None
        return text, Form(candidate, mark, line_end)
    raise ToolRefused(f"{name} says that it is {encoding} and is not.")


def change_of(name: str, before: bytes | None, after: bytes | None) -> FileChange:
    """Describe how a file changed; a diff that is too long is cut, and says so."""
    return FileChange(path=name, before=digest(before), after=digest(after), diff=_diff(name, before, after))


def digest(data: bytes | None) -> str | None:
    """Return the SHA-256 of a content, or None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def _diff(name: str, before: bytes | None, after: bytes | None) -> str:
    try:
        old, new = (decode(data or b"", name)[0] for data in (before, after))
    except ToolRefused:
        return f"Binary file {name}: {len(before or b'')} bytes before, {len(after or b'')} now.\n"
    old_lines, new_lines = _lines(old), _lines(new)
    if len(old_lines) + len(new_lines) > _MOST_DIFFED_LINES:
        return f"{name}: {len(old_lines)} lines before, {len(new_lines)} now; too long to compare.\n"
    source = "/dev/null" if before is None else f"a/{name}"
    target = "/dev/null" if after is None else f"b/{name}"
    shown = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old_lines, new_lines, source, target)
    )
    if len(shown) > _LONGEST_DIFF:
        return f"{shown[:_LONGEST_DIFF]}\n[the diff is cut; it has {len(shown)} characters]\n"
    return shown


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
