"""What recovery states."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId


@dataclass(frozen=True, kw_only=True)
class PasswordResetAsked(Event, topic="identity.password_reset_asked"):
    """Somebody says that they forgot the password of an address, known or not; who knows it is found out later."""

    email: str
    link_id: UUID


@dataclass(frozen=True, kw_only=True)
class PasswordResetMailed(Event, topic="identity.password_reset_mailed"):
    """A link for a new password went to the address of an account."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class EmailReverted(Event, topic="identity.email_reverted"):
    """The owner of the address of before took a change of address back; every session has ended."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class EmailChangeAsked(Event, topic="identity.email_change_asked"):
    """A person wants another address; a link goes to it."""

    account_id: AccountId
    email: str
    link_id: UUID


@dataclass(frozen=True, kw_only=True)
class EmailChanged(Event, topic="identity.email_changed"):
    """A person has another address; a link that takes the change back goes to the one before."""

    account_id: AccountId
    old_email: str
    link_id: UUID


@dataclass(frozen=True, kw_only=True)
class AccountSuspended(Event, topic="identity.account_suspended"):
    """A person may no longer sign in."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId
