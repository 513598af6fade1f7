"""Registration: a new account and its organization in one transaction; a known address gets the same answer."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import addresses, passwords, verification
from coditect.identity.events import AccountRegistered, KnownEmailRegistered
from coditect.identity.models import Account
from coditect.identity.passwords import NO_PASSWORD
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import NOBODY

DOUBLE_CLICK = timedelta(seconds=10)
REMINDED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class Registration:
    """What a person gave; the password is hashed already."""

    email: str
    name: str
    password_hash: str
    other_than: str | None = None
    """The hash of a registration of a moment ago, which is known to be of another password."""


class RegisteredMeanwhileError(Exception):
    """The address was registered at this very moment; whether by the same person is to be found out first."""


class OnRegistered(Protocol):
    """What identity needs from above: every person has an organization, made in the registering transaction."""

    async def __call__(self, session: AsyncSession, account_id: AccountId, name: str, /) -> OrganizationId:
        """Create the organization of a new account."""


async def just_registered(database: Database, email: str) -> str | None:
    """Return the hash of the password with which the address was registered a moment ago, if it was."""
    async with database.read(NOBODY) as session:
        return await session.scalar(
            select(Account.password_hash).where(
                Account.email_key == addresses.key_of(email),
                _is_fresh(),
                Account.password_hash != NO_PASSWORD,
            )
        )


async def is_second_press(password: str, stored: str) -> bool:
    """Tell whether the same person pressed twice; somebody else who was a moment faster has another password."""
    async with passwords.slot():
        return await passwords.matches(password, stored)


async def register(
    session: AsyncSession, given: Registration, tokens: verification.Tokens, on_registered: OnRegistered
) -> None:
    """Create the account, or write to the owner of the one that exists."""
    account_id = await _insert(session, given)
    if account_id is None:
        await _register_again(session, given, tokens)
        return
    organization_id = await on_registered(session, account_id, given.name)
    await session.execute(
        update(Account).where(Account.id == account_id).values(active_organization_id=organization_id)
    )
    publish(session, AccountRegistered(account_id=account_id))
    await verification.request(session, account_id, given.name, given.password_hash, tokens)


def _is_fresh() -> ColumnElement[bool]:
    return Account.created_at > utc_now() - DOUBLE_CLICK


async def _insert(session: AsyncSession, given: Registration) -> AccountId | None:
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return await session.scalar(
        insert(Account)
        .values(
            id=new_id(),
            email=given.email,
            email_key=addresses.key_of(given.email),
            name=given.name,
            password_hash=given.password_hash,
            status="pending_verification",
            created_at=utc_now(),
        )
        .on_conflict_do_nothing(index_elements=["email_key"])
        .returning(Account.id)
    )


async def _register_again(session: AsyncSession, given: Registration, tokens: verification.Tokens) -> None:
    account = (
        await session.scalars(
            select(Account).where(Account.email_key == addresses.key_of(given.email)).with_for_update()
        )
    ).one()
    now = utc_now()
    if now - account.created_at < DOUBLE_CLICK and account.password_hash not in {
        given.other_than,
        NO_PASSWORD,
    }:
        raise RegisteredMeanwhileError
    if account.status == "pending_verification":
        # The later registration is the one that its owner remembers; each link brings its own password in force.
        account.password_hash = given.password_hash
        await verification.request(session, account.id, given.name, given.password_hash, tokens)
    elif account.reminded_at is None or now - account.reminded_at > REMINDED_WITHIN:
        account.reminded_at = now
        publish(session, KnownEmailRegistered(account_id=account.id, attempt_id=new_id()))
