import html
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, render
from coditect.workflows.diagrams.geometry import Box
from coditect.workflows.diagrams.layout import layout
from tests.workflows.diagrams import samples


def cells(diagram: Diagram) -> dict[str, ET.Element]:
    root = ET.fromstring(render(diagram, "drawio"))
    found = list(root.iter("mxCell"))
    assert len({cell.get("id") for cell in found}) == len(found), "two cells have one id"
    return {cell.get("id", ""): cell for cell in found}


@settings(deadline=None, max_examples=60)
@given(samples.diagrams())
def test_no_edge_dangles_and_every_parent_exists(diagram: Diagram) -> None:
    found = cells(diagram)
    for cell in found.values():
        assert cell.get("id") == "0" or cell.get("parent") in found
        if cell.get("edge"):
            assert (cell.get("source") or "").startswith("node")
            assert cell.get("source") in found
            assert cell.get("target") in found


def test_labels_are_escaped_for_the_html_that_draw_io_takes_them_for() -> None:
    diagram = samples.hostile()
    values = [
        cell.get("value", "") for cell in cells(diagram).values() if cell.get("id", "").startswith("node")
    ]
    assert not [value for value in values if "<" in value]
    assert [html.unescape(value) for value in values] == [node.label for node in diagram.nodes]


def test_shapes_stand_where_the_layout_put_them() -> None:
    found = cells(samples.medium())
    placed = layout(samples.medium(), task_height=64)
    for number, node in enumerate(placed.nodes, 1):
        cell = found[f"node{number}"]
        lane = box_of(found[cell.get("parent", "")])
        box = box_of(cell)
        assert abs(lane.x + box.x - node.box.x) < 0.11
        assert abs(lane.y + box.y - node.box.y) < 0.11


def box_of(cell: ET.Element) -> Box:
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    return Box(*(float(geometry.get(name, "nan")) for name in ("x", "y", "width", "height")))
