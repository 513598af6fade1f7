"""From a provider's word to an account: known, new, reclaimed from who never proved the address, or refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from joserfc.jwk import OKPKey
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import addresses
from coditect.identity.addresses import Email
from coditect.identity.events import (
    AccountRegistered,
    EmailVerified,
    IdentityConnected,
    IdentityDisconnected,
)
from coditect.identity.factors import gate
from coditect.identity.factors.gate import MfaRequired
from coditect.identity.factors.models import Passkey
from coditect.identity.federation.errors import (
    AccountExists,
    IdentityNotFound,
    IdentityTaken,
    LastWayIn,
    ProviderEmailUnverified,
)
from coditect.identity.federation.models import FederatedIdentity
from coditect.identity.federation.person import Person
from coditect.identity.models import Account, EmailVerification
from coditect.identity.passwords import NO_PASSWORD
from coditect.identity.registration import OnRegistered
from coditect.identity.sessions import Credentials
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id

_LONGEST_NAME = 200


@dataclass(frozen=True)
class Arrival:
    """Somebody comes back from a provider."""

    provider: str
    person: Person
    user_agent: str
    address: str


async def sign_in(
    session: AsyncSession, key: OKPKey, arrival: Arrival, on_registered: OnRegistered
) -> Credentials | MfaRequired:
    """Begin a session for who arrived, through the gate of the second factor like everybody."""
    account = await _account_of(session, arrival, on_registered)
    return await gate.admit(
        session,
        key,
        account,
        methods=("federated", "mfa") if arrival.person.second_factor else ("federated",),
        user_agent=arrival.user_agent,
        address=arrival.address,
    )


async def connect(session: AsyncSession, account_id: AccountId, arrival: Arrival) -> None:
    """Connect who arrived to the account of a signed-in person."""
    _verified_email(arrival.person)
    known = await _known(session, arrival.person)
    if known is None:
        await _add(session, account_id, arrival)
    elif known.account_id != account_id:
        raise IdentityTaken("Disconnect it there first, or use another one.")


async def identities_of(session: AsyncSession, account_id: AccountId) -> Sequence[FederatedIdentity]:
    """Return what is connected to an account, oldest first."""
    found = await session.scalars(
        select(FederatedIdentity)
        .where(FederatedIdentity.account_id == account_id)
        .order_by(FederatedIdentity.id)
    )
    return found.all()


async def disconnect(session: AsyncSession, account_id: AccountId, identity_id: UUID) -> None:
    """Disconnect an identity, unless it is the last way to sign in."""
    account = await session.get_one(Account, account_id, with_for_update=True)
    mine = await identities_of(session, account_id)
    if identity_id not in {one.id for one in mine}:
        raise IdentityNotFound
    passkeys = await session.scalar(
        select(func.count()).select_from(Passkey).where(Passkey.account_id == account_id)
    )
    if len(mine) == 1 and account.password_hash == NO_PASSWORD and not passkeys:
        raise LastWayIn("Set a password or add a passkey first.")
    await session.execute(delete(FederatedIdentity).where(FederatedIdentity.id == identity_id))
    publish(session, IdentityDisconnected(account_id=account_id, identity_id=identity_id))


async def _account_of(session: AsyncSession, arrival: Arrival, on_registered: OnRegistered) -> Account:
    known = await _known(session, arrival.person)
    if known is not None:
        known.last_used_at = utc_now()
        known.email = arrival.person.email or known.email
        return await session.get_one(Account, known.account_id)
    email = _verified_email(arrival.person)
    account = await session.scalar(
        select(Account).where(Account.email_key == addresses.key_of(email)).with_for_update()
    )
    if account is None:
        account = await _create(session, email, arrival.person, on_registered)
    elif account.status == "pending_verification":
        await _reclaim(session, account)
    else:
        raise AccountExists("Sign in as before, then connect it in your settings.")
    await _add(session, account.id, arrival)
    return account


async def _known(session: AsyncSession, person: Person) -> FederatedIdentity | None:
    return await session.scalar(
        select(FederatedIdentity).where(
            FederatedIdentity.issuer == person.issuer, FederatedIdentity.subject == person.subject
        )
    )


def _verified_email(person: Person) -> str:
    """Return the address that the provider vouches for; another one says nothing about who somebody is."""
    if person.email is None or not person.email_verified:
        raise ProviderEmailUnverified("Confirm your address there, or sign up with it here.")
    try:
        return _EMAIL.validate_python(person.email)
    except ValidationError:
        raise ProviderEmailUnverified("It names an address that is none.") from None


async def _create(session: AsyncSession, email: str, person: Person, on_registered: OnRegistered) -> Account:
    now = utc_now()
    account = Account(
        id=AccountId(new_id()),
        email=email,
        email_key=addresses.key_of(email),
        name=_name(person) or addresses.name_from(email),
        password_hash=NO_PASSWORD,
        status="active",
        created_at=now,
        verified_at=now,
    )
    session.add(account)
    await session.flush()
    account.active_organization_id = await on_registered(session, account.id, account.name)
    publish(session, AccountRegistered(account_id=account.id))
    return account


async def _reclaim(session: AsyncSession, account: Account) -> None:
    """Give an account that nobody proved to own to its owner; whoever planted a password there loses it."""
    now = utc_now()
    account.status, account.verified_at, account.password_hash = "active", now, NO_PASSWORD
    await session.execute(
        update(EmailVerification)
        .where(EmailVerification.account_id == account.id, EmailVerification.used_at.is_(None))
        .values(used_at=now)
    )
    publish(session, EmailVerified(account_id=account.id))


async def _add(session: AsyncSession, account_id: AccountId, arrival: Arrival) -> None:
    now = utc_now()
    identity = FederatedIdentity(
        id=new_id(),
        account_id=account_id,
        provider=arrival.provider,
        issuer=arrival.person.issuer,
        subject=arrival.person.subject,
        email=arrival.person.email or "",
        created_at=now,
        last_used_at=now,
    )
    session.add(identity)
    try:
        await session.flush()
    except IntegrityError:
        raise IdentityTaken("Somebody connected it at this very moment. Try again.") from None
    publish(
        session,
        IdentityConnected(account_id=account_id, identity_id=identity.id, provider=arrival.provider),
    )


def _name(person: Person) -> str:
    return "".join(filter(str.isprintable, person.name or "")).strip()[:_LONGEST_NAME]


_EMAIL: TypeAdapter[str] = TypeAdapter(Email)
