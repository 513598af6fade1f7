"""Agent runs in a folder of one's own, without a server: the same step on the same engine, its state in `.coditect`."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, framework
from coditect.agents.binding import installed_models
from coditect.agents.mcp_client import folder as declared
from coditect.agents.mcp_client import looking
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.offering import Usable
from coditect.agents.providers import ModelSettings
from coditect.agents.work import reading, service
from coditect.agents.work.given import AgentTask
from coditect.agents.work.handler import Surroundings, step_handler
from coditect.agents.work.journal import Observe
from coditect.agents.work.limits import Budget
from coditect.agents.work.models import AgentCallRow, AgentRunRow
from coditect.agents.work.modes import Mode
from coditect.agents.work.places import FolderPlaces
from coditect.agents.work.schemas import AgentRunRead, AgentRunSummary
from coditect.agents.work.service import Begun
from coditect.framework import Agent
from coditect.kernel.config import Settings
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

FOLDER: Final = ".coditect"
OWNER: Final = OrganizationId(UUID(int=1))
"""Everything in a folder's state belongs to the one who works there."""


class FolderSettings(Settings):
    """The settings without `coditect.toml`: the folder may be anybody's, and must not say where a key is sent."""

    model_config = SettingsConfigDict(toml_file=None)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del settings_cls, dotenv_settings, file_secret_settings
        return init_settings, env_settings


def settings_in(folder: Path) -> Settings:
    """Return the settings for work in a folder."""
    state = folder / FOLDER
    return FolderSettings(data_dir=state, database_url=f"sqlite:///{state / 'state.db'}")


def agents_in(folder: Path) -> Mapping[str, Agent]:
    """Return the library's agents, and over them those of the folder."""
    library = framework.load_library().agents
    own = framework_folder(folder)
    return {**library, **framework.load_folder(own).agents} if own else library


def framework_folder(folder: Path) -> Path | None:
    """Return where the folder has agents of its own."""
    found = (folder / FOLDER / "agents", folder / ".claude" / "agents")
    return next((path for path in found if path.is_dir()), None)


@dataclass(frozen=True)
class LocalWork:
    """Agent runs of one folder, with a worker in this process."""

    platform: Platform
    agents: Mapping[str, Agent]

    async def begin(self, agent: Agent, request: str, mode: Mode, budget: Budget) -> Begun:
        """Queue work for an agent."""
        async with self.platform.database.write(tenant(OWNER)) as session:
            return await service.begin(
                session, OWNER, agent, request, project_id=None, mode=mode, budget=budget, account_id=None
            )

    async def read(self, agent_run_id: UUID) -> AgentRunRead:
        """Return an agent run as it stands."""
        async with self.platform.database.read(tenant(OWNER)) as session:
            return await reading.read_agent_run(session, OWNER, agent_run_id)

    async def newest(self) -> Sequence[AgentRunSummary]:
        """Return the agent runs that were begun here, newest first."""
        async with self.platform.database.read(tenant(OWNER)) as session:
            page = await reading.list_agent_runs(
                session, OWNER, project_id=None, run_id=None, limit=200, cursor=None
            )
        return page.items

    async def waiting(self, root_id: UUID) -> AgentRunRead | None:
        """Return the agent run of a family that rests when nobody of it works; None while somebody does, or all is over."""
        root = await self.read(root_id)
        async with self.platform.database.read(tenant(OWNER)) as session:
            run = await engine.get_run(session, OWNER, root.run_id)
            if any(step.status in {"ready", "running"} for step in run.steps):
                return None
            rows = (await session.scalars(select(AgentRunRow).where(AgentRunRow.run_id == root.run_id))).all()
        resting = [row for row in rows if row.state in {"asking", "stopped"}]
        return await self.read(resting[0].id) if resting else None

    async def do(self, action: Any, agent_run_id: UUID, *given: Any, **more: Any) -> None:
        """Do what a person does: one of the functions of `service`."""
        async with self.platform.database.write(tenant(OWNER)) as session:
            await action(session, agent_run_id, *given, **more)

    async def asked(self, agent_run_id: UUID) -> AgentCallRow | None:
        """Return the call that waits for a person."""
        async with self.platform.database.read(tenant(OWNER)) as session:
            return await session.scalar(
                select(AgentCallRow)
                .where(AgentCallRow.agent_run_id == agent_run_id, AgentCallRow.state == "asked")
                .order_by(AgentCallRow.number)
                .limit(1)
            )


@asynccontextmanager
async def at_work(
    platform: Platform,
    folder: Path,
    observe: Observe | None = None,
    mcp_servers: Sequence[declared.Declared] = (),
) -> AsyncIterator[tuple[LocalWork, engine.Worker]]:
    """Open the work in a folder, with a worker that the caller runs."""
    agents = agents_in(folder)

    async def models(_session: AsyncSession, _owner: OrganizationId, agent: Agent) -> Sequence[ModelSettings]:
        return installed_models(platform.settings, agent)

    async def find(_session: AsyncSession) -> Mapping[str, Agent]:
        return agents

    async def values(_session: AsyncSession, row: McpServerRow) -> Mapping[str, str]:
        return declared.values_of(mcp_servers, row)

    async def servers(session: AsyncSession, owner: OrganizationId, _given: AgentTask) -> Sequence[Usable]:
        found = await looking.usable(platform, session, owner, None, values)
        return [one for one in found if any(one.spec == each.spec for each in mcp_servers)]

    around = Surroundings(
        FolderPlaces(folder, platform.settings.data_dir),
        models,
        find,
        observe=observe,
        allowed_hosts=platform.settings.hosts_for_agents,
        servers=servers,
    )
    try:
        yield LocalWork(platform, agents), engine.Worker(platform, [step_handler(platform, around)])
    finally:
        platform.cpu.close()
        await platform.database.close()
