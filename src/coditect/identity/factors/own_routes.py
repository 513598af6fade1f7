"""A person's own factors and passkeys; each change needs a recent proof."""

import io
from uuid import UUID

import segno
from fastapi import APIRouter
from sqlalchemy import select

from coditect.identity.access import CurrentAccount
from coditect.identity.factors import (
    challenges,
    gate,
    passkeys,
    recovery_codes,
    sending,
    service,
    sms,
    totp,
)
from coditect.identity.factors.errors import FactorUnknown
from coditect.identity.factors.models import FactorKind, Passkey, SecondFactor
from coditect.identity.factors.routes import keys_of
from coditect.identity.factors.schemas import (
    ConfirmCode,
    FactorAdded,
    FactorRead,
    NewPasskey,
    PasskeyChange,
    PasskeyOptions,
    PasskeyRead,
    RecoveryCodes,
    Security,
    SmsSetUp,
    TotpSetUp,
)
from coditect.identity.handing_over import CurrentPlatform
from coditect.identity.models import Account
from coditect.identity.recovery.step_up import RecentlyAuthenticated
from coditect.kernel.api import problems
from coditect.kernel.scope import NOBODY

router = APIRouter(prefix="/me", tags=["security"])


@router.get("/security")
async def read_security(current: CurrentAccount, platform: CurrentPlatform) -> Security:
    """Return how the caller signs in."""
    async with platform.database.read(NOBODY) as session:
        changed_at = await session.scalar(
            select(Account.password_changed_at).where(Account.id == current.account_id)
        )
        return Security(
            password_changed_at=changed_at,
            factors=[_read(one) for one in await service.factors_of(session, current.account_id)],
            passkeys=[
                PasskeyRead.model_validate(one)
                for one in await passkeys.of_account(session, current.account_id)
            ],
            recovery_codes_left=await recovery_codes.left(session, current.account_id),
            sms_available=sms.sender_of(platform.settings) is not None,
            passkeys_available=passkeys.available(platform.settings),
        )


@router.post("/factors/totp", responses=problems(403, 409))
async def set_up_totp(current: RecentlyAuthenticated, platform: CurrentPlatform) -> TotpSetUp:
    """Begin to set an authenticator app up; it counts after its first code."""
    async with platform.database.write(totp.own_scope(current.account_id)) as session:
        secret = await service.begin_totp(session, platform.secrets, current.account_id)
    uri = totp.address_of(secret, current.email, platform.settings.instance_name)
    return TotpSetUp(secret=secret.get_secret_value(), uri=uri, qr_svg=_drawn(uri))


@router.post("/factors/email", status_code=202, responses=problems(403, 409, 429))
async def set_up_email(current: RecentlyAuthenticated, platform: CurrentPlatform) -> None:
    """Begin to get codes by mail."""
    async with platform.database.write(NOBODY) as session:
        await service.begin(session, current.account_id, "email")
    await sending.send_to(platform, current.account_id, "email", current.email, "set_up")


@router.post("/factors/sms", status_code=202, responses=problems(403, 409, 429))
async def set_up_sms(body: SmsSetUp, current: RecentlyAuthenticated, platform: CurrentPlatform) -> None:
    """Begin to get codes by SMS."""
    async with platform.database.write(NOBODY) as session:
        await service.begin(session, current.account_id, "sms", phone=body.number)
    await sending.send_to(platform, current.account_id, "sms", body.number, "set_up")


@router.post("/factors/{kind}/confirm", responses=problems(403, 404, 429))
async def confirm_factor(
    kind: FactorKind, body: ConfirmCode, current: RecentlyAuthenticated, platform: CurrentPlatform
) -> FactorAdded:
    """Put a factor in force by its first code; the first one brings recovery codes, shown this once."""
    keys = await keys_of(platform)
    async with platform.database.write(totp.own_scope(current.account_id)) as session:
        codes = await service.confirm(session, keys, current.account_id, kind, body.code)
    return FactorAdded(recovery_codes=codes)


@router.delete("/factors/{kind}", status_code=204, responses=problems(403, 404))
async def remove_factor(kind: FactorKind, current: RecentlyAuthenticated, platform: CurrentPlatform) -> None:
    """Remove a factor."""
    async with platform.database.write(totp.own_scope(current.account_id)) as session:
        await service.remove(session, platform.secrets, current.account_id, kind)


@router.post("/recovery-codes", responses=problems(403, 404))
async def renew_recovery_codes(current: RecentlyAuthenticated, platform: CurrentPlatform) -> RecoveryCodes:
    """Replace the recovery codes by new ones, shown this once."""
    async with platform.database.write(NOBODY) as session:
        if not await gate.methods_of(session, current.account_id):
            raise FactorUnknown("Set a second factor up first.")
        service.note(session, current.account_id, "recovery_codes_made")
        return RecoveryCodes(codes=await recovery_codes.renew(session, current.account_id))


@router.post("/passkeys/options", responses=problems(403, 409))
async def new_passkey_options(current: RecentlyAuthenticated, platform: CurrentPlatform) -> PasskeyOptions:
    """Return what a browser needs to make a passkey."""
    party = passkeys.party_of(platform.settings)
    async with platform.database.write(NOBODY) as session:
        known = await passkeys.of_account(session, current.account_id)
        options = passkeys.registration_options(party, current.account_id, current.email, current.name, known)
        token = await challenges.begin(
            session, "passkey_registration", current.account_id, webauthn=options.challenge
        )
    return PasskeyOptions(token=token, options=options.document)


@router.post("/passkeys", status_code=201, responses=problems(401, 403, 404, 409))
async def add_passkey(
    body: NewPasskey, current: RecentlyAuthenticated, platform: CurrentPlatform
) -> FactorAdded:
    """Store a passkey that a browser made."""
    party = passkeys.party_of(platform.settings)
    async with platform.database.write(NOBODY) as session:
        challenge = await challenges.find(session, "passkey_registration", body.token)
        if challenge.account_id != current.account_id:
            raise FactorUnknown("Begin again.")
        is_first = not await gate.methods_of(session, current.account_id)
        await passkeys.add(
            session, party, current.account_id, body.credential, challenge.webauthn or b"", name=body.name
        )
        await challenges.use(session, challenge)
        service.note(session, current.account_id, "passkey_added")
        codes = await recovery_codes.renew(session, current.account_id) if is_first else None
    return FactorAdded(recovery_codes=codes)


@router.patch("/passkeys/{passkey_id}", responses=problems(404))
async def rename_passkey(
    passkey_id: UUID, body: PasskeyChange, current: CurrentAccount, platform: CurrentPlatform
) -> PasskeyRead:
    """Give a passkey another name."""
    async with platform.database.write(NOBODY) as session:
        found = _known(await passkeys.own(session, current.account_id, passkey_id))
        found.name = body.name
        return PasskeyRead.model_validate(found)


@router.delete("/passkeys/{passkey_id}", status_code=204, responses=problems(403, 404))
async def remove_passkey(passkey_id: UUID, current: RecentlyAuthenticated, platform: CurrentPlatform) -> None:
    """Remove a passkey."""
    async with platform.database.write(NOBODY) as session:
        await service.remove_passkey(
            session, _known(await passkeys.own(session, current.account_id, passkey_id))
        )


def _drawn(text: str) -> str:
    """Return a QR code as SVG; black on white in dark pages too, since cameras expect it."""
    drawing = io.BytesIO()
    segno.make(text, error="m").save(
        drawing, kind="svg", xmldecl=False, border=2, dark="#000", light="#fff", omitsize=True
    )
    return drawing.getvalue().decode()


def _known(found: Passkey | None) -> Passkey:
    if found is None:
        raise FactorUnknown("It was removed, or never was yours.")
    return found


def _read(one: SecondFactor) -> FactorRead:
    return FactorRead(
        kind=one.kind,
        hint=f"…{one.phone[-3:]}" if one.phone else None,
        created_at=one.created_at,
        last_used_at=one.last_used_at,
    )
