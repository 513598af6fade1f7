"""Looks closer at a database that is there and migrated."""

from collections.abc import Sequence
from pathlib import Path

from coditect.cli.doctor_checks.finding import Check, Finding
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url
from coditect.kernel.diagnosis_database import diagnose
from coditect.kernel.migrate import DatabaseUnusable, current_revision


async def _database_in_depth(settings: Settings) -> Sequence[Finding]:
    try:
        url = async_url(settings.resolved_database_url)
        if url.get_backend_name() == "sqlite" and not _exists(url.database):
            return []
        if await current_revision(settings.owner_database_url) is None:
            return []
    except (DatabaseUnusable, ValueError):
        # Said already, by the look whether it answers.
        return []
    return [Finding(one.what, one.state, one.found, one.mend) for one in await diagnose(settings)]


def _exists(path: str | None) -> bool:
    return Path(path or "").is_file()


CHECKS: Sequence[Check] = (_database_in_depth,)
