"""Files become descriptions; what cannot be read says why."""

import io
import zipfile

import pytest
from pypdf import PdfWriter

from coditect.workflows.limits import MAX_DESCRIPTION_BYTES
from coditect.workflows.uploads.reading import MOST_XML_BYTES, Problem, read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(body: str, head: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
    return packed.getvalue()


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _pdf(text: str, password: str | None = None) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    made += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    if password is None:
        return made
    writer = PdfWriter(clone_from=io.BytesIO(made))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def test_each_kind_gives_its_text() -> None:
    numbered = "<w:pPr><w:numPr/></w:pPr>"
    word = _docx(
        _paragraph("Invoices")
        + _paragraph("The clerk checks it.", numbered)
        + "<w:del>"
        + _paragraph("Not this.")
        + "</w:del>"
    )
    assert read("a.DOCX", word) == "Invoices\n- The clerk checks it."
    assert read("a.pdf", _pdf("The clerk checks the invoice.")) == "The clerk checks the invoice."
    assert (
        read("a.md", b"# Invoices\r\n\r\n\r\n\r\n- The clerk pays.\r\n") == "# Invoices\n\n- The clerk pays."
    )
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert read("a.txt", "The café pays 5 €.".encode(encoding)) == "The café pays 5 €."


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.exe", b"MZ", "Choose a .txt"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n ", "no text"),
        ("a.txt", bytes(range(256)), "encoding"),
        ("a.txt", _docx(_paragraph("x")), "no plain text"),
        ("a.pdf", b"The clerk pays.", "is none"),
        ("a.pdf", b"%PDF-1.7 broken", "damaged"),
        ("a.pdf", _pdf(""), "text recognition"),
        ("a.pdf", _pdf("The clerk pays.", "secret"), "password"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(100), "without a password"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.docx", _docx("<w:p>"), "damaged or hostile"),
        ("a.docx", _docx(_paragraph("&x;"), '<!DOCTYPE d [<!ENTITY x "boom">]>'), "damaged or hostile"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, words: str) -> None:
    problem = read(name, content)
    assert isinstance(problem, Problem)
    assert problem.fault == "unreadable"
    assert words in problem.message


def test_too_much_text_is_told_apart() -> None:
    bomb = _docx("<w:p>" + " " * (MOST_XML_BYTES + 1) + "</w:p>")
    assert len(bomb) < MOST_XML_BYTES / 100
    for name, content in (
        ("a.docx", bomb),
        ("a.docx", _docx(_paragraph("x" * 9 * MAX_DESCRIPTION_BYTES))),
        ("a.txt", b"x" * (MAX_DESCRIPTION_BYTES + 1)),
    ):
        problem = read(name, content)
        assert isinstance(problem, Problem)
        assert problem.fault == "too_large"
