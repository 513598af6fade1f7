"""What agent runs tell in a project's feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.agents.work.models import AgentRunRow
from coditect.agents.work.service import Begun
from coditect.kernel.ids import ProjectId
from coditect.organizations import Member


@dataclass(frozen=True, kw_only=True)
class GaveWork(projects.Verb, name="agent.given_work"):
    agent: str

    def predicate(self, title: str) -> str:
        return f"gave {self.agent} work: “{title}”"


@dataclass(frozen=True, kw_only=True)
class DidWork(projects.Verb, name="agent.did_work"):
    files: int
    conflicts: tuple[str, ...]

    def predicate(self, title: str) -> str:
        changed = f" and changed {self.files} file{'' if self.files == 1 else 's'}" if self.files else ""
        if self.conflicts:
            return (
                f"did “{title}”, but its changes to {', '.join(self.conflicts)} are in conflict with others"
            )
        return f"did “{title}”{changed}"


@dataclass(frozen=True, kw_only=True)
class TookBack(projects.Verb, name="agent.write_undone"):
    agent: str
    path: str

    def predicate(self, title: str) -> str:
        return f"took back what {self.agent} did to {self.path} for “{title}”"


@dataclass(frozen=True, kw_only=True)
class SettledConflict(projects.Verb, name="agent.conflict_settled"):
    agent: str
    files: tuple[str, ...]

    def predicate(self, title: str) -> str:
        return f"settled the conflict of “{title}” in {', '.join(self.files)}"


async def record_begun(
    session: AsyncSession, member: Member, project_id: ProjectId, begun: Begun, *, agent: str, request: str
) -> None:
    """Tell that a person gave an agent work."""
    await projects.record_activity(
        session, project_id, _actor(member), GaveWork(agent=agent), _object(begun.agent_run_id, request)
    )


async def record_undone(session: AsyncSession, member: Member, row: AgentRunRow, path: str) -> None:
    """Tell that a person took back what an agent wrote."""
    await _record_deed(session, member, row, TookBack(agent=row.agent_name, path=path))


async def record_settled(
    session: AsyncSession, member: Member, row: AgentRunRow, files: Sequence[str]
) -> None:
    """Tell that a person settled the conflict of an agent's work."""
    await _record_deed(session, member, row, SettledConflict(agent=row.agent_name, files=tuple(files)))


async def record_done(
    session: AsyncSession,
    project_id: ProjectId,
    agent_run_id: UUID,
    *,
    agent: str,
    request: str,
    files: int,
    conflicts: tuple[str, ...],
) -> None:
    """Tell that an agent did its work."""
    actor = projects.Actor(kind="agent", id=agent, name=agent)
    verb = DidWork(files=files, conflicts=conflicts)
    await projects.record_activity(session, project_id, actor, verb, _object(agent_run_id, request))


async def _record_deed(session: AsyncSession, member: Member, row: AgentRunRow, verb: projects.Verb) -> None:
    if row.project_id is not None:
        await projects.record_activity(
            session, row.project_id, _actor(member), verb, _object(row.id, row.request)
        )


def _actor(member: Member) -> projects.Actor:
    return projects.Actor(kind="account", id=str(member.account_id), name=member.name)


def _object(agent_run_id: UUID, request: str) -> projects.ActivityObject:
    first = request.strip().partition("\n")[0]
    title = first if len(first) <= 80 else f"{first[:79]}…"
    return projects.ActivityObject(kind="agent_run", id=str(agent_run_id), title=title)
