"""The log of edits: new ones, taking back, doing again, and replaying the log on a new version.

The replay is computed between two transactions, outside any lock; the second one takes what was computed only when
nobody has edited in between.
"""

import json
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.organizations import Member
from coditect.workflows import store
from coditect.workflows.activity import EditedAnalysis, RedidEdit, UndidEdit, actor_of, object_of
from coditect.workflows.analysis import ANALYST_NAMES, AnalystName
from coditect.workflows.editing.errors import EditRefused, NothingToUndo, StaleRevision
from coditect.workflows.editing.operations import (
    AssignTask,
    MergeTasks,
    Operation,
    RenameActor,
    RenameTask,
    about,
)
from coditect.workflows.editing.recomputing import Replayed, parse, replay
from coditect.workflows.errors import AnalysisNotReady
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow, WorkflowEdit

MOST_EDITS = 2_000
Write = Callable[[AsyncSession], Awaitable[None]]


@dataclass(frozen=True)
class Basis:
    """What a replay starts from."""

    workflow: Workflow
    original: str
    shown: str
    by_rule: tuple[AnalystName, ...]
    edits: tuple[WorkflowEdit, ...]

    def applied(self) -> list[Mapping[str, Any]]:
        return [edit.operation for edit in self.edits if edit.state == "applied"]


async def edits_of(session: AsyncSession, workflow_id: UUID) -> Sequence[WorkflowEdit]:
    """Return all edits of a workflow, oldest first."""
    found = await session.scalars(
        select(WorkflowEdit).where(WorkflowEdit.workflow_id == workflow_id).order_by(WorkflowEdit.position)
    )
    return found.all()


async def add(
    platform: Platform, member: Member, workflow_id: UUID, base: int, operations: Sequence[Operation]
) -> None:
    """Carry out operations, all or none; what was taken back before can no longer be done again."""
    basis = await _basis(platform, member, workflow_id, base)
    if len(basis.edits) + len(operations) > MOST_EDITS:
        raise EditRefused(f"An analysis may have {MOST_EDITS:,} edits. Analyse it again from a clearer text.")
    new = [operation.model_dump(mode="json") for operation in operations]
    replayed = await _replay(platform, basis, [*basis.applied(), *new])
    refusals = [why for why in replayed[1][-len(new) :] if why is not None]
    if refusals:
        raise EditRefused(" ".join(refusals))
    names = _names(basis.shown)

    async def write(session: AsyncSession) -> None:
        undone = WorkflowEdit.state == "undone"
        await session.execute(delete(WorkflowEdit).where(WorkflowEdit.workflow_id == workflow_id, undone))
        last = await session.scalar(
            select(func.max(WorkflowEdit.position)).where(WorkflowEdit.workflow_id == workflow_id)
        )
        for number, operation in enumerate(operations, (last or 0) + 1):
            session.add(_edit(member.account_id, basis.workflow, number, operation, names))
        await _tell(session, member, basis.workflow, EditedAnalysis(count=len(operations)))

    await _store(platform, basis, replayed[0], write)


async def step(
    platform: Platform, member: Member, workflow_id: UUID, base: int, way: Literal["undo", "redo"]
) -> None:
    """Take the newest edit back, or do the one again that was taken back last."""
    basis = await _basis(platform, member, workflow_id, base)
    before, after = ("applied", "undone") if way == "undo" else ("undone", "applied")
    concerned = [edit for edit in basis.edits if edit.state == before]
    if not concerned:
        raise NothingToUndo("Every edit is taken back already." if way == "undo" else "None is taken back.")
    chosen = concerned[-1] if way == "undo" else concerned[0]
    log = [
        edit.operation
        for edit in basis.edits
        if (edit.state == "applied" and edit.id != chosen.id) or (edit.id == chosen.id and after == "applied")
    ]
    replayed = await _replay(platform, basis, log)

    async def write(session: AsyncSession) -> None:
        await session.execute(update(WorkflowEdit).where(WorkflowEdit.id == chosen.id).values(state=after))
        await _tell(session, member, basis.workflow, UndidEdit() if way == "undo" else RedidEdit())

    await _store(platform, basis, replayed[0], write)


async def carry_over(platform: Platform, workflow: Workflow, original: str, version: int) -> "CarriedOver":
    """Replay the log on a new analysis of the workflow, given as JSON."""
    async with platform.database.read(tenant(workflow.organization_id)) as session:
        edits = [edit for edit in await edits_of(session, workflow.id) if edit.state == "applied"]
        by_rule = await _by_rule(session, workflow.id, version)
        session.expunge_all()
    names = _names(original) if edits else {}
    given = {word for edit in edits for word in _given(parse(edit.operation))}
    said = [_lost(edit, names, given) for edit in edits]
    log = tuple(edit for edit, why in zip(edits, said, strict=True) if why is None)
    basis = Basis(workflow, original, original, by_rule, log)
    document, why_not = await _replay(platform, basis, basis.applied())
    lapsed = {edit.id: why for edit, why in zip(edits, said, strict=True) if why is not None}
    lapsed |= {edit.id: why for edit, why in zip(log, why_not, strict=True) if why is not None}
    return CarriedOver(workflow.id, document, lapsed)


@dataclass(frozen=True)
class CarriedOver:
    """The new analysis with the edits that still apply, and why the others do not."""

    workflow_id: UUID
    document: str | None
    lapsed: Mapping[UUID, str]

    async def write(self, session: AsyncSession) -> dict[str, Any] | None:
        """Mark what lapsed, and that there is a new analysis to edit; answer it with its edits."""
        for identity, why in self.lapsed.items():
            await session.execute(
                update(WorkflowEdit).where(WorkflowEdit.id == identity).values(state="lapsed", why=why)
            )
        await session.execute(
            update(Workflow).where(Workflow.id == self.workflow_id).values(revision=Workflow.revision + 1)
        )
        return json.loads(self.document) if self.document else None


async def _basis(platform: Platform, member: Member, workflow_id: UUID, base: int) -> Basis:
    async with platform.database.read(tenant(member.organization_id)) as session:
        workflow = await store.get_workflow(session, workflow_id)
        if workflow.revision != base:
            raise _stale(workflow.revision, base)
        original = await store.original_document(session, workflow.id, workflow.version)
        shown = await store.analysis_document(session, workflow.id, workflow.version)
        if original is None or shown is None:
            raise AnalysisNotReady("It can be edited when its analysts have finished.")
        edits = tuple(await edits_of(session, workflow.id))
        by_rule = await _by_rule(session, workflow.id, workflow.version)
        session.expunge_all()
    return Basis(workflow, original, shown, by_rule, edits)


async def _tell(session: AsyncSession, member: Member, workflow: Workflow, what: projects.Verb) -> None:
    await projects.record_activity(session, workflow.project_id, actor_of(member), what, object_of(workflow))


async def _by_rule(session: AsyncSession, workflow_id: UUID, version: int) -> tuple[AnalystName, ...]:
    found = await session.scalars(
        select(AnalystResult.analyst).where(
            AnalystResult.workflow_id == workflow_id,
            AnalystResult.version == version,
            AnalystResult.origin == "rule",
        )
    )
    names = set(found)
    return tuple(name for name in ANALYST_NAMES if name in names)


async def _replay(platform: Platform, basis: Basis, log: Sequence[Mapping[str, Any]]) -> Replayed:
    if not log:
        return None, ()
    return await platform.cpu.run(
        replay, basis.workflow.description, basis.original, json.dumps(log), basis.by_rule
    )


async def _store(platform: Platform, basis: Basis, document: str | None, write: Write) -> None:
    edited = json.loads(document) if document else None
    async with platform.database.write(tenant(basis.workflow.organization_id)) as session:
        workflow = await store.get_workflow(session, basis.workflow.id, lock=True)
        if workflow.revision != basis.workflow.revision:
            raise _stale(workflow.revision, basis.workflow.revision)
        workflow.revision += 1
        await write(session)
        await session.execute(
            update(StoredAnalysis)
            .where(StoredAnalysis.workflow_id == workflow.id, StoredAnalysis.version == workflow.version)
            .values(edited=edited)
        )


def _edit(
    account_id: AccountId,
    workflow: Workflow,
    position: int,
    operation: Operation,
    names: Mapping[str, str],
) -> WorkflowEdit:
    return WorkflowEdit(
        id=new_id(),
        organization_id=workflow.organization_id,
        workflow_id=workflow.id,
        position=position,
        state="applied",
        operation=operation.model_dump(mode="json"),
        words={one: names.get(one, one) for one in about(operation)},
        why=None,
        created_by=account_id,
        created_at=utc_now(),
    )


def _lost(edit: WorkflowEdit, names: Mapping[str, str], given: Collection[str]) -> str | None:
    """Say what an edit speaks of that the new analysis has not.

    An id alone does not prove that the same is meant, for a model may number tasks anew: it must be called as it was
    when the edit was made, unless it was an edit that called it so.
    """
    for one in about(parse(edit.operation)):
        called = edit.words.get(one, one)
        if called not in given and names.get(one) != called:
            return f"The new analysis has no “{called}” there."
    return None


def _given(operation: Operation) -> Sequence[str]:
    """Return the names that an edit gives."""
    match operation:
        case RenameTask() | MergeTasks():
            return (operation.label,)
        case RenameActor():
            return (operation.name,)
        case AssignTask():
            return (operation.new_actor,) if operation.new_actor else ()
        case _:
            return ()


def _names(document: str) -> Mapping[str, str]:
    """Return what the nodes, actors and questions of an analysis are called."""
    analysis = json.loads(document)
    overview = analysis["analysts"].get("workflow-analyzer") or {}
    questions = overview.get("questions", ())
    named = [(one["id"], one["label"]) for one in (*analysis["tasks"], *analysis["events"])]
    named += [(one["id"], one["label"] or one["kind"]) for one in analysis["gateways"]]
    named += [(one["id"], one["name"]) for one in analysis["actors"]]
    named += [(one["id"], one["text"]) for one in questions]
    return dict(named)


def _stale(now: int, base: int) -> StaleRevision:
    return StaleRevision(
        f"You edited revision {base}; it is at revision {now} now. Load it again, look at what changed, and repeat"
        " your edit."
    )
