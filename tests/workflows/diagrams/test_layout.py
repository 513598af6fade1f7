"""What every picture must have, whatever the diagram."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, Edge, Lane, Node, NodeKind
from coditect.workflows.diagrams.geometry import Box, Layout, PlacedEdge, Point
from coditect.workflows.diagrams.layout import LANE_HEADER, layout
from tests.workflows.diagrams import samples

ALMOST = 0.001
any_diagram = settings(deadline=None, max_examples=150)


@pytest.fixture(params=[samples.small, samples.medium, samples.large], ids=["small", "medium", "large"])
def placed(request: pytest.FixtureRequest) -> Layout:
    return layout(request.param())


def check(placed: Layout) -> None:
    nodes_apart(placed)
    nodes_in_their_lanes(placed)
    edges_touch_their_nodes(placed)
    edges_keep_right_angles(placed)
    edges_cross_no_node(placed)
    labels_cover_no_node(placed)
    labels_stand_free(placed)
    strangers_share_no_line(placed)
    everything_inside(placed)


@any_diagram
@given(samples.diagrams())
def test_any_diagram_is_placed_well(diagram: Diagram) -> None:
    check(layout(diagram))


def test_real_processes_are_placed_well(placed: Layout) -> None:
    check(placed)


@any_diagram
@given(samples.diagrams())
def test_the_same_diagram_gives_the_same_picture(diagram: Diagram) -> None:
    assert layout(diagram) == layout(diagram)


def test_a_sequence_in_one_lane_is_one_straight_line() -> None:
    nodes = [Node(f"n{number}", "lane", NodeKind.TASK, "Check") for number in range(6)]
    edges = [Edge(one.id, other.id) for one, other in pairwise(nodes)]
    placed = layout(Diagram("Sequence", (Lane("lane", "Clerk"),), tuple(nodes), tuple(edges)))
    assert all(len(edge.points) == 2 for edge in placed.edges)
    assert len({edge.points[0].y for edge in placed.edges}) == 1


def test_only_the_edge_that_closes_a_loop_runs_back() -> None:
    placed = layout(samples.medium())
    assert [(edge.edge.source, edge.edge.target) for edge in placed.edges if edge.back] == [("add", "again")]


def test_a_loop_without_a_start_is_placed() -> None:
    nodes = tuple(Node(name, "lane", NodeKind.TASK, name) for name in "abc")
    edges = (Edge("a", "b"), Edge("b", "c"), Edge("c", "a"), Edge("b", "b", "again"))
    placed = layout(Diagram("Circle", (Lane("lane", ""),), nodes, edges))
    check(placed)
    assert sum(edge.back for edge in placed.edges) == 2


def test_forward_edges_lead_to_the_right() -> None:
    placed = layout(samples.large())
    assert all(edge.points[0].x < edge.points[-1].x for edge in placed.edges if not edge.back)


def nodes_apart(placed: Layout) -> None:
    for one, other in combinations(placed.nodes, 2):
        assert not one.box.overlaps(other.box), (one.node.id, other.node.id)


def nodes_in_their_lanes(placed: Layout) -> None:
    lanes = {lane.lane.id: lane.box for lane in placed.lanes}
    for node in placed.nodes:
        lane = lanes[node.node.lane]
        assert lane.x + LANE_HEADER <= node.box.x, node.node.id
        assert node.box.right <= lane.right, node.node.id
        assert lane.y < node.box.y, node.node.id
        assert node.box.bottom < lane.bottom, node.node.id


def edges_touch_their_nodes(placed: Layout) -> None:
    boxes = {node.node.id: node.box for node in placed.nodes}
    for edge in placed.edges:
        assert on_border(edge.points[0], boxes[edge.edge.source]), edge
        assert on_border(edge.points[-1], boxes[edge.edge.target]), edge


def on_border(point: Point, box: Box) -> bool:
    upright = box.y - ALMOST <= point.y <= box.bottom + ALMOST and near(point.x, box.x, box.right)
    level = box.x - ALMOST <= point.x <= box.right + ALMOST and near(point.y, box.y, box.bottom)
    return upright or level


def near(value: float, *others: float) -> bool:
    return any(abs(value - other) < ALMOST for other in others)


def edges_keep_right_angles(placed: Layout) -> None:
    for edge in placed.edges:
        for one, other in pairwise(edge.points):
            assert (one.x == other.x) != (one.y == other.y), edge


def edges_cross_no_node(placed: Layout) -> None:
    for edge in placed.edges:
        for stretch in stretches(edge):
            for node in placed.nodes:
                assert not stretch.overlaps(smaller(node.box)), (edge.edge, node.node.id)


def labels_cover_no_node(placed: Layout) -> None:
    for label in free_labels(placed):
        for node in placed.nodes:
            assert not label.overlaps(smaller(node.box)), node.node.id


def labels_stand_free(placed: Layout) -> None:
    """No label lies on another, and no line runs through one."""
    labels = free_labels(placed)
    for one, other in combinations(labels, 2):
        assert not one.overlaps(other)
    for edge in placed.edges:
        for stretch in stretches(edge):
            assert not any(stretch.overlaps(label) for label in labels), edge


def free_labels(placed: Layout) -> list[Box]:
    beside = [node.label.box for node in placed.nodes if node.label and node.node.kind is not NodeKind.TASK]
    return [*beside, *(edge.label.box for edge in placed.edges if edge.label)]


def strangers_share_no_line(placed: Layout) -> None:
    """Edges with no node in common may cross, but never lie on one another."""
    for one, other in combinations(placed.edges, 2):
        if {one.edge.source, one.edge.target} & {other.edge.source, other.edge.target}:
            continue
        for here in stretches(one):
            for there in stretches(other):
                if here.overlaps(there):
                    crossing = (here.width < 1) != (there.width < 1)
                    assert crossing, (one.edge, other.edge)


def everything_inside(placed: Layout) -> None:
    page = Box(-ALMOST, -ALMOST, placed.width + 2 * ALMOST, placed.height + 2 * ALMOST)
    points = [point for edge in placed.edges for point in edge.points]
    assert all(page.x <= point.x <= page.right and page.y <= point.y <= page.bottom for point in points)
    labels = [*free_labels(placed), *(lane.label.box for lane in placed.lanes)]
    for box in [*labels, *(node.box for node in placed.nodes)]:
        assert page.x <= box.x, box
        assert page.y <= box.y, box
        assert box.right <= page.right, box
        assert box.bottom <= page.bottom, box


def stretches(edge: PlacedEdge) -> list[Box]:
    """The straight parts of an edge, each as a very thin box."""
    return [
        Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) + ALMOST, abs(a.y - b.y) + ALMOST)
        for a, b in pairwise(edge.points)
    ]


def smaller(box: Box) -> Box:
    return Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
