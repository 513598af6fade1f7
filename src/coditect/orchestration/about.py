"""What runs are about, which only the contexts above know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol
from uuid import UUID

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from coditect.kernel.ids import ProjectId, RunId


@dataclass(frozen=True)
class About:
    """The thing that a run works on, and where it stands."""

    kind: Literal["workflow", "agent_run"]
    id: UUID
    title: str
    project_id: ProjectId


class DescribeRuns(Protocol):
    """Tells what runs are about; runs that it does not know are left out."""

    async def __call__(self, session: AsyncSession, run_ids: Sequence[RunId], /) -> Mapping[RunId, About]: ...


async def _describer(connection: HTTPConnection) -> DescribeRuns:
    describe: DescribeRuns = connection.app.state.describe_runs
    return describe


RunDescriber = Annotated[DescribeRuns, Depends(_describer)]
