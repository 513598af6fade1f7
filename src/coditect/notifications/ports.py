"""What notifications need to know of workflows; `main` supplies it, so that nobody imports the analyzer for it."""

from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import AccountId, ProjectId, RunId


class AnalysedWorkflow(Protocol):
    """The workflow that a run analysed."""

    @property
    def id(self) -> UUID: ...
    @property
    def project_id(self) -> ProjectId: ...
    @property
    def title(self) -> str: ...
    @property
    def created_by(self) -> AccountId: ...


class WorkflowOfRun(Protocol):
    """Tells which workflow a run analysed, if it analysed one."""

    async def __call__(self, session: AsyncSession, run_id: RunId, /) -> AnalysedWorkflow | None: ...
