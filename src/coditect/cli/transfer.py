"""`coditect migrate --from sqlite:///… --to postgresql://…`."""

import asyncio

import coditect.main  # noqa: F401 - every table
from coditect.cli import console
from coditect.kernel.transfer import transfer


def move(source: str | None, target: str | None) -> None:
    """Move the installation and say what to do next."""
    if source is None or target is None:
        raise ValueError(
            "A move needs both: --from sqlite:///path and --to postgresql://user:password@host/name."
        )
    moved = asyncio.run(transfer(source, target))
    rows = sum(contents.rows for contents in moved.values())
    console.say(
        f"Moved {rows} rows in {len(moved)} tables; each table was compared. Set CODITECT_DATABASE_URL to the new"
        " database, keep the data folder, and start CODITECT. The old file was not changed: put it away."
    )
