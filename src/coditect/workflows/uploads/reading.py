"""The text of a file. Each kind is told by its content, not by its name alone; every step has a bound."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal
from xml.sax import ContentHandler, SAXException

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from coditect.workflows.limits import MAX_DESCRIPTION_BYTES

Fault = Literal["unreadable", "too_large"]
KINDS: Final = (".txt", ".md", ".docx", ".pdf")

MOST_XML_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 2_000
MOST_PAGES = 300
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Problem:
    """Why a file gives no description."""

    fault: Fault
    message: str


class UnreadableError(Exception):
    """Carries a `Problem` out of the depth of a file."""

    def __init__(self, message: str, fault: Fault = "unreadable") -> None:
        super().__init__(message)
        self.problem = Problem(fault, message)


def read(name: str, content: bytes) -> str | Problem:
    """Return the text of a file or why there is none; a pure function that can be pickled."""
    try:
        return _bounded(_tidy(_text(PurePath(name).suffix.lower(), content)))
    except UnreadableError as error:
        return error.problem


def _bounded(text: str) -> str:
    if not text:
        raise UnreadableError("The file has no text.")
    size = len(text.encode())
    if size > MAX_DESCRIPTION_BYTES:
        raise UnreadableError(
            f"The file has {size // 1024} KB of text; {MAX_DESCRIPTION_BYTES // 1024} KB are allowed."
            " Split it by process and analyse the parts.",
            "too_large",
        )
    return text


def _text(suffix: str, content: bytes) -> str:
    if not content:
        raise UnreadableError("The file is empty.")
    if suffix not in KINDS:
        raise UnreadableError("Choose a .txt, .md, .docx or .pdf file.")
    kind = _kind_of(content)
    if suffix == ".pdf":
        if kind != "pdf":
            raise UnreadableError("The file is named .pdf but is none. Save it anew as PDF.")
        return _pdf(content)
    if suffix == ".docx":
        if kind == "old_office":
            raise UnreadableError(
                "This is an old Word file or one with a password. Save it as .docx without a password."
            )
        if kind != "zip":
            raise UnreadableError("The file is named .docx but is none. Save it anew from Word.")
        return _docx(content)
    if kind is not None:
        raise UnreadableError(f"The file is named {suffix} but has no plain text. Name it by what it is.")
    return _plain(content)


def _kind_of(content: bytes) -> Literal["pdf", "zip", "old_office"] | None:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "old_office" if content.startswith(b"\xd0\xcf\x11\xe0") else None


_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def _plain(content: bytes) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or b"\x00" in content:
            raise UnreadableError(
                "The file's text is damaged or in an unknown encoding. Save it as UTF-8."
            ) from None
        # What Windows programs write without asking.
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text or _share_of_controls(text) > 0.02:
        raise UnreadableError("The file has no plain text. Save it as UTF-8 text.")
    return text


def _share_of_controls(text: str) -> float:
    controls = sum(sign < " " and sign not in "\n\r\t\f" for sign in text)
    return controls / max(1, len(text))


def _docx(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_ENTRIES:
                raise UnreadableError("The file has too many parts.", "too_large")
            if "word/document.xml" not in archive.namelist():
                raise UnreadableError("This is no Word document. Choose a .docx file.")
            if archive.getinfo("word/document.xml").flag_bits & 1:
                raise UnreadableError("The file is encrypted. Save it without a password.")
            # What the archive says of sizes may be a lie: what comes out is counted.
            with archive.open("word/document.xml") as part:
                xml = part.read(MOST_XML_BYTES + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableError("The file is damaged. Save it anew from Word.") from error
    if len(xml) > MOST_XML_BYTES:
        raise UnreadableError("The document unpacks to far more than a description has.", "too_large")
    return _paragraphs(xml)


def _paragraphs(xml: bytes) -> str:
    words = _Words()
    parser = DefusedExpatParser()
    parser.setFeature("http://xml.org/sax/features/namespaces", True)
    parser.setContentHandler(words)
    try:
        parser.parse(io.BytesIO(xml))
    except (SAXException, DefusedXmlException) as error:
        raise UnreadableError("The document inside the file is damaged or hostile.") from error
    return words.text()


class _Words(ContentHandler):
    """Collects paragraphs; list items become bullets and table rows lines, so that the analysts see them as such."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._line: list[str] = []
        self._inside = {"t": 0, "tc": 0, "del": 0}
        self._listed = False
        self._size = 0

    def text(self) -> str:
        return "\n".join(self._lines)

    def startElementNS(self, name: tuple[str | None, str], *_: object) -> None:  # noqa: N802
        if name[0] != _WORD:
            return
        tag = name[1]
        if tag in self._inside:
            self._inside[tag] += 1
        elif tag == "numPr":
            self._listed = True
        elif tag in {"tab", "br", "cr"} and self._line:
            self._line.append(" ")

    def endElementNS(self, name: tuple[str | None, str], *_: object) -> None:  # noqa: N802
        if name[0] != _WORD:
            return
        tag = name[1]
        if tag in self._inside:
            self._inside[tag] -= 1
        if tag == "tc":
            self._line.append(" ")
        if tag == "tr" or (tag == "p" and not self._inside["tc"]):
            self._end_line()

    def characters(self, content: str) -> None:
        if self._inside["t"] and not self._inside["del"]:
            self._size += len(content)
            if self._size > 8 * MAX_DESCRIPTION_BYTES:
                raise UnreadableError("The document has far more text than a description.", "too_large")
            self._line.append(content)

    def _end_line(self) -> None:
        line = " ".join("".join(self._line).split())
        self._lines.append(f"- {line}" if line and self._listed else line)
        self._line, self._listed = [], False


def _pdf(content: bytes) -> str:
    # Heavy and rarely needed: each process of the pool would load it at its start.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("The PDF has a password. Save it without one.")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableError(f"The PDF has more than {MOST_PAGES} pages.", "too_large")
        text = "\n\n".join(_pages(page.extract_text() for page in reader.pages))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UnreadableError("The PDF is damaged. Save it anew.") from error
    if not text.strip():
        raise UnreadableError(
            "The PDF has pictures of pages but no text. Run text recognition on it, or paste the text."
        )
    return text


def _pages(found: Iterator[str]) -> Iterator[str]:
    size = 0
    for text in found:
        size += len(text)
        if size > 8 * MAX_DESCRIPTION_BYTES:
            raise UnreadableError("The PDF has far more text than a description.", "too_large")
        # Lines of a page are not lines of the author: a line that goes on in small letters belongs to the one before.
        yield re.sub(r"(?<![.:;!?\n])\n(?=[a-z(])", " ", text)


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = "".join(sign for sign in "\n".join(lines) if sign in "\n\t" or sign >= " ")
    return re.sub(r"\n{3,}", "\n\n", kept).strip()
