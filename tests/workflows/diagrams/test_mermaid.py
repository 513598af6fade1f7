import re

from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, render
from tests.workflows.diagrams import samples


def text(diagram: Diagram) -> str:
    return render(diagram, "mermaid").decode()


def test_a_process_reads_like_this() -> None:
    lines = text(samples.small()).splitlines()
    assert lines[:9] == [
        "---",
        'title: "Invoice approval"',
        "---",
        "flowchart LR",
        '  subgraph lane1["Accounts clerk"]',
        '    n1(["Invoice received"])',
        '    n2["Check the invoice"]',
        '    n4["Pay the supplier"]',
        '    n5(["Invoice paid"])',
    ]
    assert "  n1 --> n2" in lines
    assert '  n6 -->|"yes"| n8' in text(samples.medium()).splitlines()


@settings(deadline=None, max_examples=100)
@given(samples.diagrams())
def test_labels_hold_no_sign_that_means_anything(diagram: Diagram) -> None:
    for label in re.findall(r'"([^"]*)"', text(diagram)):
        plain = re.sub(r"#\d+;|\\u[0-9a-f]{4}", "", label)
        assert all(one == " " or one.isalnum() or not one.isascii() for one in plain), label


def test_labels_come_back_when_entities_are_read() -> None:
    diagram = samples.hostile()
    found = re.findall(r'n\d+\["([^"]*)"\]', text(diagram))
    read = [re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label) for label in found]
    tasks = [node for node in diagram.nodes if node.kind == "task"]
    assert read == [node.label or "Task" for node in tasks]
