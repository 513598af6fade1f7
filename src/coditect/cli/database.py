"""The installation's database, opened for one command beside a running server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from coditect.kernel.config import Settings
from coditect.kernel.db import Database


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of the settings, and close it at the end."""
    database = Database(settings.resolved_database_url, synchronous=settings.sqlite_synchronous)
    try:
        yield database
    finally:
        await database.close()
