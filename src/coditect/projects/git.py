"""Git as a child process: away from the event loop, deaf to the machine's and the user's configuration."""

import os
import subprocess
from datetime import datetime
from pathlib import Path

import anyio.to_thread

from coditect.kernel.writing import forbid_in_write
from coditect.projects.errors import GitFailed

DEFAULT_BRANCH = "main"
LONGEST_RUN_SECONDS = 30.0

_AUTHOR = "CODITECT <coditect@localhost>"


async def create_repository(folder: Path, readme: str, at: datetime) -> None:
    """Make a bare repository at `folder` whose first commit holds `readme`; the same input gives the same commit."""
    await run("init", "--quiet", "--bare", f"--initial-branch={DEFAULT_BRANCH}", "--template=", str(folder))
    await run(f"--git-dir={folder}", "fast-import", "--quiet", "--done", stdin=_first_commit(readme, at))


async def head_of(folder: Path) -> str:
    """Return the commit that the default branch is at."""
    shown = await run(f"--git-dir={folder}", "rev-parse", "--verify", f"refs/heads/{DEFAULT_BRANCH}")
    return shown.decode().strip()


async def run(*arguments: str, stdin: bytes = b"") -> bytes:
    """Run git and return what it prints; raise `GitFailed` when it fails."""
    forbid_in_write("Running git")
    # In a thread: the event loop's own pipes fail on a child that ends before it has read its input.
    finished = await anyio.to_thread.run_sync(_run, arguments, stdin)
    if finished.returncode:
        raise GitFailed(f"Git failed: {finished.stderr.decode(errors='replace').strip()[:500]}")
    return finished.stdout


def _run(arguments: tuple[str, ...], stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        # What is reported as done must survive a power cut, like the rows that refer to it.
        return subprocess.run(  # noqa: S603 - arguments are ours; names of people's things never become arguments
            ["git", "-c", "core.fsync=all", *arguments],  # noqa: S607 - git is found on the PATH by design
            input=stdin,
            capture_output=True,
            check=False,
            timeout=LONGEST_RUN_SECONDS,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise GitFailed(f"Git took longer than {LONGEST_RUN_SECONDS:.0f} s.") from error
    except OSError as error:
        raise GitFailed(f"Git could not be started ({error.strerror}). Is it installed?") from error


def _environment() -> dict[str, str]:
    """Return all that git sees: no configuration, no identity and no repository of whoever started us."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.devnull,
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }


def _first_commit(readme: str, at: datetime) -> bytes:
    content = readme.encode()
    message = b"Start the project"
    return b"\n".join(
        [
            f"commit refs/heads/{DEFAULT_BRANCH}".encode(),
            f"committer {_AUTHOR} {int(at.timestamp())} +0000".encode(),
            f"data {len(message)}".encode(),
            message,
            b"M 644 inline README.md",
            f"data {len(content)}".encode(),
            content,
            b"done",
            b"",
        ]
    )
