"""Workspaces: where commands that nobody vouches for run, walled off from the machine, the platform and each other.

It owns the sandbox: bubblewrap's name spaces, an unprivileged user, a filter of system calls, and limits that bind.
Where any of them cannot be set, commands are refused. No tables, no events.
"""

from coditect.workspaces.sandbox import (
    SANDBOX_ROOT,
    Ended,
    Limits,
    Outcome,
    SandboxUnavailable,
    Served,
    readiness,
    run,
    serve,
)

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
