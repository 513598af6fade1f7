"""Reads what was written, by XML alone, to see what a program would find in it."""

import re
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
