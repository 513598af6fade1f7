"""Takes back what an agent wrote: in its worktree while it rests, on the project's branch once its work is merged."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.agents.tools import FileChange, ToolContext, ToolRefused, undo
from coditect.agents.tools.texts import digest
from coditect.agents.work import branches, reverting
from coditect.agents.work.errors import ConflictOpen, UndoRefused
from coditect.agents.work.events import AgentCallChanged
from coditect.agents.work.models import AgentCallRow, AgentRunRow
from coditect.agents.work.places import PlaceRecord
from coditect.agents.work.service import get_row
from coditect.agents.work.states import ENDED_RUN, RESTING_RUN
from coditect.agents.work.worktrees import TARGET, home_of, locked
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform


@dataclass(frozen=True)
class Undone:
    """The agent run and the file whose change was taken back."""

    row: AgentRunRow
    path: str


async def undo_write(
    platform: Platform, session: AsyncSession, agent_run_id: UUID, number: int, path: str, *, by: AccountId
) -> Undone:
    """Bring a file back to what it was before a call changed it.

    Raises `UndoRefused` when the file has changed since, when its content was not kept, or while the agent is at work.
    """
    row = await get_row(session, agent_run_id)
    if row.project_id is None:
        raise UndoRefused("It did not work in a project.")
    repository = await projects.ensure_repository(platform, row.organization_id, row.project_id)
    row = await get_row(session, agent_run_id, lock=True)
    call = await session.get(AgentCallRow, (agent_run_id, number), with_for_update=True)
    at = next((at for at, one in enumerate(call.changes) if one["path"] == path), None) if call else None
    if call is None or at is None:
        raise UndoRefused(f"No call of this number changed {path}.")
    if call.changes[at].get("undone_at"):
        raise UndoRefused(f"The change of {path} was taken back already.")
    change = FileChange.model_validate(call.changes[at])
    if row.state in RESTING_RUN:
        home = home_of(platform, row.organization_id, row.id)
        await to_thread.run_sync(_undo_in_worktree, home, change)
    else:
        base = await _merged_base(session, row)
        await to_thread.run_sync(_undo_on_branch, repository, base, change, row.agent_name)
    noted = call.changes[at] | {"undone_at": utc_now().isoformat(), "undone_by": str(by)}
    call.changes = [*call.changes[:at], noted, *call.changes[at + 1 :]]
    if row.answer is not None:
        left = [one for one in row.answer.get("changed_files", []) if one != path]
        if not await _still_changed(session, row, path):
            row.answer = row.answer | {"changed_files": left}
    publish(
        session,
        AgentCallChanged(
            organization_id=row.organization_id,
            run_id=row.run_id,
            agent_run_id=row.id,
            number=number,
            tool=call.tool,
            state=call.state,
        ),
    )
    return Undone(row, path)


async def _merged_base(session: AsyncSession, row: AgentRunRow) -> str | None:
    """Return the commit that an agent run began with, if its work has come to the project."""
    if row.state not in ENDED_RUN:
        raise UndoRefused("The agent is at work. Stop it first, or wait for its end.")
    root = await session.scalar(
        select(AgentRunRow).where(AgentRunRow.run_id == row.run_id, AgentRunRow.parent_id.is_(None))
    )
    if root is None or root.state not in ENDED_RUN:
        raise UndoRefused("It worked for another agent, whose work has not ended yet.")
    places = [PlaceRecord.model_validate(one.place) for one in (row, root) if one.place]
    if any(place.conflicts for place in places):
        raise ConflictOpen("Its work is not merged yet: settle the conflict first.")
    if not places or not all(place.merged for place in places):
        raise UndoRefused("Its changes never came to the project.")
    return places[0].base


async def _still_changed(session: AsyncSession, row: AgentRunRow, path: str) -> bool:
    await session.flush()
    found = await session.scalars(select(AgentCallRow.changes).where(AgentCallRow.agent_run_id == row.id))
    return any(one["path"] == path and not one.get("undone_at") for changes in found for one in changes)


def _undo_in_worktree(home: Path, change: FileChange) -> None:
    try:
        undo(ToolContext(home / "tree", home / "scratch"), change)
    except (ToolRefused, OSError) as problem:
        raise UndoRefused(str(problem)) from None


def _undo_on_branch(repository: Path, base: str | None, change: FileChange, agent: str) -> None:
    with locked(repository):
        head = branches.head_of(repository, TARGET)
        now = branches.content(repository, head, change.path)
        if digest(now) != change.after:
            raise UndoRefused(f"{change.path} was changed again since; undo the later changes first.")
        kept: branches.Entry | None = None
        if change.before is not None:
            kept = _before(repository, base, head, change, now)
        tree = branches.tree_with(repository, head, {change.path: kept})
        branches.commit_onto(repository, TARGET, tree, f"Undo what {agent} did to {change.path}", head)


def _before(
    repository: Path, base: str | None, head: str, change: FileChange, now: bytes | None
) -> branches.Entry:
    """Return the content before a change: where the work began, or computed from the diff."""
    data = branches.content(repository, base, change.path) if base else None
    if digest(data) != change.before:
        data = reverting.before(change, now)
    if data is None:
        raise UndoRefused(f"What {change.path} held before was not kept: its diff is cut, or it is no text.")
    like = branches.entry(repository, head, change.path) or (
        branches.entry(repository, base, change.path) if base else None
    )
    return branches.stored(repository, data, like)
