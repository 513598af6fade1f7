"""Codes of an authenticator app (RFC 6238): 30 seconds, six digits, each accepted once, the one of the set-up too."""

import hmac
import time

import pyotp
from pydantic import SecretStr
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors.models import SecondFactor
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import Scope, tenant
from coditect.kernel.secrets import Secrets

PERIOD = 30
_SECRET = "totp"  # noqa: S105 - its name
_STEPS = (0, -1, 1)  # clocks of telephones are off by a little


def new_secret() -> SecretStr:
    """Return a random key of 160 bits."""
    return SecretStr(pyotp.random_base32())


def address_of(secret: SecretStr, email: str, instance_name: str) -> str:
    """Return the `otpauth:` address that an app reads from the QR code."""
    return pyotp.TOTP(secret.get_secret_value()).provisioning_uri(name=email, issuer_name=instance_name)


def own_scope(account_id: AccountId) -> Scope:
    """Return the scope in which a person keeps secrets of their own, under data keys of their own."""
    return tenant(OrganizationId(account_id), account_id)


async def store(session: AsyncSession, secrets: Secrets, account_id: AccountId, secret: SecretStr) -> None:
    """Keep the key of an app, encrypted; the session has `own_scope`."""
    await secrets.put(session, OrganizationId(account_id), _SECRET, secret)


async def forget(session: AsyncSession, secrets: Secrets, account_id: AccountId) -> None:
    """Delete the key of an app."""
    await secrets.delete(session, OrganizationId(account_id), _SECRET)


async def accept(session: AsyncSession, secrets: Secrets, account_id: AccountId, code: str) -> bool:
    """Tell whether `code` is right and new, and note that it is used."""
    secret = await secrets.get(session, OrganizationId(account_id), _SECRET)
    if secret is None:
        return False
    step = _step_of(secret, code)
    if step is None:
        return False
    used = await session.scalar(
        update(SecondFactor)
        .where(
            SecondFactor.account_id == account_id,
            SecondFactor.kind == "totp",
            SecondFactor.last_step < step,
        )
        .values(last_step=step)
        .returning(SecondFactor.last_step)
        .execution_options(synchronize_session=False)
    )
    return used is not None


def _step_of(secret: SecretStr, code: str) -> int | None:
    otp = pyotp.TOTP(secret.get_secret_value(), interval=PERIOD)
    now = int(time.time()) // PERIOD
    found = None
    for step in (now + offset for offset in _STEPS):
        if hmac.compare_digest(otp.generate_otp(step).encode(), code.encode()):
            found = step
    return found
