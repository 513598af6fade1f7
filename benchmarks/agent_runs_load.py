"""`python -m benchmarks.agent_runs_load KIND URL FOLDER RUNS AT_ONCE`: prints one JSON object.

Each run asks the model twice and reads one file. KIND is `client` (the provider's library alone), `pydantic-ai` (an
agent with one tool) or `coditect` (durable agent runs on SQLite, with journal, prompt and all).
"""

import asyncio
import contextlib
import json
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, framework
from coditect.agents import ModelSettings
from coditect.agents.work import service
from coditect.agents.work.events import AgentRunChanged
from coditect.agents.work.handler import Surroundings, step_handler
from coditect.agents.work.limits import Budget
from coditect.agents.work.places import FolderPlaces
from coditect.framework import Agent
from coditect.kernel.config import Settings
from coditect.kernel.events import Event
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.migrate import migrate
from coditect.kernel.scope import tenant
from coditect.main import build_platform

NAME = "claude-sonnet-5-5"
AGENT = """---
name: reader
description: |
  Reads in benchmarks. Use it there. Not anywhere else.
tools: Read
---

You read files.
"""
Once = Callable[[], Awaitable[None]]


@asynccontextmanager
async def client(url: str, folder: Path) -> AsyncIterator[Once]:
    """The provider's own library."""
    import anthropic

    tool: anthropic.types.ToolParam = {
        "name": "Read",
        "input_schema": {"type": "object", "properties": {"file_path": {"type": "string"}}},
    }
    async with anthropic.AsyncAnthropic(api_key="x", base_url=url, max_retries=0) as asked:

        async def once() -> None:
            turns: list[anthropic.types.MessageParam] = [{"role": "user", "content": "What is this?"}]
            while True:
                async with asked.messages.stream(
                    model=NAME, max_tokens=1000, messages=turns, tools=[tool]
                ) as stream:
                    answer = await stream.get_final_message()
                if answer.stop_reason == "end_turn":
                    return
                text = await asyncio.to_thread((folder / "README.md").read_text)
                turns += [
                    {"role": "assistant", "content": answer.content},
                    {
                        "role": "user",
                        "content": [{"type": "tool_result", "tool_use_id": "toolu_1", "content": text}],
                    },
                ]

        yield once


@asynccontextmanager
async def bare_pydantic_ai(url: str, folder: Path) -> AsyncIterator[Once]:
    """The model library with an agent of its own, which keeps nothing."""
    from pydantic_ai import Agent as ModelAgent
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    agent = ModelAgent(
        AnthropicModel(NAME, provider=AnthropicProvider(api_key="x", base_url=url)),
        instructions="You read files.",
    )

    @agent.tool_plain(name="Read")
    async def read(file_path: str) -> str:
        return await asyncio.to_thread((folder / file_path).read_text)

    async with agent:

        async def once() -> None:
            async with agent.run_stream("What is this?") as result:
                await result.get_output()

        yield once


@asynccontextmanager
async def coditect(url: str, folder: Path) -> AsyncIterator[Once]:
    """Agent runs as they are on a server: a durable step with its journal."""
    state = folder / "state"
    state.mkdir()
    settings = Settings(data_dir=state, database_url=f"sqlite:///{state / 'state.db'}")
    await migrate(settings.owner_database_url)
    platform = build_platform(settings)
    owner = OrganizationId(new_id())
    loaded = framework.parse_agent(Path("reader.md"), AGENT)
    assert isinstance(loaded, Agent)
    waiting: dict[object, asyncio.Future[None]] = {}

    async def models(_session: AsyncSession, _owner: object, _agent: Agent) -> Sequence[ModelSettings]:
        return [ModelSettings("anthropic", NAME, "x", url)]

    async def agents(_session: AsyncSession) -> Mapping[str, Agent]:
        return {}

    def observe(event: Event) -> None:
        if isinstance(event, AgentRunChanged) and event.state in {"done", "failed"}:
            assert event.state == "done", event.reason
            waiting[event.agent_run_id].set_result(None)

    around = Surroundings(FolderPlaces(folder, state), models, agents, observe=observe)
    worker = asyncio.create_task(
        engine.Worker(platform, [step_handler(platform, around)], concurrency=256).run()
    )

    async def once() -> None:
        async with platform.database.write(tenant(owner)) as session:
            begun = await service.begin(
                session,
                owner,
                loaded,
                "What is this?",
                project_id=None,
                mode="autonomous",
                budget=Budget(),
                account_id=None,
            )
            # Before the commit, after which it may be done at any moment.
            waiting[begun.agent_run_id] = asyncio.get_running_loop().create_future()
        await waiting[begun.agent_run_id]

    yield once
    worker.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await worker
    platform.cpu.close()
    await platform.database.close()


KINDS: Mapping[str, Callable[[str, Path], contextlib.AbstractAsyncContextManager[Once]]] = {
    "client": client,
    "pydantic-ai": bare_pydantic_ai,
    "coditect": coditect,
}


async def measure(kind: str, url: str, folder: Path, runs: int, at_once: int) -> dict[str, float]:
    """Do `runs` runs, `at_once` of them at a time, after some that do not count."""
    process = psutil.Process()
    async with KINDS[kind](url, folder) as once:
        for _ in range(5):
            await once()
        before, most = process.memory_info().rss, 0
        seconds: list[float] = []
        slots = asyncio.Semaphore(at_once)

        async def one() -> None:
            nonlocal most
            async with slots:
                began = time.perf_counter()
                await once()
                seconds.append(time.perf_counter() - began)
                most = max(most, process.memory_info().rss)

        began = time.perf_counter()
        await asyncio.gather(*(one() for _ in range(runs)))
        whole = time.perf_counter() - began
    return {
        "p50_ms": statistics.median(seconds) * 1000,
        "rate": runs / whole,
        "kib_each": (most - before) / 1024 / at_once,
    }


if __name__ == "__main__":
    given = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(given[0], given[1], Path(given[2]), int(given[3]), int(given[4])))))
