"""The keys that sign tokens: per purpose a next, a current and a previous one, told apart by `kid`.

The current key signs; all three verify. The next one is published before it signs, so that nobody who keeps the set
for a while meets an unknown key; the previous one verifies what it signed until it has expired. The table holds no
secret: each key is derived from the installation's key and its own row.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID
from weakref import WeakKeyDictionary

from joserfc.jwk import ECKey, OKPKey
from sqlalchemy import String, UniqueConstraint, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from coditect.identity.errors import SigningKeysTooYoung
from coditect.identity.events import SigningKeysRotated
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Base, Database
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id
from coditect.kernel.keys import derive, instance_key
from coditect.kernel.scope import NOBODY

Purpose = Literal["access", "provider"]
"""Tokens of our own interface, and those that other programs get from us as their OpenID provider."""
Place = Literal["next", "current", "previous"]

PURPOSES: Mapping[Purpose, str] = {"access": "Ed25519", "provider": "ES256"}
"""The one algorithm of each purpose. ES256 is what clients of OpenID Connect know."""

KEPT_SECONDS = 30.0
YOUNGEST = timedelta(minutes=15)
"""A key signs at least this long: what its predecessor signed has expired then, and every process knows it."""


class SigningKey(Base):
    """One key's place; which key it is follows from its id."""

    __tablename__ = "signing_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    purpose: Mapped[Purpose] = mapped_column(String)
    place: Mapped[Place] = mapped_column(String)
    placed_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("purpose", "place"),)


@dataclass(frozen=True)
class Ring:
    """The keys of one purpose."""

    algorithm: str
    current: OKPKey | ECKey
    by_kid: Mapping[str, OKPKey | ECKey]
    loaded_at: float

    @property
    def id(self) -> str:
        """What changes with any of the keys."""
        return " ".join(self.by_kid)

    def public(self) -> Sequence[dict[str, Any]]:
        """Return the keys as others may know them."""
        return [
            {**key.as_dict(private=False), "use": "sig", "alg": self.algorithm}
            for key in self.by_kid.values()
        ]


_rings: WeakKeyDictionary[Database, dict[Purpose, Ring]] = WeakKeyDictionary()


async def ring(database: Database, purpose: Purpose) -> Ring:
    """Return the keys of a purpose; call it before a writing unit of work begins."""
    known = _rings.setdefault(database, {}).get(purpose)
    if known is None or time.monotonic() - known.loaded_at > KEPT_SECONDS:
        known = _rings[database][purpose] = await _load(database, purpose)
    return known


async def ring_with(database: Database, purpose: Purpose, kid: str) -> Ring:
    """Return the keys of a purpose, looked up anew if `kid` is unknown: another process may have renewed them."""
    known = await ring(database, purpose)
    # Whoever invents kids shall not make us ask all the time.
    if kid not in known.by_kid and time.monotonic() - known.loaded_at > 1:
        known = _rings[database][purpose] = await _load(database, purpose)
    return known


async def rotate(database: Database, *, at_once: bool = False) -> None:
    """Let the next key of each purpose sign, and make new next ones.

    With `at_once` all keys are new, and no token of before counts any more: for when a key may have become known.
    """
    await instance_key(database, _SECRET)
    async with database.write(NOBODY) as session:
        for purpose in PURPOSES:
            if at_once:
                await session.execute(delete(SigningKey).where(SigningKey.purpose == purpose))
            else:
                await _advance(session, purpose)
            await _complete(session, purpose)
        publish(session, SigningKeysRotated(at_once=at_once))
    _rings.pop(database, None)


async def _advance(session: AsyncSession, purpose: Purpose) -> None:
    places = {
        key.place: key
        for key in await session.scalars(
            select(SigningKey).where(SigningKey.purpose == purpose).with_for_update()
        )
    }
    current = places.get("current")
    if current is not None and utc_now() - current.placed_at < YOUNGEST:
        raise SigningKeysTooYoung(
            f"The present keys are younger than {int(YOUNGEST.total_seconds() // 60)} minutes;"
            " tokens of the ones before may still be in use."
        )
    for old, new in (("previous", None), ("current", "previous"), ("next", "current")):
        here = (SigningKey.purpose == purpose, SigningKey.place == old)
        if new is None:
            await session.execute(delete(SigningKey).where(*here))
        else:
            await session.execute(update(SigningKey).where(*here).values(place=new, placed_at=utc_now()))


async def _complete(session: AsyncSession, purpose: Purpose) -> None:
    """Make the keys that are missing; of two processes that do it at once, the second takes the first one's."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    for place in ("current", "next"):
        await session.execute(
            insert(SigningKey)
            .values(id=new_id(), purpose=purpose, place=place, placed_at=utc_now())
            .on_conflict_do_nothing()
        )


async def _load(database: Database, purpose: Purpose) -> Ring:
    secret = await instance_key(database, _SECRET)
    places = await _places(database, purpose)
    if not {"current", "next"} <= places.keys():
        async with database.write(NOBODY) as session:
            await _complete(session, purpose)
        places = await _places(database, purpose)
    keys = {place: _derive(secret, purpose, key_id) for place, key_id in places.items()}
    by_kid = {str(key.kid): key for key in keys.values()}
    return Ring(PURPOSES[purpose], keys["current"], by_kid, time.monotonic())


async def _places(database: Database, purpose: Purpose) -> Mapping[Place, UUID]:
    async with database.read(NOBODY) as session:
        found = await session.execute(
            select(SigningKey.place, SigningKey.id).where(SigningKey.purpose == purpose)
        )
        return {row.place: row.id for row in found}


def _derive(secret: bytes, purpose: Purpose, key_id: UUID) -> OKPKey | ECKey:
    seed = derive(secret, f"sign {purpose}", str(key_id))
    options = {"info": b"coditect signing key"}
    made: OKPKey | ECKey
    if purpose == "access":
        made = OKPKey.derive_key(seed, "Ed25519", kdf_options=options)
        return OKPKey.import_key(made.as_dict(private=True), {"kid": made.thumbprint()})
    made = ECKey.derive_key(seed, "P-256", kdf_options=options)
    return ECKey.import_key(made.as_dict(private=True), {"kid": made.thumbprint()})


_SECRET = "identity.signing-keys"  # noqa: S105 - its name
