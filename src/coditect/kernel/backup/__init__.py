"""Backups of an installation while it serves, and their restoration; one face for both databases.

A backup is a folder (or a .tar of it): `manifest.json`, `database.sqlite` or `database.dump`, and `files/` with all
that the data folder holds beside the database: repositories, files, keys, mailbox. The database is copied first, so
that whatever its rows point to is already there when the files are copied; a file may be newer than the rows, never
older.
"""

from coditect.kernel.backup.making import back_up, last_backup
from coditect.kernel.backup.manifest import BackupDamaged, BackupImpossible, Manifest
from coditect.kernel.backup.restoring import InstallationNotEmpty, restore

__all__ = [
    "BackupDamaged",
    "BackupImpossible",
    "InstallationNotEmpty",
    "Manifest",
    "back_up",
    "last_backup",
    "restore",
]
