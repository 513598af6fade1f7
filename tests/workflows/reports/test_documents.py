"""What holds for every document: hostile texts stay texts, the same bytes come out, nothing breaks when there is nothing."""

import io
import re
import zipfile

import docx
import openpyxl
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from coditect.workflows.diagrams import clean_label
from coditect.workflows.reports import ARTIFACTS, Material, artifact, document_of
from coditect.workflows.reports.document import Checks, Document, Picture, Section, Table
from coditect.workflows.reports.roadmap import phases
from tests.workflows.diagrams.samples import HOSTILE
from tests.workflows.reports import materials

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = [(one.name, name) for one in ARTIFACTS.values() for name in one.formats]


def texts(document: Document) -> set[str]:
    """Every cell and heading, as it must be found again."""
    found = {document.title}
    for block in document.blocks:
        if isinstance(block, Table):
            found |= {text for row in block.rows for cell in row for text in (cell.text, *cell.notes)}
        elif isinstance(block, Section):
            found.add(block.text)
        elif isinstance(block, Checks):
            found |= {text for check in block.items for text in (check.text, *check.notes)}
    return {squeezed(text) for text in found} - {""}


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", clean_label(text))


def _page(text: str) -> etree._Element:
    return etree.fromstring(text, etree.HTMLParser())


def words_of(name: str, content: bytes) -> str:
    """What a reader of the format finds, without white space, which every format wraps in its own way."""
    if name == "html":
        return squeezed("".join(map(str, _page(content.decode()).itertext())))
    if name == "md":
        rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(content.decode())
        return squeezed("".join(map(str, _page(rendered.replace("&lt;br&gt;", "\n")).itertext())))
    if name == "docx":
        body = docx.Document(io.BytesIO(content)).element.body
        return squeezed("".join(one.text or "" for one in body.iter(f"{WORD}t")))
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return squeezed(" ".join(str(value) for row in rows for value in row if value is not None))


@pytest.mark.parametrize(("name", "format_name"), [one for one in ALL if one[1] != "pdf"])
def test_hostile_texts_are_read_as_they_were_written(name: str, format_name: str) -> None:
    material = materials.hostile()
    document = document_of(material, name)
    if format_name == "xlsx":
        document = Document(document.kind, document.title, (), document.blocks)
    found = words_of(format_name, artifact(material, name, format_name))
    assert [text for text in texts(document) if text not in found] == []


@pytest.mark.parametrize("name", ARTIFACTS)
def test_html_has_no_element_that_somebody_wrote(name: str) -> None:
    page = _page(artifact(materials.hostile(), name, "html").decode())
    assert list(page.iter("script", "img", "iframe", "object", "form", "link")) == []
    names = {str(name) for element in page.iter() for name in element.attrib}
    assert [name for name in names if name.startswith("on") or name in {"href", "src"}] == []


@pytest.mark.parametrize("name", ARTIFACTS)
def test_markdown_has_no_markup_that_somebody_wrote(name: str) -> None:
    text = artifact(materials.hostile(), name, "md").decode()
    rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    page = _page(rendered)
    assert list(page.iter("em", "code", "a", "script", "pre")) == []
    assert all(str(one.get("src")).startswith("data:image/svg+xml;base64,") for one in page.iter("img"))


def test_a_cell_is_never_a_formula() -> None:
    material = materials.real()
    actors = tuple(
        one.model_copy(update={"name": f"{sign}cmd|' /C calc'!A0"})
        for one, sign in zip(material.analysis.actors, "=+-@=+-@", strict=False)
    )
    told = material.analysis.model_copy(update={"actors": actors})
    written = artifact(Material("=1+1", told), "raci", "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(written))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "=1+1" in {cell.value for cell in cells}


@pytest.mark.parametrize(("name", "format_name"), ALL)
def test_the_same_analysis_gives_the_same_bytes(name: str, format_name: str) -> None:
    first, second = (artifact(materials.real(), name, format_name) for _ in range(2))
    assert first == second
    if format_name in {"docx", "xlsx"}:
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert {one.date_time[0] for one in package.infolist()} == {1980}
            assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


@pytest.mark.parametrize(("name", "format_name"), ALL)
def test_an_empty_analysis_gives_a_document_too(name: str, format_name: str) -> None:
    assert artifact(materials.empty(), name, format_name)


def test_the_report_tells_the_summary_first_and_quotes_what_it_found() -> None:
    material = materials.real()
    report = document_of(material, "report")
    sections = [block.text for block in report.blocks if isinstance(block, Section) and block.level == 1]
    assert sections[:3] == ["Summary", "The process as it is", "The process as it could be"]
    assert {"Findings", "Automation", "Roadmap", "Appendix"} <= set(sections)
    assert sections[-1] == "Appendix"
    assert len([block for block in report.blocks if isinstance(block, Picture)]) >= 3
    notes = [
        note.strip("“”…").strip()
        for block in report.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for note in cell.notes
    ]
    description = clean_label(material.description)
    assert len(notes) > 20
    assert [note for note in notes if note not in description] == []


def test_every_requirement_and_build_task_is_in_its_document() -> None:
    material = materials.real()
    told = material.analysis.analysts.requirements_extractor
    assert told is not None
    listed = artifact(material, "requirements", "md").decode()
    ids = [one.id for one in (*told.functional, *told.non_functional, *told.business_rules, *told.data)]
    assert ids
    assert [one for one in ids if one.replace("-", "\\-") not in listed] == []
    roadmap = words_of("md", artifact(material, "roadmap", "md"))
    assert [one.title for one in material.analysis.build_tasks if squeezed(one.title) not in roadmap] == []


def test_phases_follow_what_waits_for_what_and_survive_a_circle() -> None:
    first, second, third, *_ = materials.real().analysis.build_tasks
    tasks = [
        first.model_copy(update={"depends_on": ("nowhere",)}),
        second.model_copy(update={"depends_on": (first.id,)}),
        third.model_copy(update={"depends_on": (second.id,)}),
    ]
    assert [[one.id for one in phase] for phase in phases(tasks)] == [[first.id], [second.id], [third.id]]
    circle = [tasks[0], tasks[1].model_copy(update={"depends_on": (third.id,)}), tasks[2]]
    assert [{one.id for one in phase} for phase in phases(circle)] == [{first.id}, {second.id, third.id}]


def test_the_checklist_and_the_procedure_have_every_step() -> None:
    material = materials.real()
    labels = [task.label for task in material.analysis.tasks]
    for name in ("checklist", "procedure"):
        found = words_of("docx", artifact(material, name, "docx"))
        assert [label for label in labels if squeezed(label) not in found] == []


def test_long_words_and_rtl_are_among_the_hostile_texts() -> None:
    assert any(len(word) > 200 for label in HOSTILE for word in label.split())
    assert any("\u0600" <= character <= "\u06ff" for label in HOSTILE for character in label)
