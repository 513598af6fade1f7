"""What `projects` needs from contexts above it; `main` supplies it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Protocol

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from coditect.kernel.ids import ProjectId


class CountWorkflows(Protocol):
    """Tells how many workflows each of the projects has; a project without any may be left out."""

    async def __call__(
        self, session: AsyncSession, project_ids: Sequence[ProjectId]
    ) -> Mapping[ProjectId, int]: ...


async def _count_workflows(connection: HTTPConnection) -> CountWorkflows:
    count: CountWorkflows = connection.app.state.count_workflows
    return count


WorkflowCounter = Annotated[CountWorkflows, Depends(_count_workflows)]
