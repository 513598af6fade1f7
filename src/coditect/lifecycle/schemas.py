"""What clients get from lifecycle."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from coditect.identity import CredentialsModel, Email, Password
from coditect.kernel.api import ResponseModel
from coditect.kernel.ids import OrganizationId, RunId


class ArchiveRead(ResponseModel):
    """An archive of a person's data; it can be downloaded from when it is `ready` until `expires_at`."""

    id: RunId
    status: Literal["under_way", "ready", "failed", "expired"]
    size: int | None
    expires_at: datetime | None


class AccountDeletion(CredentialsModel):
    """The address and the password of the account that shall go."""

    email: Email
    password: Password


class DeletionRead(ResponseModel):
    """The account is signed out and unnamed; a run erases what it leaves."""

    id: UUID


class OrganizationAfter(ResponseModel):
    """What becomes of an organization when the person leaves."""

    id: OrganizationId
    name: str
    fate: Literal["removed", "kept", "needs_owner"]


class DeletionPreview(ResponseModel):
    organizations: list[OrganizationAfter]
