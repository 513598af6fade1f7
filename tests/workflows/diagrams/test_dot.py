from coditect.workflows.diagrams import Diagram, Lane, Node, NodeKind, render


def written(label: str) -> str:
    lane = Lane("lane", "Clerk")
    return render(Diagram("", (lane,), (Node("n", "lane", NodeKind.TASK, label),), ()), "dot").decode()


def test_quotes_backslashes_and_entities_stay_what_they_are() -> None:
    assert r'label="say \"yes\" \\N"' in written(r'say "yes" \N')
    assert 'label="&amp;lt;b&amp;gt;"' in written("&lt;b&gt;")


def test_a_label_cannot_end_its_statement() -> None:
    document = written('"]; evil [label="')
    assert document.count("evil") == 1
    assert 'label="\\"]; evil [label=\\""' in document
