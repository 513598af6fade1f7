import re

from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, render
from tests.workflows.diagrams import samples


def text(diagram: Diagram) -> str:
    return render(diagram, "plantuml").decode()


@settings(deadline=None, max_examples=100)
@given(samples.diagrams())
def test_labels_hold_no_sign_that_means_anything(diagram: Diagram) -> None:
    document = text(diagram)
    labels = re.findall(r'"([^"]*)"', document) + re.findall(
        r"^n\d+ --> n\d+ : (.*)$", document, re.MULTILINE
    )
    labels += re.findall(r"^title (.*)$", document, re.MULTILINE)
    for label in labels:
        plain = re.sub(r"<U\+[0-9A-F]{4}>", "", label)
        assert all(one == " " or one.isalnum() or not one.isascii() for one in plain), label


def test_no_line_is_a_directive_or_a_comment() -> None:
    lines = [line.strip() for line in text(samples.hostile()).splitlines()]
    assert not [
        line
        for line in lines
        if line.startswith(("!", "'", "/'", "@")) and line not in {"@startuml", "@enduml"}
    ]


def test_labels_come_back_when_code_points_are_read() -> None:
    diagram = samples.hostile()
    found = re.findall(r'rectangle "([^"]*)" as', text(diagram))
    read = [re.sub(r"<U\+([0-9A-F]{4})>", lambda code: chr(int(code[1], 16)), label) for label in found]
    assert [label.strip() for label in read] == [node.label for node in diagram.nodes if node.kind == "task"]
