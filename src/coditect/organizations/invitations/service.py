"""Inviting people, and what they answer."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import cast, get_args
from uuid import UUID

from sqlalchemy import Row, Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import email_key_of, names_of, people_of
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.entitlements import Entitlements
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import NOBODY, tenant
from coditect.organizations import members, service
from coditect.organizations.access import Member
from coditect.organizations.errors import RoleBeyondYours
from coditect.organizations.events import InvitationDeclined, InvitationRevoked, MemberInvited, MemberJoined
from coditect.organizations.invitations.errors import (
    AlreadyInvited,
    AlreadyMember,
    InvitationForAnother,
    InvitationNotFound,
)
from coditect.organizations.invitations.models import Invitation
from coditect.organizations.invitations.schemas import (
    InvitationCreate,
    InvitationRead,
    Invitations,
    InvitationSeen,
)
from coditect.organizations.invitations.tokens import hash_of, token_of
from coditect.organizations.models import Membership, Organization
from coditect.organizations.roles import PERMISSIONS, Permission, Role

LIFETIME = timedelta(days=7)
KEPT_EXPIRED = timedelta(days=30)
"""How long one that nobody answered can still be sent again."""

_invitations = cast("Table", Invitation.__table__)


async def invite(
    session: AsyncSession, key: bytes, entitlements: Entitlements, member: Member, asked: InvitationCreate
) -> InvitationRead:
    """Have an invitation mailed. Whether the address has an account makes no difference that anybody sees."""
    if not member.covers(PERMISSIONS[asked.role]):
        raise RoleBeyondYours("Invite to a role that may do no more than you.")
    await members.lock(session, member.organization_id)
    await _sweep(session)
    email_key = email_key_of(asked.email)
    if email_key in await _addresses_of_members(session, member.organization_id):
        raise AlreadyMember(f"{asked.email} belongs to this organization.")
    if await session.scalar(select(Invitation.id).where(Invitation.email_key == email_key)) is not None:
        raise AlreadyInvited("Send the invitation again, or take it back first.")
    # Nobody is invited to a place that is not there: those who are asked already may take theirs.
    open_now = await session.scalar(
        select(func.count()).select_from(Invitation).where(Invitation.expires_at > utc_now())
    )
    await members.count_all(session, entitlements, member.organization_id)
    await entitlements.check(session, member.organization_id, "members", 1 + (open_now or 0))
    invitation_id, now = new_id(), utc_now()
    invitation = Invitation(
        id=invitation_id,
        organization_id=member.organization_id,
        email=asked.email,
        email_key=email_key,
        role=asked.role,
        token_hash=hash_of(token_of(key, invitation_id, 1)),
        invited_by=member.account_id,
        sending=1,
        created_at=now,
        expires_at=now + LIFETIME,
    )
    session.add(invitation)
    await session.flush()
    _state_invited(session, invitation)
    return _read(invitation, member.name)


async def resend(session: AsyncSession, key: bytes, member: Member, invitation_id: UUID) -> InvitationRead:
    """Mail an invitation once more with a new link, in the name of whoever asks for it; the old link ends."""
    invitation = await _one(session, invitation_id)
    if not member.covers(PERMISSIONS[invitation.role]):
        raise RoleBeyondYours("Somebody who may do at least as much as this role can send it again.")
    invitation.sending += 1
    invitation.token_hash = hash_of(token_of(key, invitation.id, invitation.sending))
    invitation.invited_by = member.account_id
    invitation.expires_at = utc_now() + LIFETIME
    await session.flush()
    _state_invited(session, invitation)
    return _read(invitation, member.name)


async def revoke(session: AsyncSession, member: Member, invitation_id: UUID) -> None:
    """Take an invitation back."""
    invitation = await _one(session, invitation_id)
    publish(
        session,
        InvitationRevoked(
            organization_id=member.organization_id, account_id=member.account_id, invitation_id=invitation.id
        ),
    )
    await session.delete(invitation)


async def invitations_of(session: AsyncSession, member: Member) -> Invitations:
    """Return the open invitations of an organization, newest first."""
    found = (await session.scalars(select(Invitation).order_by(Invitation.created_at.desc()))).all()
    names = await names_of(session, [one.invited_by for one in found])
    roles: Sequence[Role] = get_args(Role)
    return Invitations(
        items=[_read(one, names.get(one.invited_by, "")) for one in found],
        roles=[role for role in roles if member.covers(PERMISSIONS[role])],
    )


async def look(database: Database, token: str) -> InvitationSeen:
    """Return what the link of a mail leads to. Raises `InvitationNotFound`."""
    row = await _by_token(database, token)
    async with database.read(tenant(row.organization_id)) as session:
        await _check_inviter(session, row)
        name = await session.scalar(select(Organization.name).where(Organization.id == row.organization_id))
        names = await names_of(session, [row.invited_by])
    return InvitationSeen(
        organization_name=name or "",
        email=row.email,
        role=row.role,
        invited_by=names.get(row.invited_by, ""),
        expires_at=row.expires_at,
    )


async def accept(
    database: Database, entitlements: Entitlements, token: str, account_id: AccountId, email: str
) -> tuple[OrganizationId, Role]:
    """Make the invited person a member. Only the owner of the invited address can."""
    row = await _by_token(database, token)
    if not _is_for(row, email):
        raise InvitationForAnother(
            f"You are signed in as {email}. Sign in with the address that was invited."
        )
    async with database.write(tenant(row.organization_id, account_id)) as session:
        await members.lock(session, row.organization_id)
        await _check_inviter(session, row)
        await _use_up(session, row)
        await members.welcome_back(session, account_id)
        await members.add_member(session, entitlements, row.organization_id, account_id, row.role)
        publish(
            session,
            MemberJoined(
                organization_id=row.organization_id,
                account_id=account_id,
                invitation_id=row.id,
                role=row.role,
            ),
        )
    return row.organization_id, row.role


async def decline(database: Database, token: str) -> None:
    """End an invitation because its receiver does not want it; holding the link is enough for that."""
    row = await _by_token(database, token)
    async with database.write(tenant(row.organization_id)) as session:
        await _use_up(session, row)
        publish(
            session,
            InvitationDeclined(organization_id=row.organization_id, account_id=None, invitation_id=row.id),
        )


async def inviting(database: Database, email: str) -> Collection[OrganizationId]:
    """Return the organizations with an open invitation to an address, whoever has it."""
    async with database.read(NOBODY) as session:
        found = await session.scalars(
            select(_invitations.c.organization_id).where(_invitations.c.email_key == email_key_of(email))
        )
        return found.all()


def _is_for(row: Row[tuple[object, ...]], email: str) -> bool:
    return bool(row.email_key == email_key_of(email))


async def _by_token(database: Database, token: str) -> Row[tuple[object, ...]]:
    """Return the living invitation of a token; nobody knows yet which organization it is of."""
    async with database.read(NOBODY) as session:
        found = await session.execute(
            select(*_invitations.c).where(
                _invitations.c.token_hash == hash_of(token), _invitations.c.expires_at > utc_now()
            )
        )
        row = found.one_or_none()
    if row is None:
        raise _gone()
    return row


async def _check_inviter(session: AsyncSession, row: Row[tuple[object, ...]]) -> None:
    """Raise `InvitationNotFound` if who invited could not do so any more."""
    rights = await service.rights_of_members(session, row.organization_id, [row.invited_by])
    held = rights[row.invited_by].permissions if row.invited_by in rights else frozenset()
    if Permission.MEMBERS_WRITE not in held or not PERMISSIONS[row.role] <= held:
        raise _gone()


async def _use_up(session: AsyncSession, row: Row[tuple[object, ...]]) -> None:
    """Let one request alone have the invitation; its twin, or one after a newer mail, finds none."""
    used = await session.scalar(
        delete(Invitation)
        .where(Invitation.id == row.id, Invitation.token_hash == row.token_hash)
        .returning(Invitation.id)
    )
    if used is None:
        raise _gone()


def _gone() -> InvitationNotFound:
    return InvitationNotFound("It was answered, taken back or replaced by a newer mail, or its week is over.")


async def _one(session: AsyncSession, invitation_id: UUID) -> Invitation:
    found = await session.scalar(select(Invitation).where(Invitation.id == invitation_id).with_for_update())
    if found is None:
        raise InvitationNotFound("It may have been answered or taken back.")
    return found


async def _sweep(session: AsyncSession) -> None:
    await session.execute(delete(Invitation).where(Invitation.expires_at < utc_now() - KEPT_EXPIRED))


async def _addresses_of_members(session: AsyncSession, organization_id: OrganizationId) -> set[str]:
    found = await session.scalars(
        select(Membership.account_id).where(Membership.organization_id == organization_id)
    )
    people = await people_of(session, found.all())
    return {email_key_of(email) for _, email in people.values()}


def _state_invited(session: AsyncSession, invitation: Invitation) -> None:
    publish(
        session,
        MemberInvited(
            organization_id=invitation.organization_id,
            account_id=invitation.invited_by,
            invitation_id=invitation.id,
            role=invitation.role,
            sending=invitation.sending,
        ),
    )


def _read(invitation: Invitation, invited_by: str) -> InvitationRead:
    return InvitationRead(
        id=invitation.id,
        email=invitation.email,
        role=invitation.role,
        invited_by=invited_by,
        created_at=invitation.created_at,
        expires_at=invitation.expires_at,
        expired=invitation.expires_at <= utc_now(),
    )
