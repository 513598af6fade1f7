"""Who does what, after people have said so."""

from collections.abc import Mapping
from typing import TypeVar

from coditect.workflows.analysis import (
    Actor,
    ActorReport,
    Decomposition,
    Handoff,
    Interaction,
    ProcessTask,
    Responsibility,
)
from coditect.workflows.rules.analysts.linking import Assignments

Dealing = TypeVar("Dealing", Handoff, Interaction)

NOBODY = "nobody"
"""A duty of an actor who is not listed: the passage names people, but none of them does the task."""


def performer(decomposition: Decomposition, report: ActorReport, task: str) -> str | None:
    """Return the id of the actor who performs a task."""
    actor = Assignments(decomposition, report).performer(task)
    return actor.id if actor else None


def assigned(report: ActorReport, task: ProcessTask, actor: str | None) -> ActorReport:
    """Let `actor` perform `task`, whoever was named for it before; None for nobody."""
    duties = released(report, task).responsibilities
    return report.model_copy(update={"responsibilities": (*duties, _duty(task, actor or NOBODY))})


def released(report: ActorReport, task: ProcessTask) -> ActorReport:
    """Return the report without what it says of who performs `task`."""
    duties = tuple(duty for duty in report.responsibilities if not _is_of(duty, task))
    return report.model_copy(update={"responsibilities": duties})


def with_actor(report: ActorReport, name: str) -> tuple[ActorReport, str]:
    """Return the report with an actor called `name`, and its id: the one that is there, or a new one."""
    for actor in report.actors:
        if name.casefold() in {actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
            return report, actor.id
    taken = {actor.id for actor in report.actors}
    identity = next(made for number in range(1, len(taken) + 2) if (made := f"u{number}") not in taken)
    actor = Actor(id=identity, name=name, aliases=(), kind="role", evidence=(), confidence=1.0, origin="user")
    return report.model_copy(update={"actors": (*report.actors, actor)}), identity


def joined(report: ActorReport, actor: str, into: str) -> ActorReport:
    """Let one actor go into another, with its names, its duties and its dealings."""
    gone = next(one for one in report.actors if one.id == actor)
    names = (gone.name, *gone.aliases)
    named = {actor: into}
    return report.model_copy(
        update={
            "actors": tuple(
                _also_called(one, names) if one.id == into else one
                for one in report.actors
                if one.id != actor
            ),
            "responsibilities": tuple(
                one.model_copy(update={"actor": named.get(one.actor, one.actor)})
                for one in report.responsibilities
            ),
            "handoffs": _between(report.handoffs, named),
            "interactions": _between(report.interactions, named),
            "systems": tuple(
                one.model_copy(update={"actor": named.get(one.actor, one.actor)}) if one.actor else one
                for one in report.systems
            ),
        }
    )


def _also_called(actor: Actor, names: tuple[str, ...]) -> Actor:
    return actor.model_copy(update={"aliases": tuple(dict.fromkeys((*actor.aliases, *names)))})


def _between(dealings: tuple[Dealing, ...], named: Mapping[str, str]) -> tuple[Dealing, ...]:
    """Rename both sides; nobody deals with themselves."""
    found = []
    for one in dealings:
        here, there = (named.get(side, side) for side in (one.from_actor, one.to_actor))
        if here != there:
            found.append(one.model_copy(update={"from_actor": here, "to_actor": there}))
    return tuple(found)


def _duty(task: ProcessTask, actor: str) -> Responsibility:
    return Responsibility(
        id=f"u-{task.id}",
        actor=actor,
        part="performs",
        action=task.label,
        evidence=task.evidence,
        confidence=1.0,
        origin="user",
    )


def _is_of(duty: Responsibility, task: ProcessTask) -> bool:
    if duty.part != "performs":
        return False
    if not duty.evidence or not task.evidence:
        return duty.action.casefold() == task.label.casefold()
    starts_inside = any(
        span.start <= said.start < span.end for span in task.evidence for said in duty.evidence
    )
    # Two tasks may rest on one sentence; a duty that names another action belongs to the other task.
    return starts_inside and duty.action.casefold() == task.label.casefold()
