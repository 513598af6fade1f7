"""Failed sign-ins slow the next ones down: for one account from one address, and for one address altogether.

Nobody is locked out of their account from elsewhere: no counter belongs to the account alone.
"""

import hashlib
import ipaddress
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.errors import TooManySignInAttempts
from coditect.identity.models import SignInFailures
from coditect.kernel.cache import Cache
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId
from coditect.kernel.rates import Rate, hit

FREE_TRIES = 5
FREE_TRIES_OF_AN_ADDRESS = 100  # an office behind one address mistypes more often than a person
LONGEST_DELAY = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)
MAILS_OF_AN_ADDRESS = Rate(300, 600)
"""Requests that mean a mail to somebody, and a password hash to us."""


@dataclass(frozen=True)
class Counter:
    """One row of failures and how many are free of delay."""

    key: bytes
    free_tries: int
    forgotten_after: timedelta = FORGOTTEN_AFTER


@dataclass(frozen=True)
class Counters:
    """What a failed sign-in counts against."""

    of_account_and_address: Counter
    of_address: Counter

    @property
    def all(self) -> Iterable[Counter]:
        return (self.of_account_and_address, self.of_address)


def counters(email_key: str, address: str) -> Counters:
    """Return the counters of a try to sign in as `email_key` from `address`."""
    network = _network(address)
    return Counters(
        Counter(_digest("account-and-address", email_key, network), FREE_TRIES),
        Counter(_digest("address", network), FREE_TRIES_OF_AN_ADDRESS),
    )


async def admit_mail(cache: Cache, address: str) -> None:
    """Raise `RateExceeded` for a network that makes us send mails all the time.

    Counted in the cache: failed sign-ins are facts and stand in the database, a flood is not worth a row.
    """
    await hit(cache, f"mails:{_digest(_network(address)).hex()}", MAILS_OF_AN_ADDRESS)


def counter_of_codes(account_id: AccountId) -> Counter:
    """Return the counter of wrong second factors.

    It belongs to the account alone, wherever the tries come from: whoever gets here knows the password, so it locks
    nobody out that a stranger could choose.
    """
    return Counter(_digest("second-factor", str(account_id)), FREE_TRIES, timedelta(days=1))


async def check(session: AsyncSession, tried: Iterable[Counter]) -> None:
    """Raise `TooManySignInAttempts` while one of the counters asks for patience."""
    until = await session.scalar(
        select(SignInFailures.blocked_until)
        .where(SignInFailures.key.in_([counter.key for counter in tried]))
        .order_by(SignInFailures.blocked_until.desc().nulls_last())
        .limit(1)
    )
    now = utc_now()
    if until is not None and until > now:
        raise TooManySignInAttempts(math.ceil((until - now).total_seconds()))


async def record_failure(session: AsyncSession, tried: Iterable[Counter]) -> timedelta:
    """Count one failure, set the delay that it earns, and return the longest."""
    longest = timedelta()
    for counter in tried:
        failures = await _count(session, counter)
        delay = _delay(failures - counter.free_tries)
        if delay:
            await session.execute(
                update(SignInFailures)
                .where(SignInFailures.key == counter.key)
                .values(blocked_until=utc_now() + delay)
            )
            longest = max(longest, delay)
    return longest


async def forget(session: AsyncSession, counter: Counter) -> None:
    """Forget the failures of one counter."""
    await session.execute(delete(SignInFailures).where(SignInFailures.key == counter.key))


async def forgive(session: AsyncSession, tried: Counters) -> None:
    """Forget the failures of an account from an address where its owner now signed in."""
    await session.execute(
        delete(SignInFailures).where(SignInFailures.key == tried.of_account_and_address.key)
    )


async def _count(session: AsyncSession, counter: Counter) -> int:
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    now = utc_now()
    forgotten = SignInFailures.last_failed_at < now - counter.forgotten_after
    failures: int | None = await session.scalar(
        insert(SignInFailures)
        .values(key=counter.key, failures=1, last_failed_at=now)
        .on_conflict_do_update(
            index_elements=["key"],
            set_={
                "failures": case((forgotten, 1), else_=SignInFailures.failures + 1),
                "last_failed_at": now,
            },
        )
        .returning(SignInFailures.failures)
    )
    assert failures is not None
    return failures


def _delay(failures_too_many: int) -> timedelta:
    if failures_too_many < 0:
        return timedelta()
    return min(timedelta(seconds=2 ** min(failures_too_many, 20)), LONGEST_DELAY)


def _network(address: str) -> str:
    # A person with IPv6 has 2^64 addresses; they count as one.
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 6 and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\x00".join(parts).encode()).digest()
