"""What organizations state."""

from dataclasses import dataclass
from typing import ClassVar

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId


@dataclass(frozen=True, kw_only=True)
class OrganizationCreated(Event, topic="organizations.organization_created"):
    """A tenant exists, owned by the account."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class PermissionDenied(Event, topic="organizations.permission_denied"):
    """A member asked for something that neither their role nor their key allows."""

    account_id: AccountId
    permission: str
    asked: str


@dataclass(frozen=True, kw_only=True)
class OrganizationChosen(Event, topic="organizations.organization_chosen"):
    """A person goes on in this organization."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event, topic="organizations.member_left"):
    """A person is no member any more, because they left."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId
