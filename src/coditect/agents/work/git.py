"""Git as a child process that a hostile repository cannot make run anything: no hooks, no file monitor, no helpers."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

SECONDS = 60
_SAFE = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.pager=cat",
    "core.quotePath=false",
    "commit.gpgSign=false",
    "log.showSignature=false",
    "gc.auto=0",
)

_NOTHING: Mapping[str, str] = {}
_FILTERS = r"^filter\..*\.(clean|smudge|process)$"


class GitRefused(Exception):  # noqa: N818 - what git said
    """Git did not do it; the message is its own."""


def ask(*arguments: str, where: Path) -> str | None:
    """Return what git prints in a folder, or None when it fails or is missing.

    The folder's own settings may name programs for the content of files (filters): they are emptied one by one, since
    git has no switch for all.
    """
    # The owner of a folder that is read need not be the one who reads it.
    trusted = ("-c", f"safe.directory={where.resolve()}")
    place = (*trusted, "--no-pager", "--no-optional-locks", "-C", str(where))
    try:
        named = _run((*place, "config", "--name-only", "-z", "--get-regexp", _FILTERS), _NOTHING)
        names = dict.fromkeys(name for name in named.stdout.decode("utf-8", "replace").split("\0") if name)
        emptied = [part for name in names for part in ("-c", f"{name}=")]
        done = _run((*place, *emptied, *arguments), _NOTHING)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def do(*arguments: str, also_fine: int = 0, environment: Mapping[str, str] = _NOTHING) -> str:
    """Return what git prints; raise `GitRefused` unless it ends with 0 or with `also_fine`."""
    return read(*arguments, also_fine=also_fine, environment=environment).decode("utf-8", "replace")


def read(*arguments: str, also_fine: int = 0, environment: Mapping[str, str] = _NOTHING) -> bytes:
    """Like `do`, for the content of files."""
    try:
        done = _run(arguments, environment)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitRefused(f"Git could not do its work: {error}.") from None
    if done.returncode not in {0, also_fine}:
        raise GitRefused(done.stderr.decode("utf-8", "replace").strip()[:500])
    return done.stdout


def _run(arguments: tuple[str, ...], environment: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    settings = [part for setting in _SAFE for part in ("-c", setting)]
    return subprocess.run(  # noqa: S603 - arguments are ours
        ["git", *settings, *arguments],  # noqa: S607 - found on the PATH by design
        capture_output=True,
        check=False,
        timeout=SECONDS,
        stdin=subprocess.DEVNULL,
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": os.devnull,
            "LC_ALL": "C",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            # Not even to fetch an object that is missing: the address may name a program.
            "GIT_ALLOW_PROTOCOL": "none",
            **environment,
        },
    )
