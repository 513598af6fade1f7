"""Where the rules read the text otherwise than a model did."""

from collections.abc import Iterator

from coditect.workflows.analysis import AnalystOutputs, Span
from coditect.workflows.rules.analysts import registry
from coditect.workflows.rules.screening import refuse

Disagreement = tuple[str, str, tuple[str, ...], tuple[Span, ...]]

_MOST = 20
"""Beyond these, a reader would compare the texts."""


def between_model_and_rules(description: str, outputs: AnalystOutputs) -> Iterator[Disagreement]:
    """Say what the rules find that a model left out; nothing where rules did the work or cannot read the text."""
    process = outputs.task_decomposer
    if process is None or not any(task.origin == "model" for task in process.tasks) or refuse(description):
        return
    read = registry.decompose(description)
    taken = sorted((span.start, span.end) for task in process.tasks for span in task.evidence)
    missed = [
        task
        for task in read.tasks
        if task.evidence
        and not any(start < span.end and span.start < end for span in task.evidence for start, end in taken)
    ]
    for task in missed[:_MOST]:
        yield (
            f"The rules read the task “{task.label}” where the model has none.",
            "The model's reading is kept; check the passage.",
            ("task-decomposer",),
            task.evidence,
        )
