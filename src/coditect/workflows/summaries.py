"""One line about each analyst's result, for the stage line and the activity feed."""

from collections.abc import Sequence

from coditect.workflows.analysis import (
    ActorReport,
    AnalystOutput,
    AutomationReport,
    Decomposition,
    Design,
    Overview,
    QualityReport,
    RequirementsReport,
    TechnicalReport,
)


def summary_of(output: AnalystOutput) -> str:  # noqa: PLR0911 - one phrase for each analyst
    """Return what the analyst did, as a phrase that follows its name: `found 14 tasks and 2 gateways`."""
    match output:
        case Overview():
            return f"read a {output.domain} process of {output.complexity.level} complexity"
        case Decomposition():
            found = [_counted(output.tasks, "task"), _counted(output.gateways, "gateway")]
            return f"found {' and '.join(found)}"
        case ActorReport():
            return f"found {_counted(output.actors, 'actor')} and {_counted(output.systems, 'system')}"
        case AutomationReport():
            suited = [task for task in output.tasks if task.classification != "manual"]
            return f"sees {len(suited)} of {_counted(output.tasks, 'task')} fit for automation"
        case RequirementsReport():
            requirements = (*output.functional, *output.non_functional, *output.data, *output.integration)
            return (
                f"wrote {_counted(requirements, 'requirement')} and {_counted(output.business_rules, 'rule')}"
            )
        case Design():
            return f"proposes {_counted(output.changes, 'change')}"
        case QualityReport():
            return f"gives {_counted(output.recommendations, 'recommendation')}"
        case TechnicalReport():
            return f"planned {_counted(output.build_tasks, 'build task')}"


def _counted(things: Sequence[object], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
