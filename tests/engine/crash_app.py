"""A small engine in a process of its own, to be killed: `python -m tests.engine.crash_app URL FOLDER`."""

import asyncio
import random
import sys
from pathlib import Path

from coditect.engine import StepContext, StepResult, Worker
from tests.engine.harness import Input, Output, effect, handler
from tests.fixtures.platforms import open_platform


async def work(context: StepContext, _given: Input) -> StepResult:
    await asyncio.sleep(random.uniform(0, 0.02))
    return StepResult(Output(word=context.key), effect(f"{context.run_id}/{context.key}"))


async def main(url: str, folder: Path) -> None:
    async with open_platform(url, folder) as platform:
        await Worker(platform, [handler(work)]).run()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
