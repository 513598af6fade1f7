import io
import posixpath
import zipfile
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, render
from tests.workflows.diagrams import samples
from tests.workflows.diagrams.readers import VISIO, visio_page

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"


def test_every_part_is_declared_and_every_relation_leads_to_one() -> None:
    with zipfile.ZipFile(io.BytesIO(render(samples.small(), "vsdx"))) as package:
        assert package.testzip() is None
        parts = set(package.namelist())
        types = ET.fromstring(package.read("[Content_Types].xml"))
        declared = {
            one.get("PartName", "").lstrip("/") for one in types.iter(f"{PACKAGE}content-types}}Override")
        }
        assert declared == {part for part in parts if part.startswith("visio/") and part.endswith(".xml")}
        for part in parts:
            if part.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(part))
                for relation in ET.fromstring(package.read(part)):
                    assert posixpath.join(folder, relation.get("Target", "")) in parts


@settings(deadline=None, max_examples=60)
@given(samples.diagrams())
def test_every_connector_is_glued_to_two_shapes(diagram: Diagram) -> None:
    page = visio_page(render(diagram, "vsdx"))
    names = {one.get("ID"): one.get("NameU", "").partition(".")[0] for one in page.iter(f"{VISIO}Shape")}
    glued = [(one.get("FromSheet"), one.get("ToSheet")) for one in page.iter(f"{VISIO}Connect")]
    assert len(glued) == 2 * len(diagram.edges)
    assert {names[connector] for connector, _ in glued} <= {"Flow"}
    assert {names[shape] for _, shape in glued} <= {"Task", "Gateway", "Start", "End", "Event"}


def test_labels_survive_as_they_are() -> None:
    diagram = samples.hostile()
    page = visio_page(render(diagram, "vsdx"))
    texts = {one.get("NameU", ""): one.findtext(f"{VISIO}Text", "") for one in page.iter(f"{VISIO}Shape")}
    tasks = [text for name, text in texts.items() if name.startswith("Task.")]
    assert tasks == [node.label for node in diagram.nodes if node.kind == "task"]


def test_shapes_lie_on_the_page() -> None:
    document = render(samples.large(), "vsdx")
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        pages = ET.fromstring(package.read("visio/pages/pages.xml"))
    size = {one.get("N"): float(one.get("V", "nan")) for one in pages.iter(f"{VISIO}Cell")}
    for shape in visio_page(document).iter(f"{VISIO}Shape"):
        cells = {one.get("N"): one.get("V", "") for one in shape.findall(f"{VISIO}Cell")}
        assert 0 < float(cells["PinX"]) < size["PageWidth"]
        assert 0 < float(cells["PinY"]) < size["PageHeight"]
