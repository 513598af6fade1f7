"""What the kernel holds of a person: events of the outbox, remembered answers, secrets of organizations."""

from sqlalchemy import ColumnElement, String, cast, delete, or_

from coditect.kernel.account_data import Leaving
from coditect.kernel.erasing import anonymise, erasing, purge
from coditect.kernel.events import StoredEvent
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.platform import Platform
from coditect.kernel.secrets import DataKey, StoredSecret


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove events about the person, and their name from those about others' work."""
    for organization_id in leaving.alone:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            await purge(session, organization_id, StoredSecret, DataKey, IdempotentAnswer, StoredEvent)
    for organization_id in leaving.shared:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            own = StoredEvent.organization_id == organization_id
            await session.execute(delete(StoredEvent).where(own, _streams_of(leaving)))
            await anonymise(session, StoredEvent, leaving, own, also=_forget_origin)
            # What a repeated request would be answered with; nobody repeats one that is so old.
            await anonymise(session, IdempotentAnswer, leaving)
    async with erasing(platform.database, None) as session:
        about = or_(
            cast(StoredEvent.payload, String).contains(str(leaving.account_id)),
            cast(StoredEvent.origin, String).contains(str(leaving.account_id)),
            _streams_of(leaving),
        )
        await session.execute(delete(StoredEvent).where(StoredEvent.organization_id.is_(None), about))


def _forget_origin(event: StoredEvent) -> None:
    event.origin = None


def _streams_of(leaving: Leaving) -> ColumnElement[bool]:
    return StoredEvent.subject == f"account:{leaving.account_id}"
