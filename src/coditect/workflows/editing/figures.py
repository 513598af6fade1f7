"""The return on investment with what a person assumes, in place of what the text does not say or says otherwise."""

from collections.abc import Mapping
from typing import Final

from coditect.workflows.analysis import AutomationReport, Figure, Roi
from coditect.workflows.editing.operations import FigureName

UNITS: Final[Mapping[FigureName, str]] = {
    "volume": "cases/year",
    "minutes": "minutes",
    "hourly_cost": "per hour",
    "error_rate": "%",
    "build_cost": "once",
    "run_cost": "per year",
    "share": "% of the time saved",
}
SHARE_SAVED: Final = {"full": 100.0, "hybrid": 50.0, "manual": 0.0}


def with_figures(report: AutomationReport, assumed: Mapping[FigureName, float]) -> AutomationReport:
    """Return the report with the return for the whole process under the figures that a person assumes."""
    if not assumed:
        return report
    said = report.roi
    figures: dict[FigureName, Figure] = {name: _assumed(name, value) for name, value in assumed.items()}
    volume = figures.get("volume") or (said.volume if said else None)
    minutes = figures.get("minutes") or (said.minutes if said else None)
    hourly = figures.get("hourly_cost") or (said.hourly_cost if said else None)
    build = figures.get("build_cost") or (said.build_cost if said else None)
    run = figures.get("run_cost") or (said.run_cost if said else None)
    errors = figures.get("error_rate") or (said.error_rate if said else None)
    share = figures["share"].value if "share" in figures else share_saved(report)
    hours = volume.value * minutes.value * share / 100 / 60 if volume and minutes else None
    saving = hours * hourly.value - (run.value if run else 0.0) if hours is not None and hourly else None
    roi = Roi(
        volume=volume,
        minutes=minutes,
        hourly_cost=hourly,
        error_rate=errors,
        build_cost=build,
        run_cost=run,
        hours_saved_per_year=round(hours, 2) if hours is not None else None,
        saving_per_year=round(saving, 2) if saving is not None else None,
        payback_months=round(build.value / saving * 12, 1) if build and saving and saving > 0 else None,
    )
    kept = [one for one in report.assumptions if one.id not in {figure.id for figure in figures.values()}]
    return report.model_copy(update={"roi": roi, "assumptions": (*kept, *figures.values())})


def share_saved(report: AutomationReport) -> float:
    """Return how much of the working time is saved, in percent: as stated, or the mean over the tasks' classes."""
    said = report.roi
    if said and said.volume and said.minutes and said.hours_saved_per_year is not None:
        spent = said.volume.value * said.minutes.value / 60
        if spent > 0:
            return 100 * said.hours_saved_per_year / spent
    if not report.tasks:
        return 0.0
    return sum(SHARE_SAVED[task.classification] for task in report.tasks) / len(report.tasks)


def _assumed(name: FigureName, value: float) -> Figure:
    return Figure(
        id=f"assumed-{name.replace('_', '-')}",
        value=value,
        unit=UNITS[name],
        text=f"{name.replace('_', ' ').capitalize()}: {value:g} {UNITS[name]}, assumed by a person.",
        evidence=(),
        confidence=1.0,
        origin="user",
    )
