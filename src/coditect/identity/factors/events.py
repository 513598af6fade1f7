"""What second factors state."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId

Change = Literal[
    "totp_added",
    "email_codes_added",
    "sms_added",
    "passkey_added",
    "totp_removed",
    "email_codes_removed",
    "sms_removed",
    "passkey_removed",
    "recovery_codes_made",
    "recovery_code_used",
    "password_changed",
    "password_reset",
    "codes_blocked",
]


@dataclass(frozen=True, kw_only=True)
class SecurityChanged(Event, topic="identity.security_changed"):
    """Something about how a person signs in is other than before; they are told by mail."""

    account_id: AccountId
    change: Change
    change_id: UUID


@dataclass(frozen=True, kw_only=True)
class CodeRequested(Event, topic="identity.code_requested"):
    """A code shall go out by mail or SMS."""

    account_id: AccountId
    code_id: UUID
