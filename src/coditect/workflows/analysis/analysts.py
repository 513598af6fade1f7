"""The eight analysts: what each is called, what it needs from the others and what it delivers."""

from dataclasses import dataclass
from typing import Literal, get_args

from coditect.workflows.analysis.actors import ActorReport
from coditect.workflows.analysis.automation import AutomationReport
from coditect.workflows.analysis.decomposition import Decomposition
from coditect.workflows.analysis.design import Design
from coditect.workflows.analysis.document import AnalystOutputs
from coditect.workflows.analysis.overview import Overview
from coditect.workflows.analysis.quality import QualityReport
from coditect.workflows.analysis.requirements import RequirementsReport
from coditect.workflows.analysis.technical import TechnicalReport

AnalystName = Literal[
    "workflow-analyzer",
    "task-decomposer",
    "actor-identifier",
    "automation-assessor",
    "requirements-extractor",
    "process-designer",
    "quality-analyzer",
    "technical-analyzer",
]
ANALYST_NAMES: tuple[AnalystName, ...] = get_args(AnalystName)

AnalystOutput = (
    Overview
    | Decomposition
    | ActorReport
    | AutomationReport
    | RequirementsReport
    | Design
    | QualityReport
    | TechnicalReport
)


@dataclass(frozen=True)
class AnalystSpec:
    name: AnalystName
    title: str
    needs: tuple[AnalystName, ...]
    output: type[AnalystOutput]


ANALYSTS: tuple[AnalystSpec, ...] = (
    AnalystSpec("workflow-analyzer", "Workflow Analyzer", (), Overview),
    AnalystSpec("task-decomposer", "Task Decomposer", ("workflow-analyzer",), Decomposition),
    AnalystSpec("actor-identifier", "Actor Identifier", ("workflow-analyzer",), ActorReport),
    AnalystSpec(
        "automation-assessor",
        "Automation Assessor",
        ("task-decomposer", "actor-identifier"),
        AutomationReport,
    ),
    AnalystSpec(
        "requirements-extractor",
        "Requirements Extractor",
        ("workflow-analyzer", "task-decomposer", "actor-identifier"),
        RequirementsReport,
    ),
    AnalystSpec(
        "process-designer",
        "Process Designer",
        ("task-decomposer", "actor-identifier", "automation-assessor", "requirements-extractor"),
        Design,
    ),
    AnalystSpec(
        "quality-analyzer",
        "Quality Analyzer",
        (
            "workflow-analyzer",
            "task-decomposer",
            "actor-identifier",
            "automation-assessor",
            "process-designer",
        ),
        QualityReport,
    ),
    AnalystSpec(
        "technical-analyzer",
        "Technical Analyzer",
        (
            "workflow-analyzer",
            "task-decomposer",
            "actor-identifier",
            "automation-assessor",
            "requirements-extractor",
            "process-designer",
            "quality-analyzer",
        ),
        TechnicalReport,
    ),
)


def spec(name: AnalystName) -> AnalystSpec:
    return ANALYSTS[ANALYST_NAMES.index(name)]


def resting_on(name: AnalystName) -> frozenset[AnalystName]:
    """Return the analysts that work with what `name` delivers, directly or through others."""
    found: set[AnalystName] = set()
    for analyst in ANALYSTS:
        if name in analyst.needs or not found.isdisjoint(analyst.needs):
            found.add(analyst.name)
    return frozenset(found)


def outputs_from(named: dict[AnalystName, AnalystOutput]) -> AnalystOutputs:
    """The typed set of outputs from those that exist, by name."""
    return AnalystOutputs.model_validate(named)
