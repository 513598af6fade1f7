"""What clients send to invitations and get from them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from coditect.identity import Email
from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import OrganizationId
from coditect.organizations.roles import Role


class InvitationCreate(RequestModel):
    email: Email
    role: Role


class InvitationRead(ResponseModel):
    """An open invitation; one that has expired can be sent again."""

    id: UUID
    email: str
    role: Role
    invited_by: str
    created_at: datetime
    expires_at: datetime
    expired: bool


class Invitations(ResponseModel):
    """All open invitations, and the roles that you may invite to."""

    items: list[InvitationRead]
    roles: list[Role]


class InvitationToken(RequestModel):
    token: Annotated[str, Field(min_length=1, max_length=200)]


class InvitationSeen(ResponseModel):
    """What the link of a mail tells whoever opens it; nothing about whether the address has an account."""

    organization_name: str
    email: str
    role: Role
    invited_by: str
    expires_at: datetime


class Joined(ResponseModel):
    organization_id: OrganizationId
    role: Role
