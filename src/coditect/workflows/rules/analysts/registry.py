"""Which function computes the output of which analyst. All are given the reading and the outputs so far."""

from collections.abc import Callable

from coditect.workflows.analysis import AnalystName, AnalystOutput, AnalystOutputs, Decomposition
from coditect.workflows.rules.analysts import (
    actors,
    automation,
    decomposition,
    design,
    overview,
    quality,
    requirements,
    technical,
)
from coditect.workflows.rules.process.reading import Reading, understand

_COMPUTE: dict[AnalystName, Callable[[Reading, AnalystOutputs], AnalystOutput]] = {
    "workflow-analyzer": overview.survey,
    "task-decomposer": decomposition.decompose,
    "actor-identifier": actors.identify,
    "automation-assessor": automation.assess,
    "requirements-extractor": requirements.extract,
    "process-designer": design.design,
    "quality-analyzer": quality.judge,
    "technical-analyzer": technical.analyse,
}


def run(name: AnalystName, description: str, inputs: AnalystOutputs) -> AnalystOutput:
    return _COMPUTE[name](understand(description), inputs)


def decompose(description: str) -> Decomposition:
    """The tasks as the rules read them."""
    return decomposition.decompose(understand(description), AnalystOutputs())
