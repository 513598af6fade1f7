"""What is over goes, what may still be asked for stays, and one chore that fails keeps no other from being done."""

import random
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from coditect.kernel import housekeeping
from coditect.kernel.clock import utc_now
from coditect.kernel.events import StoredEvent
from coditect.kernel.housekeeping import Chore, do_all
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import first_id_of, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Delivery
from coditect.kernel.scope import ENGINE, tenant
from tests.fixtures.platforms import new_organization
from tests.kernel.rows import keys_of


def id_of(days: float) -> UUID:
    """An id that was made so many days ago."""
    return UUID(int=first_id_of(utc_now() - timedelta(days=days)).int | random.getrandbits(60))


def test_ids_can_be_found_by_their_time() -> None:
    before, after = (
        first_id_of(utc_now() - timedelta(seconds=1)),
        first_id_of(utc_now() + timedelta(seconds=60)),
    )
    assert before < new_id() < after


async def test_answers_go_after_two_days(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails when one batch is taken for all, or when the wall between tenants hides what is over."""
    monkeypatch.setattr(housekeeping, "BATCH", 2)
    organizations = [new_organization(), new_organization()]
    for organization in organizations:
        async with platform.database.write(tenant(organization)) as session:
            for key, days in (("a", 3.0), ("b", 9.0), ("c", 2.1), ("young", 1.9)):
                session.add(
                    IdempotentAnswer(
                        id=id_of(days),
                        organization_id=organization,
                        key=key,
                        request_digest="",
                        answer={},
                        created_at=utc_now(),
                    )
                )
    await do_all(housekeeping.chores(platform))
    assert [await keys_of(platform, one) for one in organizations] == [["young"], ["young"]]


def event(subject: str, days: float, position: int | None) -> StoredEvent:
    return StoredEvent(
        id=id_of(days), position=position, subject=subject, topic="t", payload={}, created_at=utc_now()
    )


async def test_events_go_when_everybody_has_had_them(platform: Platform) -> None:
    events = {
        "had": event("had", 91, 1),
        "told nobody": event("told nobody", 100, 2),
        "waited for": event("waited for", 100, 3),
        "without a position": event("without a position", 100, None),
        "young": event("young", 89, 4),
    }
    async with platform.database.write(ENGINE) as session:
        session.add_all(events.values())
        await session.flush()
        for name, done_at in (("had", utc_now()), ("waited for", None)):
            session.add(
                Delivery(
                    id=new_id(),
                    consumer="c",
                    event_id=events[name].id,
                    run_at=utc_now(),
                    done_at=done_at,
                )
            )
    await do_all(housekeeping.chores(platform))
    async with platform.database.read(ENGINE) as session:
        left = (await session.scalars(select(StoredEvent.subject))).all()
        consumers = (await session.scalars(select(Delivery.event_id))).all()
    assert set(left) == {"waited for", "without a position", "young"}
    assert consumers == [events["waited for"].id]


async def test_a_chore_that_fails_keeps_no_other_from_being_done() -> None:
    done: list[str] = []

    async def fail() -> int:
        raise ConnectionError

    async def work() -> int:
        done.append("work")
        return 1

    await do_all([Chore("fails", fail), Chore("works", work)])
    assert done == ["work"]
