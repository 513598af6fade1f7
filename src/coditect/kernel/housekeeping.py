"""What nobody will ask for again is removed, a little at a time.

Every process with the role `scheduler` keeps house: a chore that is done twice finds nothing the second time. Rows are
looked for by the time in their id, so that a chore reads what it removes and little more, and each handful is a
transaction of its own: the writer of SQLite is never held for long.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import ColumnElement, delete, exists, inspect, select

from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import OrganizationId, first_id_of
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Delivery
from coditect.kernel.scope import ENGINE, OPERATOR, Scope, tenant

log = structlog.get_logger()

FIRST_SECONDS = 60.0
EVERY_SECONDS = 3600.0
BATCH = 1000
ANSWERS_KEPT = timedelta(days=2)


@dataclass(frozen=True)
class Chore:
    """Removes what is over; returns how many rows went."""

    name: str
    do: Callable[[], Awaitable[int]]


async def keep_house(chores: Sequence[Chore]) -> None:
    """Do all chores soon after the start and then every hour, until cancelled."""
    await asyncio.sleep(FIRST_SECONDS)
    while True:
        await do_all(chores)
        await asyncio.sleep(EVERY_SECONDS)


async def do_all(chores: Sequence[Chore]) -> None:
    """Do each chore; one that fails is logged and keeps no other from being done."""
    for chore in chores:
        try:
            removed = await chore.do()
        except Exception:
            log.exception("chore_failed", chore=chore.name)
        else:
            if removed:
                log.info("chore_done", chore=chore.name, removed=removed)


async def remove(database: Database, scope: Scope, model: type[Any], *over: ColumnElement[bool]) -> int:
    """Remove the rows of `model` for which all of `over` holds, a batch in each transaction; return how many."""
    [key] = inspect(model).primary_key
    removed = 0
    while gone := await _remove_some(database, scope, model, key, over):
        removed += gone
        if gone < BATCH:
            break
    return removed


async def _remove_some(
    database: Database,
    scope: Scope,
    model: type[Any],
    key: ColumnElement[Any],
    over: Sequence[ColumnElement[bool]],
) -> int:
    async with database.read(scope) as session:
        some = (await session.scalars(select(key).where(*over).limit(BATCH))).all()
    if not some:
        return 0
    async with database.write(scope) as session:
        # Asked again: what was over a moment ago may have been taken up since.
        gone = await session.scalars(
            delete(model)
            .where(key.in_(some), *over)
            .returning(key)
            .execution_options(synchronize_session=False)
        )
        return len(gone.all())


async def organizations_with(
    platform: Platform, model: type[Any], *over: ColumnElement[bool]
) -> Collection[OrganizationId]:
    """Return the organizations that have a row of `model` for which all of `over` holds."""
    async with platform.database.read(OPERATOR) as session:
        # Below the ORM, where no filter of a tenant helps.
        connection = await session.connection()
        return (
            (await connection.execute(select(model.organization_id).where(*over).distinct())).scalars().all()
        )


def chores(platform: Platform) -> Sequence[Chore]:
    """Return what the kernel has to do about its own rows."""

    async def answers() -> int:
        over = IdempotentAnswer.id < first_id_of(utc_now() - ANSWERS_KEPT)
        removed = 0
        for organization_id in await organizations_with(platform, IdempotentAnswer, over):
            database = platform.place_of(organization_id).database
            removed += await remove(database, tenant(organization_id), IdempotentAnswer, over)
        return removed

    async def events() -> int:
        kept = timedelta(days=platform.settings.event_retention_days)
        undelivered = exists().where(Delivery.event_id == StoredEvent.id, Delivery.done_at.is_(None))
        return await remove(
            platform.database,
            ENGINE,
            StoredEvent,
            StoredEvent.id < first_id_of(utc_now() - kept),
            StoredEvent.position.is_not(None),
            ~undelivered,
        )

    return [Chore("idempotent_answers", answers), Chore("events", events)]
