"""Agent runs of projects over HTTP, in an application with a worker and a scripted model."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect import engine
from coditect.agents import context
from coditect.agents.breaker import breaker_of
from tests.agents.house import API, member
from tests.fixtures.platforms import until
from tests.identity.house import House
from tests.model_server.script import Call, Request
from tests.model_server.server import ModelServer
from tests.projects.house import run_projects_house

TEXT = """---
name: {name}
description: |
  Works in tests. Use it there. Not anywhere else (`debugger`).

  <example>
  user: "Write."
  assistant: "I'll ask the {name} subagent."
  </example>
  <example>
  user: "Write more."
  assistant: "I'll ask the {name} subagent."
  </example>
tools: {tools}
model: inherit
---

You write files.
"""


@pytest.fixture
async def house(
    migrated_database_url: str, tmp_path: Path, model_server: ModelServer
) -> AsyncIterator[House]:
    breaker_of.cache_clear()
    settings = {
        "model": "anthropic:claude-sonnet-5-5",
        "anthropic_api_key": model_server.api_key,
        "anthropic_base_url": model_server.anthropic_url,
    }
    async with run_projects_house(migrated_database_url, tmp_path / "house", **settings) as house:
        for router in context.routers:
            house.app.include_router(router, prefix=API)
        platform = house.platform
        platform.database.on_published(lambda: platform.bus.wake("steps"))
        worker = asyncio.create_task(engine.Worker(platform, context.step_handlers(platform)).run())
        yield house
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        for name, tools in (("scribe", "Read, Write, Edit"), ("foreman", "Read, Agent(scribe)")):
            made = await client.post(f"{API}/agents", json={"text": TEXT.format(name=name, tools=tools)})
            assert made.status_code == 201, made.text
        yield client


async def project(client: httpx.AsyncClient) -> str:
    made = await client.post(f"{API}/projects", json={"name": "Shop", "description": "Sells things."})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def begin(client: httpx.AsyncClient, project_id: str, name: str, request: str, **more: Any) -> str:
    begun = await client.post(
        f"{API}/agents/{name}/runs", json={"project_id": project_id, "request": request, **more}
    )
    assert begun.status_code == 202, begun.text
    return str(begun.json()["id"])


async def read(client: httpx.AsyncClient, agent_run_id: str) -> dict[str, Any]:
    answer = await client.get(f"{API}/agent-runs/{agent_run_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def reached(client: httpx.AsyncClient, agent_run_id: str, *states: str) -> dict[str, Any]:
    async def is_there() -> bool:
        return (await read(client, agent_run_id))["state"] in states

    await until(is_there, what=f"{states}")
    return await read(client, agent_run_id)


def git(house: House, *arguments: str) -> str:
    (repository,) = (house.platform.settings.data_dir / "repositories").glob("*/*.git")
    return subprocess.run(
        ["git", f"--git-dir={repository}", *arguments], check=True, capture_output=True, text=True
    ).stdout


def asked(request: Request) -> str:
    return (
        request.text.rpartition("[end of request")[0].rpartition("[request ")[2].partition("]\n")[2].strip()
    )


def write(name: str, content: str) -> Call:
    return Call({"file_path": name, "content": content}, tool="Write")
