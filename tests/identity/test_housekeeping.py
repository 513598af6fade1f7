"""Sessions, links and tokens go when their time is long over; those of today go on."""

from datetime import timedelta

import httpx
from sqlalchemy import func, select, update

from coditect.identity.housekeeping import chores
from coditect.identity.models import EmailVerification, RefreshToken, SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.housekeeping import do_all
from coditect.kernel.scope import NOBODY
from tests.identity.house import House
from tests.kernel.test_housekeeping import id_of

TABLES = (EmailVerification, SignInSession, RefreshToken)


async def count(house: House) -> list[int | None]:
    async with house.platform.database.read(NOBODY) as session:
        return [await session.scalar(select(func.count()).select_from(table)) for table in TABLES]


async def age(house: House, expired_for: timedelta) -> None:
    """Let everything be a hundred days old, and over since a while; a session before the tokens that name it."""
    over = utc_now() - expired_for
    async with house.platform.database.write(NOBODY) as session:
        for table in (EmailVerification, SignInSession):
            await session.execute(update(table).values(expires_at=over))
        await session.execute(update(RefreshToken).values(expires_at=over, id=id_of(100)))
        await session.execute(update(EmailVerification).values(id=id_of(100)))


async def test_what_is_young_stays(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    await do_all(chores(house.platform))
    assert await count(house) == [1, 1, 1]
    assert (await client.post("/api/v1/auth/refresh")).status_code == 200


async def test_tokens_go_before_their_session_and_links_stay_a_month(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.signed_in(client, "ada@example.com")
    await age(house, timedelta(days=29))
    await do_all(chores(house.platform))
    assert await count(house) == [1, 1, 0]
    await age(house, timedelta(days=31))
    await do_all(chores(house.platform))
    assert await count(house) == [0, 1, 0]  # the session's id is of today


async def test_an_old_session_goes_with_its_tokens(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    long_ago = utc_now() - timedelta(days=31)
    async with house.platform.database.write(NOBODY) as session:
        [kept] = (await session.scalars(select(SignInSession))).all()
        old = SignInSession(
            **{column.key: getattr(kept, column.key) for column in SignInSession.__table__.columns}
            | {"id": id_of(90), "revoked_at": long_ago, "expires_at": utc_now() + timedelta(days=9)}
        )
        session.add(old)
        await session.flush()
        [token] = (await session.scalars(select(RefreshToken))).all()
        session.add(
            RefreshToken(
                **{column.key: getattr(token, column.key) for column in RefreshToken.__table__.columns}
                | {"id": id_of(90), "session_id": old.id, "token_hash": b"another"}
            )
        )
    assert await count(house) == [1, 2, 2]
    await do_all(chores(house.platform))
    assert await count(house) == [1, 1, 1]
    assert (await client.post("/api/v1/auth/refresh")).status_code == 200
