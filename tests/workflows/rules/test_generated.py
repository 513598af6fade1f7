"""Properties that hold for any story: the same work, however it is told, gives the same analysis."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coditect.workflows import rules
from coditect.workflows.analysis import Analysis
from tests.workflows.rules.stories import ACTORS, CONNECTORS, FILLERS, Step, sentence, stories, told

EXAMPLES = settings(max_examples=30, deadline=None)


def done(analysis: Analysis) -> list[tuple[str, str | None, str | None]]:
    """Verb, object and performer of each task."""
    names = {actor.id: actor.name.lower() for actor in analysis.actors}
    return [
        (task.verb, task.object and task.object.lower(), names.get(task.actor or ""))
        for task in analysis.tasks
    ]


def arrows(analysis: Analysis) -> list[tuple[str, str]]:
    return [(flow.from_, flow.to) for flow in analysis.flows]


def prose(story: list[Step]) -> str:
    return " ".join(sentence(step.active) for step in story)


@EXAMPLES
@given(stories)
def test_every_step_of_a_story_is_found(story: list[Step]) -> None:
    found = done(rules.analyse(prose(story)))
    assert [performer for _, _, performer in found] == [step.actor.lower() for step in story]


@EXAMPLES
@given(stories)
def test_the_voice_does_not_matter(story: list[Step]) -> None:
    passive = rules.analyse(" ".join(sentence(step.passive) for step in story))
    assert done(passive) == done(rules.analyse(prose(story)))


@EXAMPLES
@given(stories, st.sampled_from(("- {}", "* {}", "{n}. {}", "{n}) {}", "Step {n}: {}")))
def test_the_layout_does_not_matter(story: list[Step], marker: str) -> None:
    lines = [marker.format(sentence(step.active), n=n) for n, step in enumerate(story, 1)]
    listed, in_prose = rules.analyse("\n".join(lines)), rules.analyse(prose(story))
    assert done(listed) == done(in_prose)
    assert arrows(listed) == arrows(in_prose)


@EXAMPLES
@given(stories, st.lists(st.sampled_from(CONNECTORS), min_size=6, max_size=6))
def test_words_of_order_do_not_matter(story: list[Step], connectors: list[str]) -> None:
    linked = " ".join(sentence(word + step.active) for word, step in zip(connectors, story, strict=False))
    assert done(rules.analyse(linked)) == done(rules.analyse(prose(story)))


@EXAMPLES
@given(told(), st.sampled_from(FILLERS), st.data())
def test_filler_changes_nothing(text: str, filler: str, data: st.DataObject) -> None:
    places = [
        at + 1
        for at, sign in enumerate(text)
        if text[at : at + 2] == ". " and not text[at + 2 :].startswith("Otherwise")
    ]
    at = data.draw(st.sampled_from([0, *places]))
    filled = f"{filler} {text}" if at == 0 else f"{text[:at]} {filler}{text[at:]}"
    before, after = rules.analyse(text), rules.analyse(filled)
    assert done(after) == done(before)
    assert arrows(after) == arrows(before)


@EXAMPLES
@given(told(), st.sampled_from(ACTORS), st.sampled_from(("adjuster", "Zorblax", "night crew", "ACME GmbH")))
def test_renaming_keeps_the_graph(text: str, name: str, new: str) -> None:
    before, after = (
        rules.analyse(text),
        rules.analyse(text.replace(f"he {name} ", f"he {new} ").replace(f"he {name}.", f"he {new}.")),
    )
    assert arrows(after) == arrows(before)
    assert [task.label for task in after.tasks] == [task.label for task in before.tasks]


@EXAMPLES
@given(stories, stories)
def test_two_processes_give_the_sum(first: list[Step], second: list[Step]) -> None:
    together = rules.analyse(f"{prose(first)}\n\n{prose(second)}")
    assert done(together) == done(rules.analyse(prose(first))) + done(rules.analyse(prose(second)))


@EXAMPLES
@given(told())
@example("The clerk checks it. The clerk checks it.")
def test_graphs_are_whole_and_nobody_is_lost(text: str) -> None:
    analysis = rules.analyse(text)
    nodes = {node.id for node in (*analysis.tasks, *analysis.gateways, *analysis.events)}
    assert all({flow.from_, flow.to} <= nodes for flow in analysis.flows)
    entered = {flow.to for flow in analysis.flows}
    left = {flow.from_ for flow in analysis.flows}
    assert all(task.id in entered and task.id in left for task in analysis.tasks)
    for kind in ("xor", "and"):
        ways = [gateway.direction for gateway in analysis.gateways if gateway.kind == kind]
        assert ways.count("split") == ways.count("join") or kind == "xor"
    without = {task.id for task in analysis.tasks if task.actor is None}
    assert without == set(analysis.orphan_tasks)
    assert rules.analyse(text).model_dump_json() == analysis.model_dump_json()
