import pytest

from coditect.workflows.diagrams import Diagram, Edge, Family, InvalidDiagram, Lane, Node, NodeKind

LANE = Lane("lane", "Clerk", Family.PEOPLE)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Check  the\tinvoice \n", "Check the invoice"),
        ("line\u2028separator\u00a0and space", "line separator and space"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\ud800 lone surrogate", "lone surrogate"),
        ("\u202eright to left override\u202c", "right to left override"),
        ("مراجعة الفاتورة", "مراجعة الفاتورة"),
        ("👩🏽‍💻 emoji", "👩🏽‍💻 emoji"),
        ("not a character \uffff", "not a character"),
    ],
)
def test_a_label_is_one_line_of_printable_text(pasted: str, kept: str) -> None:
    assert Node("n", "lane", NodeKind.TASK, pasted).label == kept
    assert Edge("a", "b", pasted).label == kept
    assert Lane("lane", pasted).label == kept
    assert Diagram(pasted, (), (), (), pasted).title == kept


def test_parts_must_fit_together() -> None:
    node = Node("n", "lane", NodeKind.TASK)
    with pytest.raises(InvalidDiagram, match="lane 'elsewhere'"):
        Diagram("", (LANE,), (Node("n", "elsewhere", NodeKind.TASK),), ())
    with pytest.raises(InvalidDiagram, match="ends at 'x'"):
        Diagram("", (LANE,), (node,), (Edge("n", "x"),))
    with pytest.raises(InvalidDiagram, match="two nodes have the id 'n'"):
        Diagram("", (LANE,), (node, node), ())
    with pytest.raises(InvalidDiagram, match="two lanes have the id 'lane'"):
        Diagram("", (LANE, LANE), (), ())


def test_a_node_has_the_family_of_its_lane_unless_it_has_one() -> None:
    plain = Node("n", "lane", NodeKind.TASK)
    own = Node("m", "lane", NodeKind.TASK, family=Family.AGENT)
    diagram = Diagram("", (LANE,), (plain, own), ())
    assert [diagram.family_of(node) for node in diagram.nodes] == [Family.PEOPLE, Family.AGENT]
