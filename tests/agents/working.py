"""The application with projects and agents, a worker, and a scripted model."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from coditect import engine
from coditect.agents import context
from coditect.agents.breaker import breaker_of
from tests.agents.house import API
from tests.fixtures.platforms import until
from tests.identity.house import House
from tests.model_server.server import ModelServer
from tests.projects.house import run_projects_house


@asynccontextmanager
async def run_working_house(url: str, folder: Path, model_server: ModelServer) -> AsyncIterator[House]:
    breaker_of.cache_clear()
    settings = {
        "model": "anthropic:claude-sonnet-5-5",
        "anthropic_api_key": model_server.api_key,
        "anthropic_base_url": model_server.anthropic_url,
    }
    async with run_projects_house(url, folder, **settings) as house:
        for router in context.routers:
            house.app.include_router(router, prefix=API)
        platform = house.platform
        platform.database.on_published(lambda: platform.bus.wake("steps"))
        worker = asyncio.create_task(engine.Worker(platform, context.step_handlers(platform)).run())
        yield house
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


async def ask(client: httpx.AsyncClient, method: str, path: str, status: int, **body: Any) -> dict[str, Any]:
    answer = await client.request(method, f"{API}{path}", json=body or None)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


async def worked(
    client: httpx.AsyncClient, agent: str, project_id: str, request: str, **more: Any
) -> dict[str, Any]:
    """Let an agent work to its end, and return its run."""
    begun = await ask(
        client, "POST", f"/agents/{agent}/runs", 202, project_id=project_id, request=request, **more
    )
    place = f"/agent-runs/{begun['id']}"

    async def has_ended() -> bool:
        return (await ask(client, "GET", place, 200))["state"] in {"done", "failed"}

    await until(has_ended, what="the agent run")
    return await ask(client, "GET", place, 200)
