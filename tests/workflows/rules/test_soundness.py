"""Every graph has one start, reaches an end from everywhere, and closes what it opens."""

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import Decomposition
from coditect.workflows.rules.analysts.soundness import check
from coditect.workflows.samples import Sample, samples

TEXTS = {
    "nested": "If the order is new, the clerk registers it. If the price is high, the manager checks the price. "
    "Otherwise, the clerk confirms the price. The clerk ships the order.",
    "all branches end": "If the form is valid, the clerk files it and the process ends. "
    "Otherwise, the clerk rejects it and the process ends. The manager reads the report.",
    "loop": "The author writes the text. The editor reviews the text. If errors are found, the text is returned to the author. "
    "Otherwise, the editor publishes the text.",
    "loop into parallel": "The clerk opens the case. While the nurse measures the temperature, the doctor reads the file. "
    "The clerk prints the form. If the form is wrong, it is returned to the nurse. The clerk closes the case.",
    "stop in parallel": "The cook prepares the soup. In the meantime, the waiter sets the table. "
    "If the guest leaves, the process ends. The waiter serves the soup.",
    "until": "The tester runs the tests until all tests pass. The developer merges the branch.",
    "numbered back": "1. Read the meter\n2. Enter the value\n3. If the value is wrong, go back to step 1\n4. Send the bill",
    "repeat": "The picker takes an item. The picker scans the item. This procedure is repeated for each item. The driver loads the van.",
    "or": "The supervisor can approve, reject or return the request. The clerk informs the employee.",
    "former latter": "The office can accept or refuse the offer. In the former case, the lawyer drafts a contract. "
    "In the latter case, the process is finished. The lawyer archives the file.",
    "condition with list": "The clerk opens the case.\nIf the case is urgent:\n- call the manager\n- block the account\n\nThe clerk closes the case.",
    "only otherwise": "Otherwise, the clerk checks the form.",
    "only end": "The process ends.",
    "unless": "Unless the customer objects, the bank books the fee. The bank informs the customer.",
    "before": "Before the contract is signed, the lawyer checks it. The client pays the fee.",
    "while only": "While the oven heats, nothing happens.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_graphs_of_awkward_texts_are_sound(text: str) -> None:
    decomposition = rules.analyse(text).analysts.task_decomposer
    assert decomposition is not None
    assert check(decomposition).problems == ()


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.key)
def test_graphs_of_samples_are_sound_before_and_after_the_changes(sample: Sample) -> None:
    analysis = rules.analyse(sample.description)
    decomposition, design = analysis.analysts.task_decomposer, analysis.analysts.process_designer
    assert decomposition is not None
    assert design is not None
    assert check(decomposition).problems == ()
    for graph in (design.as_is, design.to_be):
        nodes = {node.id for node in graph.nodes}
        lanes = {lane.id for lane in graph.lanes}
        assert {flow.from_ for flow in graph.flows} | {flow.to for flow in graph.flows} == nodes
        assert {node.lane for node in graph.nodes} <= lanes
        assert len({flow.id for flow in graph.flows}) == len(graph.flows)


def test_the_check_finds_what_is_wrong() -> None:
    sound = rules.analyse(TEXTS["nested"]).analysts.task_decomposer
    assert sound is not None
    cut = Decomposition.model_validate({**dict(sound), "flows": sound.flows[:-1]})
    assert not check(cut).sound
    astray = sound.flows[0].model_copy(update={"to": "nowhere"})
    assert not check(Decomposition.model_validate({**dict(sound), "flows": (*sound.flows, astray)})).sound


def edges(text: str) -> list[tuple[str, str, str | None]]:
    analysis = rules.analyse(text)
    names = {task.id: task.label for task in analysis.tasks}
    names |= {gateway.id: f"{gateway.kind} {gateway.direction}" for gateway in analysis.gateways}
    names |= {event.id: event.kind for event in analysis.events}
    return [(names[flow.from_], names[flow.to], flow.condition) for flow in analysis.flows]


def test_a_condition_splits_and_joins() -> None:
    found = edges(
        "If the bill is correct, the clerk pays it. Otherwise, the clerk returns it. The clerk archives the file."
    )
    assert found == [
        ("start", "xor split", None),
        ("xor split", "Pay bill", "the bill is correct"),
        ("xor split", "Return bill", "otherwise"),
        ("Pay bill", "xor join", None),
        ("Return bill", "xor join", None),
        ("xor join", "Archive file", None),
        ("Archive file", "end", None),
    ]


def test_work_at_the_same_time_forks_and_joins() -> None:
    found = edges(
        "The clerk opens the case. The nurse prepares the room. In the meantime, the doctor reads the file."
    )
    assert ("Open case", "and split", None) in found
    assert ("and split", "Prepare room", None) in found
    assert ("and split", "Read file", None) in found
    assert ("and join", "end", None) in found


def test_going_back_to_a_numbered_step_makes_a_loop() -> None:
    found = edges(TEXTS["numbered back"])
    assert ("xor split", "loop join", "the value is wrong") in found
    assert ("loop join", "Read meter", None) in found


def test_until_repeats_the_task() -> None:
    found = edges(TEXTS["until"])
    assert ("loop split", "loop join", "again") in found
    assert ("loop split", "Merge branch", "all tests pass") in found
