"""Measuring in processes of their own: ours, and peers in their locked environments."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "benchmarks" / "peers"
SECONDS = 240


def python_of(peer: str) -> Path:
    """Return the interpreter of the peer's own environment, made from its lock when it is not there."""
    folder = ROOT / ".tools" / "peers" / peer
    if not (folder / ".made").exists():
        _run(sys.executable, "-m", "venv", "--without-pip", folder)
        uv = Path(sys.executable).parent / "uv"
        lock = PEERS / peer / "requirements.lock"
        _run(uv, "pip", "sync", "--quiet", "--require-hashes", "--python", folder / "bin" / "python", lock)
        (folder / ".made").touch()
    return folder / "bin" / "python"


def measured(*command: object, folder: Path) -> dict[str, float]:
    """Return what a command prints last, a JSON object."""
    found: dict[str, float] = json.loads(_run(*command, folder=folder).splitlines()[-1])
    return found


def _run(*command: object, folder: Path = ROOT) -> str:
    return subprocess.run(
        [str(part) for part in command],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=SECONDS,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    ).stdout
