"""Diagrams of analyses: of what the rule engine finds, and of what a model may answer wrongly."""

from typing import Any

import pytest

from coditect.workflows.analysis import Analysis
from coditect.workflows.diagrams import (
    FORMATS,
    Change,
    Diagram,
    Direction,
    EventKind,
    Family,
    GatewayKind,
    NodeKind,
    TaskType,
    diagram_of,
    page_of_analysis,
    render,
)

BASIS: dict[str, Any] = {"evidence": [], "confidence": 1.0, "origin": "rule"}


def task(task_id: str, actor: str | None, kind: str = "user") -> dict[str, Any]:
    label = f"Do {task_id}"
    rest = dict.fromkeys(("duration", "frequency", "parent", "section"))
    named = {"id": task_id, "verb": "do", "object": task_id, "label": label, "type": kind, "actor": actor}
    return {**BASIS, **rest, **named, "inputs": [], "outputs": []}


def flow(number: int, start: str, end: str, condition: str | None = None) -> dict[str, Any]:
    return {**BASIS, "id": f"f{number}", "from": start, "to": end, "condition": condition}


def gateway(gateway_id: str, kind: str, direction: str, label: str | None = None) -> dict[str, Any]:
    return {**BASIS, "id": gateway_id, "kind": kind, "direction": direction, "label": label, "partner": None}


def actor(actor_id: str, name: str, kind: str) -> dict[str, Any]:
    return {**BASIS, "id": actor_id, "name": name, "aliases": [], "kind": kind}


def analysis(**changed: Any) -> Analysis:
    """A clerk checks, an approval system decides, and somebody archives."""
    whole: dict[str, Any] = {
        "title": "Invoice approval",
        "summary": "How invoices are approved.",
        "domain": "finance",
        "flags": [],
        "actors": [actor("a1", "Clerk", "role"), actor("a2", "Approval system", "system")],
        "tasks": [task("t1", "a1"), task("t2", "a2", "rule"), task("t3", None, "manual")],
        "gateways": [gateway("g1", "xor", "split", "Correct?"), gateway("g2", "xor", "join")],
        "events": [{**BASIS, "id": "e1", "kind": "start", "trigger": "message", "label": "Invoice received"}],
        "flows": [
            flow(1, "e1", "t1"),
            flow(2, "t1", "g1"),
            flow(3, "g1", "t2", "yes"),
            flow(4, "g1", "g2", "no"),
            flow(5, "t2", "g2"),
            flow(6, "g2", "t3"),
        ],
        "build_tasks": [],
        "mentions": [],
        "relations": [],
        "raci": [],
        "orphan_tasks": ["t3"],
        "completeness": {"percent": 80, "missing": []},
        "conflicts": [],
        "links": [],
        "quality": {"value": 70, "reasons": []},
        "analysts": {},
    }
    return Analysis.model_validate({**whole, **changed})


def designed(
    as_is: dict[str, Any], to_be: dict[str, Any] | None = None, changes: tuple[Any, ...] = ()
) -> Analysis:
    rest: dict[str, Any] = {"decision_points": [], "exception_handlers": [], "sub_processes": []}
    design = {"as_is": {**rest, **as_is}, "to_be": {**rest, **(to_be or as_is)}, "changes": changes}
    return analysis(analysts={"process-designer": design})


def node(node_id: str, kind: str, lane: str, ref: str | None = None, label: str = "") -> dict[str, Any]:
    return {"id": node_id, "kind": kind, "label": label or node_id, "lane": lane, "ref": ref}


LANES = [{"id": "l1", "name": "Clerk", "actor": "a1"}, {"id": "l2", "name": "Approval system", "actor": "a2"}]


def lanes_of(diagram: Diagram) -> dict[str, str]:
    names = {lane.id: lane.label for lane in diagram.lanes}
    return {one.id: names[one.lane] for one in diagram.nodes}


def test_without_a_design_the_tasks_stand_in_the_lanes_of_their_actors() -> None:
    diagram = diagram_of(analysis())
    assert lanes_of(diagram) == {
        "t1": "Clerk",
        "t2": "Approval system",
        "t3": "Not stated",
        "g1": "Clerk",
        "g2": "Clerk",
        "e1": "Clerk",
    }
    families = {lane.label: lane.family for lane in diagram.lanes}
    assert families == {
        "Clerk": Family.PEOPLE,
        "Approval system": Family.SYSTEM,
        "Not stated": Family.NEUTRAL,
    }
    assert diagram.title == "Invoice approval"
    assert diagram.description == "How invoices are approved."
    assert [(edge.source, edge.target, edge.label) for edge in diagram.edges][2:4] == [
        ("g1", "t2", "yes"),
        ("g1", "g2", "no"),
    ]


def test_nodes_are_what_the_decomposition_says() -> None:
    nodes = {one.id: one for one in diagram_of(analysis()).nodes}
    assert (nodes["t2"].kind, nodes["t2"].task, nodes["t2"].label) == (NodeKind.TASK, TaskType.RULE, "Do t2")
    assert (nodes["g1"].gateway, nodes["g1"].direction, nodes["g1"].label) == (
        GatewayKind.XOR,
        Direction.SPLIT,
        "Correct?",
    )
    assert nodes["g2"].direction is Direction.JOIN
    assert (nodes["e1"].kind, nodes["e1"].event) == (NodeKind.START, EventKind.MESSAGE)
    assert {one.source_id for one in nodes.values()} == nodes.keys()


def test_the_design_is_drawn_when_there_is_one() -> None:
    graph = {
        "lanes": LANES,
        "nodes": [
            node("n1", "task", "l1", "t1", "Check the invoice"),
            node("n2", "subprocess", "l2", "t2"),
            node("n3", "gateway", "l1"),
            node("n4", "event", "l1"),
        ],
        "flows": [flow(1, "n1", "n3"), flow(2, "n2", "n3"), flow(3, "n3", "n4")],
    }
    nodes = {one.id: one for one in diagram_of(designed(graph), title="Mine").nodes}
    assert (nodes["n1"].label, nodes["n1"].task, nodes["n1"].source_id) == (
        "Check the invoice",
        TaskType.USER,
        "t1",
    )
    assert nodes["n2"].task is TaskType.SUBPROCESS
    assert nodes["n3"].direction is Direction.JOIN, "two ways in and one out"
    assert nodes["n4"].kind is NodeKind.END, "nothing leads on from here"


def test_what_is_automated_is_marked_in_the_process_to_be() -> None:
    graph = {
        "lanes": LANES,
        "nodes": [node("n1", "task", "l1", "t1"), node("n2", "task", "l1", "t3")],
        "flows": [],
    }
    change = {
        **BASIS,
        "id": "c1",
        "tasks": ["t1"],
        "kind": "automate",
        "rationale": "rules",
        "effect": "faster",
    }
    whole = designed(graph, changes=(change,))
    changes = {one.id: one.change for one in diagram_of(whole, of="to_be").nodes}
    assert changes == {"n1": Change.AUTOMATED, "n2": None}
    assert {one.change for one in diagram_of(whole, of="as_is").nodes} == {None}


def test_changes_are_read_from_both_graphs_not_only_from_what_is_said() -> None:
    before = {
        "lanes": LANES,
        "nodes": [node(f"n{one}", "task", "l1", f"t{one}") for one in (1, 2, 3)],
        "flows": [flow(1, "n1", "n2"), flow(2, "n2", "n3")],
    }
    after = {
        "lanes": LANES,
        "nodes": [
            node("split", "gateway", "l1"), node("n1", "task", "l1", "t1"), node("new", "task", "l1"),
            node("join", "gateway", "l1"),
        ],
        "flows": [
            flow(1, "split", "n1"), flow(2, "split", "new"), flow(3, "n1", "join"), flow(4, "new", "join"),
        ],
    }  # fmt: skip
    said = {"rationale": "said", "effect": "said"}
    changes = (
        {**BASIS, **said, "id": "c1", "tasks": ["t1", "t2"], "kind": "merge"},
        {**BASIS, **said, "id": "c2", "tasks": ["t3"], "kind": "eliminate"},
        {**BASIS, **said, "id": "c3", "tasks": ["t1", "t9"], "kind": "parallelise"},
        {**BASIS, **said, "id": "c4", "tasks": ["t9"], "kind": "automate"},
    )
    diagram = diagram_of(designed(before, to_be=after, changes=changes), of="to_be")
    nodes = {one.id: one for one in diagram.nodes}
    assert (nodes["n1"].change, nodes["new"].change) == (Change.MERGED, Change.ADDED)
    assert diagram.removed == ("n3",)
    assert {nodes["split"].gateway, nodes["join"].gateway} == {GatewayKind.AND}, "no way has a condition"
    assert diagram.title.endswith(": as it could be")
    drawing = render(diagram, "svg").decode()
    assert "No longer needed: n3" in drawing
    assert drawing.count(">merged<") == 2, "on the step and in the key"


def test_what_does_not_fit_together_is_set_right() -> None:
    graph = {
        "lanes": [*LANES, LANES[0], {"id": "l3", "name": "Nobody's", "actor": None}],
        "nodes": [
            node("n1", "task", "l1", "no such task"),
            node("n1", "task", "l2"),
            node("n2", "gateway", "no such lane", "no such gateway"),
        ],
        "flows": [flow(1, "n1", "n2"), flow(2, "n1", "missing"), flow(3, "missing", "n2")],
    }
    diagram = diagram_of(designed(graph))
    assert lanes_of(diagram) == {"n1": "Clerk", "n2": "Not stated"}
    assert [(edge.source, edge.target) for edge in diagram.edges] == [("n1", "n2")]


def test_an_analysis_without_tasks_gives_an_empty_diagram() -> None:
    diagram = diagram_of(analysis(tasks=[], gateways=[], events=[], flows=[]))
    assert (diagram.lanes, diagram.nodes, diagram.edges) == ((), (), ())


def test_gateways_that_only_know_each_other_are_not_assigned() -> None:
    lonely = analysis(tasks=[], events=[], flows=[flow(1, "g1", "g2"), flow(2, "g2", "g1")])
    assert set(lanes_of(diagram_of(lonely)).values()) == {"Not stated"}


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_can_be_written_of_an_analysis(format_name: str) -> None:
    whole = analysis()
    assert render(diagram_of(whole), format_name, page=page_of_analysis(whole))


def test_the_page_shows_what_was_found_and_nothing_empty() -> None:
    flag = {"code": "instructions_in_text", "message": "The text gives orders <b>to us</b>.", "evidence": []}
    page = page_of_analysis(analysis(flags=[flag]), title="Mine")
    assert page.title == "Mine"
    assert [table.title for table in page.tables] == ["Please note", "Tasks", "Actors"]
    assert page.tables[0].rows == (("Instructions in text", "The text gives orders <b>to us</b>."),)
    assert page.tables[1].rows[0] == ("1", "Do t1", "Clerk", "user", "")
    assert page.tables[1].rows[2][2] == "Not stated"
    assert page.tables[2].rows[1] == ("Approval system", "system", "", "1")
    assert page.data == analysis(flags=[flag]).model_dump(mode="json")
