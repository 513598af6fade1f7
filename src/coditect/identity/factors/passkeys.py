"""Passkeys (WebAuthn): made for this host, checked with their counter, alone enough when they verified the person."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from coditect.identity.events import SignInRefused
from coditect.identity.factors.errors import (
    FactorExists,
    PasskeyRefused,
    PasskeysUnavailable,
    PasskeyUnsuitable,
)
from coditect.identity.factors.models import Passkey
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id

Credential = dict[str, Any]
"""What a browser's `PublicKeyCredential.toJSON()` gives."""
MOST = 20


@dataclass(frozen=True)
class Party:
    """The host that passkeys are made for."""

    id: str
    name: str
    origin: str


@dataclass(frozen=True)
class Options:
    """What a browser needs to make or use a passkey, and the challenge in it."""

    document: dict[str, Any]
    challenge: bytes


def available(settings: Settings) -> bool:
    """Tell whether people reach this installation by a name; browsers make no passkeys for addresses."""
    host = urlsplit(settings.base_url).hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return bool(host)
    return False


def party_of(settings: Settings) -> Party:
    """Return the host of this installation, or raise `PasskeysUnavailable`."""
    if not available(settings):
        raise PasskeysUnavailable("Set CODITECT_PUBLIC_URL to an address with a name in it.")
    parts = urlsplit(settings.base_url)
    return Party(parts.hostname or "", settings.instance_name, f"{parts.scheme}://{parts.netloc}")


async def of_account(session: AsyncSession, account_id: AccountId) -> Sequence[Passkey]:
    """Return a person's passkeys, the oldest first."""
    found = await session.scalars(
        select(Passkey).where(Passkey.account_id == account_id).order_by(Passkey.created_at, Passkey.id)
    )
    return found.all()


def registration_options(
    party: Party, account_id: AccountId, email: str, name: str, known: Sequence[Passkey]
) -> Options:
    """Return what a browser needs to make a passkey that can be found without a name."""
    made = webauthn.generate_registration_options(
        rp_id=party.id,
        rp_name=party.name,
        user_id=account_id.bytes,
        user_name=email,
        user_display_name=name,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one.credential_id) for one in known],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    return Options(json.loads(webauthn.options_to_json(made)), made.challenge)


def use_options(party: Party, known: Sequence[Passkey], *, alone: bool) -> Options:
    """Return what a browser needs to use a passkey; `alone` it must verify the person."""
    made = webauthn.generate_authentication_options(
        rp_id=party.id,
        allow_credentials=[PublicKeyCredentialDescriptor(id=one.credential_id) for one in known],
        user_verification=UserVerificationRequirement.REQUIRED
        if alone
        else UserVerificationRequirement.PREFERRED,
    )
    return Options(json.loads(webauthn.options_to_json(made)), made.challenge)


async def add(
    session: AsyncSession,
    party: Party,
    account_id: AccountId,
    credential: Credential,
    challenge: bytes,
    *,
    name: str,
) -> Passkey:
    """Store a new passkey, or raise `PasskeyUnsuitable`."""
    try:
        verified = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise PasskeyUnsuitable("It was made for another place or moment. Begin again.") from error
    if len(await of_account(session, account_id)) >= MOST:
        raise FactorExists(f"Nobody needs more than {MOST}; remove one first.")
    if await session.scalar(select(Passkey.id).where(Passkey.credential_id == verified.credential_id)):
        raise FactorExists("This passkey is known already.")
    made = Passkey(
        id=new_id(),
        account_id=account_id,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        name=name,
        backed_up=verified.credential_backed_up,
        created_at=utc_now(),
    )
    session.add(made)
    await session.flush()
    return made


async def check(
    session: AsyncSession,
    party: Party,
    credential: Credential,
    challenge: bytes,
    *,
    account_id: AccountId | None,
) -> AccountId:
    """Return whose passkey signed `challenge`, or raise `PasskeyRefused`; without an account it must verify the person."""
    known = await session.scalar(select(Passkey).where(Passkey.credential_id == _id_of(credential)))
    if known is None or account_id not in {None, known.account_id}:
        publish(session, SignInRefused(account_id=account_id, reason="passkey_refused"))
        raise PasskeyRefused("It is not one of this account's, or was removed here.")
    try:
        verified = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=known.public_key,
            credential_current_sign_count=known.sign_count,
            require_user_verification=account_id is None,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        publish(session, SignInRefused(account_id=known.account_id, reason="passkey_refused"))
        raise PasskeyRefused("Begin again, or use another way.") from error
    # A copy of the authenticator shows as a counter that does not rise, also between two at the same moment.
    won = await session.scalar(
        update(Passkey)
        .where(Passkey.id == known.id, Passkey.sign_count == known.sign_count)
        .values(sign_count=verified.new_sign_count, last_used_at=utc_now())
        .returning(Passkey.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        publish(session, SignInRefused(account_id=known.account_id, reason="passkey_refused"))
        raise PasskeyRefused("It was used at the same moment elsewhere.")
    return known.account_id


async def own(session: AsyncSession, account_id: AccountId, passkey_id: UUID) -> Passkey | None:
    """Return one passkey of a person."""
    return await session.scalar(
        select(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == account_id)
    )


def _id_of(credential: Credential) -> bytes:
    try:
        return base64url_to_bytes(str(credential["id"]))
    except (KeyError, ValueError) as error:
        raise PasskeyRefused("Begin again.") from error
