"""Reads what was written, by XML alone, to see what a program would find in it."""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMN_NODES = {
    "startEvent", "endEvent", "intermediateCatchEvent", "task", "userTask", "serviceTask", "manualTask", "sendTask",
    "receiveTask", "businessRuleTask", "subProcess", "exclusiveGateway", "parallelGateway",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """How many there are of each."""

    lanes: int
    nodes: int
    edges: int


def in_svg(document: bytes) -> Found:
    root = ET.fromstring(document)
    lanes = {one.get("data-lane-id") for one in root.iter(f"{SVG}g")} - {None}
    nodes = [one for one in root.iter(f"{SVG}g") if one.get("data-node-id") is not None]
    edges = {one.get("data-edge") for one in root.iter(f"{SVG}g")} - {None}
    return Found(len(lanes), len(nodes), len(edges))


def in_bpmn(document: bytes) -> Found:
    root = ET.fromstring(document)
    nodes = [one for one in root.iter() if one.tag.removeprefix(BPMN) in BPMN_NODES]
    return Found(len(root.findall(f".//{BPMN}lane")), len(nodes), len(root.findall(f".//{BPMN}sequenceFlow")))


def in_mermaid(document: bytes) -> Found:
    lines = document.decode().splitlines()
    body = lines[lines.index("flowchart LR") :]
    lanes = sum(line.startswith("  subgraph ") for line in body)
    nodes = sum(bool(re.match(r"    n\d+[\[({]", line)) for line in body)
    edges = sum(bool(re.match(r"  n\d+ -->", line)) for line in body)
    return Found(lanes, nodes, edges)


def in_html(document: bytes) -> Found:
    text = document.decode()
    return in_svg(text[text.index("<svg") : text.index("</svg>") + len("</svg>")].encode())


def in_dot(document: bytes) -> Found:
    lines = document.decode().splitlines()
    lanes = sum(line.startswith("  subgraph cluster_") for line in lines)
    nodes = sum(bool(re.match(r"    n\d+ \[", line)) for line in lines)
    return Found(lanes, nodes, sum(bool(re.match(r"  n\d+ -> n\d+", line)) for line in lines))


def in_plantuml(document: bytes) -> Found:
    lines = document.decode().splitlines()
    lanes = sum(line.startswith('frame "') for line in lines)
    nodes = sum(bool(re.match(r'  (rectangle|usecase|interface) "[^"]*" as n\d+', line)) for line in lines)
    return Found(lanes, nodes, sum(bool(re.match(r"n\d+ --> n\d+", line)) for line in lines))


def in_drawio(document: bytes) -> Found:
    cells = list(ET.fromstring(document).iter("mxCell"))
    lanes = [cell for cell in cells if (cell.get("style") or "").startswith("swimlane;")]
    nodes = [cell for cell in cells if cell.get("vertex") == "1" and cell not in lanes]
    return Found(len(lanes), len(nodes), sum(cell.get("edge") == "1" for cell in cells))


def in_vsdx(document: bytes) -> Found:
    names = [one.get("NameU", "").partition(".")[0] for one in visio_page(document).iter(f"{VISIO}Shape")]
    lanes, edges = names.count("Lane"), names.count("Flow")
    return Found(lanes, len(names) - lanes - edges, edges)


VISIO = "{http://schemas.microsoft.com/office/visio/2012/main}"


def visio_page(document: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return ET.fromstring(package.read("visio/pages/page1.xml"))
