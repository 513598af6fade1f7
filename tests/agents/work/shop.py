"""Agent runs on a real database and a real folder, with a scripted model behind the real client libraries."""

import json
import subprocess
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, framework
from coditect.agents import ModelSettings
from coditect.agents.work import service
from coditect.agents.work.handler import FindServers, Surroundings, step_handler
from coditect.agents.work.limits import Budget
from coditect.agents.work.models import AgentCallRow, AgentRunRow
from coditect.agents.work.modes import Mode
from coditect.agents.work.places import FolderPlaces
from coditect.agents.work.service import Begun
from coditect.agents.work.states import RunState
from coditect.framework import Agent
from coditect.kernel.events import Event
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.engine.harness import look, working
from tests.fixtures.platforms import new_organization, until
from tests.model_server.server import ModelServer

FREE = """---
name: {name}
description: |
  Works in tests. Use it there. Not anywhere else.
{more}---

You mend things.
"""


def agent(name: str = "mender", **more: str) -> Agent:
    """An agent that answers in text; `more` are keys of its frontmatter, as they are written there."""
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    loaded = framework.parse_agent(Path(f"{name}.md"), FREE.format(name=name, more=lines))
    assert isinstance(loaded, Agent), loaded
    return loaded


def model_of(server: ModelServer, wire: str = "anthropic", **more: Any) -> ModelSettings:
    url = server.anthropic_url if wire == "anthropic" else server.openai_url
    kind: Any = wire
    given = {"timeout": 20, "retries": 2, "backoff": 0.01, "longest_wait": 2, **more}
    return ModelSettings(
        kind, "claude-sonnet-5-5" if wire == "anthropic" else "local", server.api_key, url, **given
    )


@dataclass
class Shop:
    """One organization with a folder, its agents and its models."""

    platform: Platform
    folder: Path
    models: Sequence[ModelSettings]
    agents: dict[str, Agent] = field(default_factory=dict)
    organization: OrganizationId = field(default_factory=new_organization)
    events: list[Event] = field(default_factory=list)
    servers: FindServers | None = None

    def handler(self) -> engine.StepHandler[Any]:
        async def models(_session: AsyncSession, _owner: object, _agent: Agent) -> Sequence[ModelSettings]:
            return self.models

        async def agents(_session: AsyncSession) -> Mapping[str, Agent]:
            return {**framework.load_library().agents, **self.agents}

        places = FolderPlaces(self.folder, self.platform.settings.data_dir)
        around = Surroundings(places, models, agents, observe=self.events.append, servers=self.servers)
        return step_handler(self.platform, around)

    @asynccontextmanager
    async def open(self, concurrency: int = 4) -> AsyncIterator[None]:
        async with working(self.platform, self.handler(), concurrency=concurrency):
            yield

    async def begin(
        self, who: Agent, request: str, *, mode: Mode = "autonomous", budget: Budget | None = None
    ) -> Begun:
        async with self.platform.database.write(tenant(self.organization)) as session:
            return await service.begin(
                session,
                self.organization,
                who,
                request,
                project_id=None,
                mode=mode,
                budget=budget or Budget(),
                account_id=None,
            )

    async def do(self, action: Callable[..., Any], *given: Any, **more: Any) -> None:
        """Do what a person does: one of the functions of `service`."""
        async with self.platform.database.write(tenant(self.organization)) as session:
            await action(session, *given, **more)

    async def row(self, begun: Begun) -> AgentRunRow:
        async with self.platform.database.read(tenant(self.organization)) as session:
            return (
                await session.scalars(select(AgentRunRow).where(AgentRunRow.id == begun.agent_run_id))
            ).one()

    async def rows(self) -> list[AgentRunRow]:
        async with self.platform.database.read(tenant(self.organization)) as session:
            return list(await session.scalars(select(AgentRunRow).order_by(AgentRunRow.created_at)))

    async def calls(self, begun: Begun) -> list[AgentCallRow]:
        async with self.platform.database.read(tenant(self.organization)) as session:
            found = await session.scalars(
                select(AgentCallRow)
                .where(AgentCallRow.agent_run_id == begun.agent_run_id)
                .order_by(AgentCallRow.number)
            )
            return list(found)

    async def reached(self, begun: Begun, *states: RunState) -> AgentRunRow:
        """Wait until an agent run is in one of the states, and nobody works on it."""

        async def is_there() -> bool:
            if (await self.row(begun)).state not in states:
                return False
            run = await look(self.platform, self.organization, begun.run_id)
            return all(step.status != "running" for step in run.steps if step.id == begun.agent_run_id)

        await until(is_there, what=f"{states}")
        return await self.row(begun)

    async def ended(self, begun: Begun) -> AgentRunRow:
        return await self.reached(begun, "done", "failed")


def make_repository(folder: Path, files: Mapping[str, str]) -> Path:
    """A git repository with one commit."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(
            ["git", "-c", "user.name=Test", "-c", "user.email=test@localhost", *arguments],
            cwd=folder,
            check=True,
        )
    return folder


def shown(thing: object) -> str:
    return json.dumps(thing, default=str)
