from coditect.workflows.diagrams import Edge, Family, Lane, Node, NodeKind
from coditect.workflows.diagrams.lane_order import lane_order


def nodes_in(*lanes: str) -> list[Node]:
    return [Node(f"n{number}", lane, NodeKind.TASK) for number, lane in enumerate(lanes)]


def order(lanes: list[Lane], nodes: list[Node], *edges: tuple[int, int]) -> str:
    arrows = [Edge(nodes[start].id, nodes[end].id) for start, end in edges]
    return "".join(lane.id for lane in lane_order(lanes, nodes, arrows))


def people(ids: str) -> list[Lane]:
    return [Lane(one, one, Family.PEOPLE) for one in ids]


def test_lanes_come_as_they_are_first_met() -> None:
    assert order(people("cab"), nodes_in("a", "b", "c"), (0, 1), (1, 2)) == "abc"


def test_lanes_that_hand_over_to_each_other_are_neighbours() -> None:
    nodes = nodes_in("a", "b", "c", "d", "a", "d", "a")
    assert order(people("abcd"), nodes, (0, 3), (3, 4), (4, 5), (5, 6), (0, 1), (1, 2)) in {"dabc", "cbad"}


def test_work_nobody_is_named_for_stays_at_the_bottom() -> None:
    lanes = [Lane("x", "Not stated", Family.NEUTRAL), *people("ab")]
    assert order(lanes, nodes_in("x", "a", "b"), (0, 1), (1, 2)) == "bax"


def test_no_lanes_have_an_order_too() -> None:
    assert lane_order([], [], []) == ()
