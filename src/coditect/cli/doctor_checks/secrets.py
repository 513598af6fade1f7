"""Looks at the keys of what organizations keep secret: every server needs the same."""

from collections.abc import Sequence

from sqlalchemy import select

from coditect.cli.doctor_checks.finding import Check, Finding
from coditect.kernel.config import Settings
from coditect.kernel.db import Database
from coditect.kernel.keyring import KeyRing
from coditect.kernel.migrate import DatabaseUnusable, current_revision, head_revision
from coditect.kernel.scope import ENGINE
from coditect.kernel.secrets import DataKey


async def _secrets(settings: Settings) -> Sequence[Finding]:
    address = settings.resolved_database_url
    try:
        if await current_revision(address) != head_revision():
            return []
    except DatabaseUnusable:
        return []
    database = Database(address, pool_size=1)
    try:
        async with database.read(ENGINE) as session:
            wrapped = (await session.scalars(select(DataKey.wrapped))).all()
    finally:
        await database.close()
    keys = KeyRing(settings)
    if lost := sum(not keys.knows(one) for one in wrapped):
        mend = (
            "Give this server the key of the others: CODITECT_SECRETS_KEY, or the file secrets.key of a backup;"
            " what stays unreadable can be given anew in the settings."
        )
        return [Finding("Secrets", "broken", f"of {lost} organizations cannot be read here", mend)]
    if not database.is_sqlite and keys.is_in_file:
        mend = (
            "Servers on other machines would make a key of their own: set CODITECT_SECRETS_KEY"
            " before there are several."
        )
        return [Finding("Secrets", "note", "the key is a file of this machine, the database is not", mend)]
    return [Finding("Secrets", "ok", f"the keys of {len(wrapped)} organizations open")]


CHECKS: Sequence[Check] = (_secrets,)
