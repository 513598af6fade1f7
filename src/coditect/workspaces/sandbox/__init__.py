"""One command in a sandbox: `run(command, root, limits)`; one to talk with: `serve`; `readiness()` says whether this machine can."""

from coditect.workspaces.sandbox.bounds import Ended, Limits, Outcome, SandboxUnavailable
from coditect.workspaces.sandbox.running import readiness, run
from coditect.workspaces.sandbox.serving import Served, serve
from coditect.workspaces.sandbox.walls import SANDBOX_ROOT

__all__ = [
    "SANDBOX_ROOT",
    "Ended",
    "Limits",
    "Outcome",
    "SandboxUnavailable",
    "Served",
    "readiness",
    "run",
    "serve",
]
