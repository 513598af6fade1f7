"""A program behind the same walls with which one talks: its standard input and output stay open."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coditect.workspaces.sandbox.bounds import Ended, Limits
from coditect.workspaces.sandbox.running import Prepared, end, inherited, launch, prepare, put_away
from coditect.workspaces.sandbox.watching import watch

_MOST_ERRORS: Final = 4_000


@dataclass
class Served:
    """A program that runs. `errors` is the end of what it said on standard error, `ended` by what limit it was ended."""

    stdin: asyncio.StreamWriter
    stdout: asyncio.StreamReader
    errors: bytearray
    silent: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when it can say nothing more on standard error."""
    ended: Ended = "exit"


@asynccontextmanager
async def serve(
    command: str,
    root: Path,
    limits: Limits | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    longest_line: int = 4_000_000,
) -> AsyncIterator[Served]:
    """Run `command` as `run` does, the folder read-only, until the block ends; all its processes end with it.

    `environment` is added to the sandbox's own, and seen by nothing but the program. The limit on time counts its CPU
    time only. Reading a line longer than `longest_line` raises `ValueError`.
    """
    prepared = await asyncio.to_thread(prepare, command, root, limits or Limits(), writable=False)
    words = [word for name, value in (environment or {}).items() for word in ("--setenv", name, value)]
    try:
        with inherited(prepared.filter_program, "".join(f"{word}\0" for word in words).encode()) as handed:
            process = await asyncio.create_subprocess_exec(
                *launch(prepared, handed.given),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                pass_fds=handed.given.all(),
                env={},
                cwd="/",
                limit=longest_line,
            )
            handed.start()
            async with _attended(process, prepared) as served:
                yield served
    finally:
        await put_away(prepared)


@asynccontextmanager
async def _attended(process: asyncio.subprocess.Process, prepared: Prepared) -> AsyncIterator[Served]:
    assert process.stdin is not None
    assert process.stdout is not None
    served = Served(process.stdin, process.stdout, bytearray())

    def stop(why: Ended) -> None:
        if served.ended == "exit" and process.returncode is None:
            served.ended = why
            process.kill()

    watching = asyncio.create_task(
        watch(
            stop,
            prepared.folder,
            limits=prepared.limits,
            sandbox_pid=process.pid,
            memory_too=prepared.group is None,
        )
    )
    hearing = asyncio.create_task(_hear(process, served))
    try:
        yield served
    finally:
        await asyncio.shield(_end(process))
        for task in (watching, hearing):
            task.cancel()
        await asyncio.gather(watching, hearing, return_exceptions=True)
        with contextlib.suppress(OSError):
            process.stdin.close()


async def _end(process: asyncio.subprocess.Process) -> None:
    """End it, and read what is left meanwhile: with something in a pipe it would not count as ended."""
    draining = asyncio.create_task(_drain(process))
    await end(process)
    draining.cancel()
    await asyncio.gather(draining, return_exceptions=True)


async def _drain(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    while await process.stdout.read(65_536):
        pass


async def _hear(process: asyncio.subprocess.Process, served: Served) -> None:
    assert process.stderr is not None
    while chunk := await process.stderr.read(65_536):
        served.errors += chunk
        del served.errors[: max(0, len(served.errors) - _MOST_ERRORS)]
    served.silent.set()
