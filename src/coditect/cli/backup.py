"""`coditect backup` and `coditect restore`."""

import asyncio
from pathlib import Path

from coditect.cli import console
from coditect.cli.serve import own_folder
from coditect.kernel.backup import back_up
from coditect.kernel.backup import restore as restore_backup
from coditect.kernel.config import Settings


def backup(settings: Settings, to: Path) -> None:
    """Back up the installation of the settings and print where to."""
    console.OUT.print(str(asyncio.run(back_up(settings, to))), highlight=False, soft_wrap=True)


def restore(settings: Settings, source: Path) -> None:
    """Restore a backup into the empty installation of the settings."""
    with own_folder(settings):
        manifest = asyncio.run(restore_backup(settings, source))
    rows = sum(manifest.database.rows.values())
    console.say(
        f"Restored the backup of {manifest.made_at:%Y-%m-%d %H:%M} UTC: {rows} rows and {len(manifest.files)} files."
        " `coditect serve` starts it."
    )
