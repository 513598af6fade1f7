"""Inviting to an organization, and answering the link of a mail."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from coditect.identity import PUBLIC, CurrentAccount, address_of
from coditect.kernel.api import problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.platform import platform_of
from coditect.kernel.rates import Rate, hit
from coditect.organizations.access import MemberManager, ReadSession, WriteSession
from coditect.organizations.invitations import service
from coditect.organizations.invitations.schemas import (
    InvitationCreate,
    InvitationRead,
    Invitations,
    InvitationSeen,
    InvitationToken,
    Joined,
)
from coditect.organizations.invitations.tokens import key_of_invitations

router = APIRouter(prefix="/invitations", tags=["members"])
public_router = APIRouter(prefix="/invitations", tags=["members"], dependencies=[PUBLIC])

INVITED = Rate(100, 24 * 3600)
"""So many mails of one organization: it cannot have us write to the world."""
TRIED = Rate(60, 60)
"""So many tokens from one address."""


async def _derivation_key(request: Request) -> bytes:
    # Taken before the writing unit of work begins, which is the only one of SQLite.
    return await key_of_invitations(platform_of(request).database)


DerivationKey = Annotated[bytes, Depends(_derivation_key)]


@router.get("")
async def list_invitations(member: MemberManager, session: ReadSession) -> Invitations:
    """The open invitations to your organization, newest first."""
    return await service.invitations_of(session, member)


@router.post("", status_code=201, responses=problems(409, 429))
async def invite(
    *,
    body: InvitationCreate,
    request: Request,
    key: DerivationKey,
    member: MemberManager,
    session: WriteSession,
    once: Annotated[Once, Depends(once)],
) -> InvitationRead:
    """Invite an address to a role that may do no more than you; the link in the mail works for 7 days."""
    platform = platform_of(request)

    async def create() -> InvitationRead:
        await hit(platform.cache, f"invitations:{member.organization_id}", INVITED)
        return await service.invite(session, key, platform.entitlements, member, body)

    return await once(session, member.organization_id, InvitationRead, create)


@router.post("/{invitation_id}/resend", responses=problems(429))
async def resend_invitation(
    invitation_id: UUID, request: Request, key: DerivationKey, member: MemberManager, session: WriteSession
) -> InvitationRead:
    """Mail an invitation once more; the link of the mail before ends."""
    await hit(platform_of(request).cache, f"invitations:{member.organization_id}", INVITED)
    return await service.resend(session, key, member, invitation_id)


@router.delete("/{invitation_id}", status_code=204)
async def revoke_invitation(invitation_id: UUID, member: MemberManager, session: WriteSession) -> None:
    """Take an invitation back."""
    await service.revoke(session, member, invitation_id)


@public_router.post("/look", responses=problems(404, 429))
async def look_at_invitation(body: InvitationToken, request: Request) -> InvitationSeen:
    """What the link of a mail leads to."""
    await _slow_down(request)
    return await service.look(platform_of(request).database, body.token)


@public_router.post("/decline", status_code=204, responses=problems(404, 429))
async def decline_invitation(body: InvitationToken, request: Request) -> None:
    """Say no; no account is needed for that."""
    await _slow_down(request)
    await service.decline(platform_of(request).database, body.token)


@router.post("/accept", responses=problems(403, 404, 429))
async def accept_invitation(body: InvitationToken, request: Request, current: CurrentAccount) -> Joined:
    """Become a member; only the owner of the invited address can. Go there by `POST /me/organization`."""
    await _slow_down(request)
    platform = platform_of(request)
    organization_id, role = await service.accept(
        platform.database, platform.entitlements, body.token, current.account_id, current.email
    )
    return Joined(organization_id=organization_id, role=role)


async def _slow_down(request: Request) -> None:
    await hit(platform_of(request).cache, f"invitation-tokens:{address_of(request)}", TRIED)
