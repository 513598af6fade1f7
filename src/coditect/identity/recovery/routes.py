"""Forgotten passwords, changed addresses, and a person's sessions."""

from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import select

from coditect.identity import passwords, sessions, throttle
from coditect.identity.access import PUBLIC, CurrentAccount
from coditect.identity.errors import SessionUnknown
from coditect.identity.handing_over import CurrentPlatform, address_of
from coditect.identity.models import Account, SignInSession
from coditect.identity.recovery import devices, links, service
from coditect.identity.recovery.events import EmailChangeAsked, PasswordResetAsked
from coditect.identity.recovery.schemas import (
    ByLink,
    EmailChange,
    ForgotPassword,
    NewPassword,
    ResetPassword,
    SessionRead,
)
from coditect.identity.recovery.step_up import RecentlyAuthenticated
from coditect.kernel.api import problems
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id
from coditect.kernel.scope import NOBODY

public_router = APIRouter(prefix="/auth", tags=["sign-in"], dependencies=[PUBLIC])
router = APIRouter(prefix="/me", tags=["security"])


@public_router.post("/forgot-password", status_code=202)
async def forgot_password(body: ForgotPassword, request: Request, platform: CurrentPlatform) -> None:
    """Mail a link that sets a new password, if the address has an account; the answer does not tell."""
    await throttle.admit_mail(platform.cache, address_of(request))
    async with platform.database.write(NOBODY) as session:
        # Whether the address is known is asked later and elsewhere, so that the time taken here does not tell either.
        publish(session, PasswordResetAsked(email=body.email, link_id=new_id()))


@public_router.post("/reset-password", status_code=204, responses=problems(410))
async def reset_password(body: ResetPassword, platform: CurrentPlatform) -> None:
    """Set a new password by a mailed link; all sessions end, second factors stay."""
    async with platform.database.read(NOBODY) as session:
        link = await links.find(session, "password_reset", body.token)
    password = body.password.get_secret_value()
    passwords.check_new(password, link.email)
    password_hash = await passwords.hashed(password)
    async with platform.database.write(NOBODY) as session:
        await service.reset_password(session, link, password_hash)


@public_router.post("/confirm-email", status_code=204, responses=problems(410))
async def confirm_email(body: ByLink, platform: CurrentPlatform) -> None:
    """Put a new address in force by the link that was mailed to it."""
    async with platform.database.write(NOBODY) as session:
        await service.change_email(session, body.token)


@public_router.post("/revert-email", status_code=204, responses=problems(410))
async def revert_email(body: ByLink, platform: CurrentPlatform) -> None:
    """Take a change of address back and end all sessions; a link for a new password follows."""
    async with platform.database.write(NOBODY) as session:
        account_id = await service.revert_email(session, body.token)
        account = await session.get_one(Account, account_id)
        publish(session, PasswordResetAsked(email=account.email, link_id=new_id()))


@router.put("/password", status_code=204, responses=problems(403))
async def change_password(
    body: NewPassword, current: RecentlyAuthenticated, platform: CurrentPlatform
) -> None:
    """Set a new password; every other session ends."""
    password = body.password.get_secret_value()
    passwords.check_new(password, current.email)
    password_hash = await passwords.hashed(password)
    async with platform.database.write(NOBODY) as session:
        await service.change_password(
            session, current.account_id, password_hash, keep=current.session_id, why="password_changed"
        )


@router.post("/email", status_code=202, responses=problems(403, 429))
async def ask_for_email(
    body: EmailChange, request: Request, current: RecentlyAuthenticated, platform: CurrentPlatform
) -> None:
    """Mail a link to a new address, which puts it in force; the answer does not tell whether it is taken."""
    await throttle.admit_mail(platform.cache, address_of(request))
    async with platform.database.write(NOBODY) as session:
        asked = EmailChangeAsked(account_id=current.account_id, email=body.email, link_id=new_id())
        publish(session, asked)


@router.get("/sessions")
async def list_sessions(current: CurrentAccount, platform: CurrentPlatform) -> list[SessionRead]:
    """Return where the caller is signed in, the latest first."""
    async with platform.database.read(NOBODY) as session:
        found = await session.scalars(
            select(SignInSession)
            .where(
                SignInSession.account_id == current.account_id,
                SignInSession.revoked_at.is_(None),
                SignInSession.expires_at > utc_now(),
            )
            .order_by(SignInSession.last_used_at.desc())
            .limit(200)
        )
        return [_read(one, current.session_id) for one in found]


@router.delete("/sessions/{session_id}", status_code=204, responses=problems(404))
async def end_session(session_id: UUID, current: CurrentAccount, platform: CurrentPlatform) -> None:
    """Sign one device out; its access and its open streams end at once."""
    async with platform.database.write(NOBODY) as session:
        if not await sessions.end(session, current.account_id, session_id):
            raise SessionUnknown("It has ended already, or never was yours.")


@router.delete("/sessions", status_code=204)
async def end_other_sessions(current: CurrentAccount, platform: CurrentPlatform) -> None:
    """Sign every other device out."""
    async with platform.database.write(NOBODY) as session:
        await sessions.end_all(session, current.account_id, "signed_out_elsewhere", but=current.session_id)


def _read(one: SignInSession, current: UUID) -> SessionRead:
    return SessionRead(
        id=one.id,
        current=one.id == current,
        device=devices.kind_of(one.user_agent),
        browser=devices.browser_of(one.user_agent),
        system=devices.system_of(one.user_agent),
        address=one.address,
        methods=one.methods,
        created_at=one.created_at,
        last_used_at=one.last_used_at,
    )
