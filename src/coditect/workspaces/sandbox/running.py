"""Runs one command behind the walls, and says why where it cannot."""

import asyncio
import contextlib
import json
import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coditect.workspaces.sandbox import cgroups, seccomp, walls
from coditect.workspaces.sandbox.bounds import Ended, Limits, Outcome, SandboxUnavailable
from coditect.workspaces.sandbox.gitlinks import git_folder
from coditect.workspaces.sandbox.launcher import Show
from coditect.workspaces.sandbox.watching import Growing, watch

_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_FIRST_USER, _USERS = 2_000_000_000, 100_000_000
"""Numbers that no system gives to people; each command gets one of its own, so that two share nothing by it."""
_MOST_OUTPUT_FACTOR: Final = 100
_OWN_PROCESSES: Final = 8
"""Of bubblewrap and what stands before the command; they count against the group's limit."""
_CHUNK: Final = 65_536
_ENDING_SECONDS: Final = 20.0


async def run(command: str, root: Path, limits: Limits | None = None, *, writable: bool = True) -> Outcome:
    """Run `command` by bash with the folder `root` as `/workspace`; raise `SandboxUnavailable` where it is not safe.

    `.git` in the folder is read-only, and so is the repository of a linked worktree; our own `.coditect` is not there.
    There is no network and nothing of the platform's environment. All processes have ended when this returns.
    """
    prepared = await asyncio.to_thread(prepare, command, root, limits or Limits(), writable=writable)
    try:
        with inherited(prepared.filter_program) as handed:
            return await _Running(prepared).until_ended(launch(prepared, handed.given), handed)
    finally:
        await put_away(prepared)


async def readiness() -> str | None:
    """Return why commands cannot be run here, or None when they can: one is run to find out."""
    with tempfile.TemporaryDirectory(prefix="coditect-sandbox-") as folder:
        try:
            outcome = await run("echo well", Path(folder), Limits(seconds=20))
        except SandboxUnavailable as problem:
            return problem.detail
    return None if outcome.output == "well\n" else f"A first command gave: {outcome.output[:200]!r}."


@dataclass(frozen=True)
class Prepared:
    """A command and all that must be there before it starts. `group` is None where no cgroup can be made."""

    command: str
    root: Path
    writable: bool
    limits: Limits
    bubblewrap: str
    filter_program: bytes
    group: cgroups.Group | None
    folder: Growing


def prepare(command: str, root: Path, limits: Limits, *, writable: bool) -> Prepared:
    """Make what a command needs before it starts, or raise `SandboxUnavailable`."""
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None:
        raise SandboxUnavailable(
            "Commands are refused: bubblewrap is not installed (on Debian: apt install bubblewrap)."
        )
    if not Path("/usr/bin/prlimit").exists():
        raise SandboxUnavailable("Commands are refused: /usr/bin/prlimit, of util-linux, is missing.")
    if (root := root.resolve()) == Path(root.root):
        raise SandboxUnavailable("Commands are refused: the folder of the work is the whole machine.")
    group = cgroups.make(limits.memory_bytes, limits.processes + _OWN_PROCESSES)
    filter_program = seccomp.program(without_shared_memory=group is None)
    if filter_program is None:
        if group is not None:
            group.remove()
        raise SandboxUnavailable(
            "Commands are refused: the filter of system calls is not written for this kind of machine."
        )
    return Prepared(command, root, writable, limits, bubblewrap, filter_program, group, Growing(root))


async def put_away(prepared: Prepared) -> None:
    """Remove what was made for a command that has ended."""
    if prepared.group is not None:
        await asyncio.shield(asyncio.to_thread(prepared.group.remove))


@dataclass
class Handed:
    """What bubblewrap inherits, and the end of a pipe on which the sandbox says that it is ready."""

    given: walls.Descriptors
    ready: int
    started: bool = False

    def start(self) -> None:
        """Let go of our copy of the pipe's other end, so that it ends with the sandbox."""
        self.started = True
        os.close(self.given.ready)


@contextmanager
def inherited(filter_program: bytes, more: bytes | None = None) -> Iterator[Handed]:
    """Open what bubblewrap inherits; `more` are further arguments of it."""
    opened: list[int] = []
    ready, tell = os.pipe()
    handed: Handed | None = None
    try:
        contents = [filter_program, *(text.encode() for _, text in walls.SMALL_FILES)]
        for content in [*contents, *([] if more is None else [more])]:
            opened.append(os.memfd_create("coditect-sandbox"))
            os.write(opened[-1], content)
            os.lseek(opened[-1], 0, os.SEEK_SET)
        files = opened[1 : len(contents)]
        handed = Handed(
            walls.Descriptors(opened[0], tell, files, None if more is None else opened[-1]), ready
        )
        yield handed
    finally:
        # Each once: a number that is free again may already be somebody else's.
        for descriptor in (*opened, ready, *([] if handed is not None and handed.started else [tell])):
            os.close(descriptor)


def launch(prepared: Prepared, given: walls.Descriptors) -> Sequence[str]:
    """Return the command line of the launcher."""
    is_root = os.geteuid() == 0
    root, limits, has_group = prepared.root, prepared.limits, prepared.group is not None
    repository = git_folder(root)
    sources = [(str(root), prepared.writable), *([(str(repository), False)] if repository else [])]
    shows = [Show(source, f"/tmp/{number}", writable) for number, (source, writable) in enumerate(sources)]  # noqa: S108 - private to the launcher
    seen = [show.at if is_root else show.source for show in shows]
    place = walls.Place(
        root=seen[0],
        git_folders=[(seen[1], str(repository))] if repository else [],
        protected=[name for name in (".git",) if _is_there(root / name)],
        hidden=[name for name in (".coditect",) if _is_there(root / name)],
        writable=prepared.writable,
    )
    around = walls.arguments(
        prepared.bubblewrap,
        place,
        given,
        # Without a group these files would be no part of what is counted.
        memory_bytes=limits.memory_bytes // (1 if has_group else 8),
        processes=limits.processes,
    )
    specification = {
        "uid": _FIRST_USER + secrets.randbelow(_USERS) if is_root else None,
        "shows": [vars(show) for show in shows] if is_root else [],
        "cgroups": prepared.group.entries if prepared.group else [],
        "rlimits": _rlimits(limits, alone=not has_group),
        "command": [*around, prepared.command],
    }
    return [sys.executable, "-I", "-S", str(_LAUNCHER), json.dumps(specification)]


def _is_there(path: Path) -> bool:
    return path.exists() and not path.is_symlink()


def _rlimits(limits: Limits, *, alone: bool) -> dict[str, int]:
    """Limits of each process; without a group they and the watch are what bounds memory."""
    return {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": limits.disk_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_CPU": max(1, round(limits.seconds * (os.cpu_count() or 1))),
        "RLIMIT_MEMLOCK": 65_536,
        "RLIMIT_MSGQUEUE": 0,
    } | ({"RLIMIT_DATA": limits.memory_bytes} if alone else {})


@dataclass
class _Running:
    """A command while it runs: its output so far, and why it was ended, if it was."""

    prepared: Prepared
    ended: Ended = "exit"
    head: bytearray = field(default_factory=bytearray)
    tail: bytearray = field(default_factory=bytearray)
    written: int = 0

    async def until_ended(self, command_line: Sequence[str], handed: Handed) -> Outcome:
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *command_line,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            pass_fds=handed.given.all(),
            env={},
            cwd="/",
        )
        handed.start()
        try:
            await self._attend(process)
        finally:
            await asyncio.shield(end(process))
        is_up = await asyncio.to_thread(os.read, handed.ready, 1) == b"1"
        output = bytes(self.head) + self._gap() + bytes(self.tail)
        text = output.decode("utf-8", "replace")
        if not is_up and self.ended == "exit":
            raise SandboxUnavailable(
                f"Commands are refused: the sandbox cannot be set up ({text.strip()[:300]})."
            )
        if (
            self.ended == "exit"
            and self.prepared.group is not None
            and self.prepared.group.ran_out_of_memory()
        ):
            self.ended = "memory"
        return Outcome(
            status=process.returncode if process.returncode is not None and process.returncode >= 0 else None,
            output=text,
            ended=self.ended,
            cut=self._dropped() > 0,
            seconds=time.monotonic() - began,
        )

    async def _attend(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None

        def stop(why: Ended) -> None:
            if self.ended == "exit" and process.returncode is None:
                self.ended = why
                process.kill()

        watching = asyncio.create_task(
            watch(
                stop,
                self.prepared.folder,
                limits=self.prepared.limits,
                sandbox_pid=process.pid,
                memory_too=self.prepared.group is None,
            )
        )
        try:
            async with asyncio.timeout(self.prepared.limits.seconds):
                while chunk := await process.stdout.read(_CHUNK):
                    self._keep(chunk)
                    if self.written > _MOST_OUTPUT_FACTOR * self.prepared.limits.output_bytes:
                        stop("output")
                await process.wait()
        except TimeoutError:
            stop("time")
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    def _keep(self, chunk: bytes) -> None:
        self.written += len(chunk)
        half = self.prepared.limits.output_bytes // 2
        room = max(0, half - len(self.head))
        self.head += chunk[:room]
        self.tail += chunk[room:]
        del self.tail[: max(0, len(self.tail) - half)]

    def _dropped(self) -> int:
        return self.written - len(self.head) - len(self.tail)

    def _gap(self) -> bytes:
        return f"\n[… {self._dropped()} bytes left out …]\n".encode() if self._dropped() else b""


async def end(process: asyncio.subprocess.Process) -> None:
    """End bubblewrap; with it the first process of its name space goes, and with that all others."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_ENDING_SECONDS):
            await process.wait()
