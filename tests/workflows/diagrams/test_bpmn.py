"""BPMN that others can read: by its schema here, by bpmn-js in `test_foreign`."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from lxml import etree

from coditect.workflows.diagrams import Diagram, render
from tests.workflows.diagrams import samples
from tests.workflows.diagrams.readers import BPMN

DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
SCHEMAS = Path(__file__).parents[2] / "tools/node_modules/bpmn-moddle/resources/bpmn/xsd"


@cache
def schema() -> etree.XMLSchema:
    if not SCHEMAS.is_dir():
        pytest.fail("the BPMN schemas are missing: run `make setup`, or `npm ci` in tests/tools")
    return etree.XMLSchema(etree.parse(SCHEMAS / "BPMN20.xsd"))


def problems(diagram: Diagram) -> str:
    """What the schema says against the document; empty if nothing."""
    try:
        schema().assertValid(etree.fromstring(render(diagram, "bpmn")))
    except etree.DocumentInvalid as invalid:
        return str(invalid)
    return ""


@pytest.mark.parametrize("diagram", [samples.small, samples.medium, samples.large, samples.hostile])
def test_documents_follow_the_schema(diagram: Callable[[], Diagram]) -> None:
    assert not problems(diagram())


@settings(deadline=None, max_examples=60)
@given(samples.diagrams())
def test_any_diagram_follows_the_schema(diagram: Diagram) -> None:
    assert not problems(diagram)


def test_the_schema_would_notice() -> None:
    document = render(samples.small(), "bpmn").replace(b"<process ", b'<process isClosed="perhaps" ')
    assert not schema().validate(etree.fromstring(document))


def test_everything_has_a_shape_and_every_reference_leads_somewhere() -> None:
    root = ET.fromstring(render(samples.medium(), "bpmn"))
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    references = {
        one.text for name in ("incoming", "outgoing", "flowNodeRef") for one in root.iter(f"{BPMN}{name}")
    }
    references |= {
        one.get(end) for one in root.iter(f"{BPMN}sequenceFlow") for end in ("sourceRef", "targetRef")
    }
    assert references <= ids
    shapes = [one.get("bpmnElement") for one in root.iter(f"{DI}BPMNShape")]
    edges = [one.get("bpmnElement") for one in root.iter(f"{DI}BPMNEdge")]
    assert len(shapes) == len(set(shapes)) == 1 + 5 + 18
    assert len(edges) == len(set(edges)) == 21
    assert {*shapes, *edges} <= ids


def test_types_become_the_elements_of_bpmn() -> None:
    root = ET.fromstring(render(samples.medium(), "bpmn"))
    found = {one.get("name"): one.tag.removeprefix(BPMN) for one in root.find(f"{BPMN}process") or ()}
    assert found["Fill in the expense report"] == "userTask"
    assert found["Approve the exceptional amount"] == "businessRuleTask"
    assert found["Notify the employee"] == "sendTask"
    assert found["Transfer the money"] == "subProcess"
    assert found["Next payment run"] == "intermediateCatchEvent"
    assert found["Amount over 1,000 euros?"] == "exclusiveGateway"
    directions = [one.get("gatewayDirection") for one in root.iter(f"{BPMN}parallelGateway")]
    assert directions == ["Diverging", "Converging"]


def test_labels_survive_as_they_are() -> None:
    diagram = samples.hostile()
    root = ET.fromstring(render(diagram, "bpmn"))
    names = [
        one.get("name", "") for one in root.find(f"{BPMN}process") or () if one.tag != f"{BPMN}sequenceFlow"
    ]
    assert [name for name in names if name] == [node.label for node in diagram.nodes if node.label]


def test_shapes_lie_inside_their_lanes() -> None:
    root = ET.fromstring(render(samples.large(), "bpmn"))
    boxes = {one.get("bpmnElement"): one.find(f"{DC}Bounds") for one in root.iter(f"{DI}BPMNShape")}

    def span(element: str) -> tuple[float, float]:
        bounds = boxes[element]
        assert bounds is not None
        top = float(bounds.get("y", "nan"))
        return top, top + float(bounds.get("height", "nan"))

    for lane in root.iter(f"{BPMN}lane"):
        top, bottom = span(lane.get("id", ""))
        for member in lane.iter(f"{BPMN}flowNodeRef"):
            node_top, node_bottom = span(member.text or "")
            assert top < node_top < node_bottom < bottom
