"""Settles a merge conflict: a person says for each file whose text it shall have, and the work is merged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from anyio import to_thread
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.agents.tools import ToolRefused
from coditect.agents.tools.texts import decode
from coditect.agents.work import branches, git
from coditect.agents.work.errors import ConflictNotSettled, NoConflict
from coditect.agents.work.events import AgentConflictSettled
from coditect.agents.work.models import AgentRunRow
from coditect.agents.work.places import PlaceRecord
from coditect.agents.work.schemas import ConflictRead, Settlement
from coditect.agents.work.service import get_row
from coditect.agents.work.states import ENDED_RUN
from coditect.agents.work.worktrees import TARGET, forget, known, locked
from coditect.kernel.events import publish
from coditect.kernel.platform import Platform

LARGEST_SHOWN = 200_000


@dataclass(frozen=True)
class Settled:
    """The agent run whose work is merged now, and the files that were in conflict."""

    row: AgentRunRow
    files: Sequence[str]


async def read_conflicts(
    platform: Platform, session: AsyncSession, agent_run_id: UUID
) -> Sequence[ConflictRead]:
    """Return each file in conflict as the project has it, as the agent left it, and merged with marks."""
    row = await get_row(session, agent_run_id)
    record = _open_conflict(row)
    repository = await _repository(platform, row)
    return await to_thread.run_sync(_shown, repository, record)


async def settle(
    platform: Platform, session: AsyncSession, agent_run_id: UUID, files: Sequence[Settlement]
) -> Settled:
    """Merge the work of an agent run, each file in conflict as `files` say.

    Raises `NoConflict`, and `ConflictNotSettled` when files are missing.
    """
    row = await get_row(session, agent_run_id)
    _open_conflict(row)
    repository = await _repository(platform, row)
    row = await get_row(session, agent_run_id, lock=True)
    record = _open_conflict(row)
    await _must_be_over(session, row)
    closed = await to_thread.run_sync(_settle, repository, record, {one.path: one for one in files})
    row.place = closed.model_dump(mode="json")
    publish(
        session,
        AgentConflictSettled(
            organization_id=row.organization_id,
            run_id=row.run_id,
            agent_run_id=row.id,
            files=tuple(record.conflicts),
        ),
    )
    return Settled(row, record.conflicts)


def _open_conflict(row: AgentRunRow) -> PlaceRecord:
    record = PlaceRecord.model_validate(row.place) if row.place else None
    if record is None or not record.conflicts:
        raise NoConflict("Its work is in conflict with nothing.")
    return record


async def _must_be_over(session: AsyncSession, row: AgentRunRow) -> None:
    root = await session.scalar(
        select(AgentRunRow.state).where(AgentRunRow.run_id == row.run_id, AgentRunRow.parent_id.is_(None))
    )
    if root not in ENDED_RUN:
        raise ConflictNotSettled("It worked for another agent, whose work has not ended yet.")


async def _repository(platform: Platform, row: AgentRunRow) -> Path:
    assert row.project_id is not None, "only worktrees of projects are merged"
    return await projects.ensure_repository(platform, row.organization_id, row.project_id)


@dataclass(frozen=True)
class _Merge:
    onto: str
    theirs: str
    tree: str
    conflicts: Sequence[str]


def _merge(repository: Path, record: PlaceRecord) -> _Merge:
    """Try the merge again: the project may have gone on since."""
    where, theirs = f"--git-dir={repository}", record.head
    assert theirs is not None, "a conflict has a head"
    onto = branches.head_of(repository, TARGET)
    merging = ("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", onto, theirs)
    tree, *conflicts = [part for part in git.do(where, *merging, also_fine=1).split("\0") if part]
    return _Merge(onto, theirs, tree, conflicts)


def _shown(repository: Path, record: PlaceRecord) -> Sequence[ConflictRead]:
    merge = _merge(repository, record)
    return [
        ConflictRead(
            path=path,
            project=_text(repository, merge.onto, path),
            agent=_text(repository, merge.theirs, path),
            merged=_text(repository, merge.tree, path),
        )
        for path in merge.conflicts
    ]


def _text(repository: Path, commit: str, path: str) -> str | None:
    data = branches.content(repository, commit, path)
    if data is None or len(data) > LARGEST_SHOWN:
        return None
    try:
        return decode(data, path)[0]
    except ToolRefused:
        return None


def _settle(repository: Path, record: PlaceRecord, given: Mapping[str, Settlement]) -> PlaceRecord:
    with locked(repository):
        if not known(repository, f"refs/heads/{record.branch}"):
            # It was merged, and the note of that was lost.
            return record.model_copy(update={"merged": branches.head_of(repository, TARGET), "conflicts": []})
        merge = _merge(repository, record)
        missing = [path for path in merge.conflicts if path not in given]
        if missing:
            raise ConflictNotSettled(f"Say what {', '.join(missing)} shall hold.")
        files = {path: _chosen(repository, merge, given[path]) for path in merge.conflicts}
        tree = branches.tree_with(repository, merge.tree, files)
        message = f"Merge {record.branch}, settled by a person"
        merged = branches.commit_onto(repository, TARGET, tree, message, merge.onto, merge.theirs)
        forget(repository, record)
    return record.model_copy(update={"merged": merged, "conflicts": []})


def _chosen(repository: Path, merge: _Merge, settlement: Settlement) -> branches.Entry | None:
    project = branches.entry(repository, merge.onto, settlement.path)
    agent = branches.entry(repository, merge.theirs, settlement.path)
    match settlement.take:
        case "project":
            return project
        case "agent":
            return agent
        case "text":
            assert settlement.text is not None, "the form asks for it"
            return branches.stored(repository, settlement.text.encode(), project or agent)
