"""Programs of npm packages in their locked environments below this folder."""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def program(package: str, name: str) -> Path | None:
    """Return an installed program of `benchmarks/{package}`, or None on a machine without npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder = HERE / package
    found = folder / "node_modules" / ".bin" / name
    if not found.exists():
        install = [npm, "--prefix", str(folder), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        quiet = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run(install, check=True, capture_output=True, env=quiet)
    return found
