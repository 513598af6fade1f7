"""Finding a run by its id."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.ids import RunId
from coditect.organizations import Found, Member, Permission


async def find_runs(
    session: AsyncSession, member: Member, words: Sequence[str], _limit: int, /
) -> Sequence[Found]:
    """Return the run that is named by its id."""
    if len(words) != 1 or not member.may(Permission.WORKFLOW_READ):
        return ()
    try:
        run_id = RunId(UUID(words[0]))
    except ValueError:
        return ()
    states = await engine.run_states(session, member.organization_id, [run_id])
    return [
        Found(
            kind="run",
            id=str(run_id),
            title=str(run_id),
            path=f"/runs/{run_id}",
            project_id=None,
            project_name=None,
            number=None,
            state=state.status,
        )
        for state in states.values()
    ]
