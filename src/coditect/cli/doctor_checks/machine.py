"""Looks at this machine: names of settings, the data folder, the disk, programs."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from coditect import workspaces
from coditect.cli.doctor_checks.finding import Check, Finding, State
from coditect.kernel.config import Settings

_MIB = 1024 * 1024
_FULL_BYTES = 200 * _MIB
_NEARLY_FULL_BYTES = 2048 * _MIB


async def _settings(_settings: Settings) -> Sequence[Finding]:
    known = {f"CODITECT_{name.upper()}" for name in Settings.model_fields}
    strange = sorted(name for name in os.environ if name.startswith("CODITECT_") and name not in known)
    if strange:
        mend = "Nothing reads them; docs/guides/settings.md lists the names that count."
        return [Finding("Settings", "note", f"unknown: {', '.join(strange)}", mend)]
    return [Finding("Settings", "ok", "every name is known")]


async def _data_folder(settings: Settings) -> Sequence[Finding]:
    folder = settings.data_dir
    existing = _existing(folder)
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        mend = "Choose a folder that you may write to, by --data-dir or CODITECT_DATA_DIR."
        return [Finding("Data folder", "broken", f"{folder} cannot be written", mend)]
    if folder.is_dir() and folder.stat().st_mode & 0o007:
        mend = f"It holds people's data and, with SQLite, keys: chmod o-rwx {folder}"
        return [Finding("Data folder", "note", f"{folder} is open to everybody on this machine", mend)]
    return [Finding("Data folder", "ok", str(folder))]


async def _free_disk(settings: Settings) -> Sequence[Finding]:
    free = shutil.disk_usage(_existing(settings.data_dir)).free
    found = f"{free / (1024 * _MIB):.1f} GiB free"
    if free < _NEARLY_FULL_BYTES:
        state: State = "broken" if free < _FULL_BYTES else "note"
        return [Finding("Free disk", state, found, "Make room, or move the data folder to a larger disk.")]
    return [Finding("Free disk", "ok", found)]


async def _pages(_settings: Settings) -> Sequence[Finding]:
    if (Path(str(files("coditect"))) / "web" / "index.html").is_file():
        return [Finding("Pages", "ok", "built")]
    return [Finding("Pages", "broken", "not built", "Run `make setup` in the source folder.")]


async def _git(_settings: Settings) -> Sequence[Finding]:
    if not shutil.which("git"):
        return [Finding("git", "broken", "not found", "Projects have git repositories: install git.")]
    _, told = await _run("git", "--version")
    return [Finding("git", "ok", told.removeprefix("git version "))]


async def _sandbox(_settings: Settings) -> Sequence[Finding]:
    why_not = await workspaces.readiness()
    if why_not:
        mend = "Until then agents' shell is refused; docs/guides/sandbox.md says what it needs."
        return [Finding("Sandbox", "note", why_not, mend)]
    return [Finding("Sandbox", "ok", "commands of agents run behind its walls and limits")]


async def _ripgrep(_settings: Settings) -> Sequence[Finding]:
    if shutil.which("rg"):
        return [Finding("ripgrep", "ok", "found")]
    return [Finding("ripgrep", "note", "not found", "Agents search files with it: install ripgrep.")]


async def _run(*command: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    return process.returncode or 0, told.decode(errors="replace").strip()


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())


CHECKS: Sequence[Check] = (_settings, _data_folder, _free_disk, _pages, _git, _sandbox, _ripgrep)
