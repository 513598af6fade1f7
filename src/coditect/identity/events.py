"""What identity states. Only facts about API keys belong to an organization."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId

Refused = Literal["wrong_password", "wrong_code", "passkey_refused", "wrong_confirmation"]


@dataclass(frozen=True, kw_only=True)
class AccountRegistered(Event, topic="identity.account_registered"):
    """A new account waits for its address to be confirmed."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class EmailVerificationRequested(Event, topic="identity.email_verification_requested"):
    """Somebody who says that the address is theirs shall prove it."""

    account_id: AccountId
    verification_id: UUID


@dataclass(frozen=True, kw_only=True)
class KnownEmailRegistered(Event, topic="identity.known_email_registered"):
    """Somebody tried to register an address that has an account."""

    account_id: AccountId
    attempt_id: UUID


@dataclass(frozen=True, kw_only=True)
class EmailVerified(Event, topic="identity.email_verified"):
    """The owner of the address followed the link; the account is active."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class SignInSessionBegun(Event, topic="identity.sign_in_session_begun"):
    """A person signed in on a device, by these proofs."""

    account_id: AccountId
    session_id: UUID
    methods: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class SignInRefused(Event, topic="identity.sign_in_refused"):
    """Somebody could not prove to be who they say; without an account nobody is known by the address."""

    account_id: AccountId | None
    reason: Refused


@dataclass(frozen=True, kw_only=True)
class Reauthenticated(Event, topic="identity.reauthenticated"):
    """A person who was signed in proved themselves again, for a sensitive change."""

    account_id: AccountId
    session_id: UUID


@dataclass(frozen=True, kw_only=True)
class AccountWithdrawn(Event, topic="identity.account_withdrawn"):
    """A person deleted their account; what it leaves is erased."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class ClientRegistered(Event, topic="identity.client_registered"):
    """The operator let another program ask people to sign in here."""

    client_id: str


@dataclass(frozen=True, kw_only=True)
class SignInSessionRevoked(Event, topic="identity.sign_in_session_revoked"):
    """A sign-in session ended before its time."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId
    session_id: UUID
    reason: str


@dataclass(frozen=True, kw_only=True)
class ApiKeyCreated(Event, topic="identity.api_key_created"):
    """A person made a key for a program."""

    account_id: AccountId
    key_id: UUID


@dataclass(frozen=True, kw_only=True)
class ApiKeyRotated(Event, topic="identity.api_key_rotated"):
    """A key got a successor; it works on until the overlap is over."""

    account_id: AccountId
    key_id: UUID
    successor_id: UUID


@dataclass(frozen=True, kw_only=True)
class ApiKeyRevoked(Event, topic="identity.api_key_revoked"):
    """A key ended at once, and with it the streams that it had opened."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId
    key_id: UUID


@dataclass(frozen=True, kw_only=True)
class SigningKeysRotated(Event, topic="identity.signing_keys_rotated"):
    """The keys that sign tokens were renewed; at once, if those of before must not count any more."""

    at_once: bool


@dataclass(frozen=True, kw_only=True)
class IdentityConnected(Event, topic="identity.identity_connected"):
    """Somebody can sign in by a provider from now on."""

    account_id: AccountId
    identity_id: UUID
    provider: str


@dataclass(frozen=True, kw_only=True)
class IdentityDisconnected(Event, topic="identity.identity_disconnected"):
    """A provider is no way to sign in any more."""

    account_id: AccountId
    identity_id: UUID


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(Event, topic="identity.consent_given"):
    """A person let another program know who they are."""

    account_id: AccountId
    client_id: str


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(Event, topic="identity.consent_withdrawn"):
    """A person lets a program know nothing more; its tokens have ended."""

    account_id: AccountId
    client_id: str


@dataclass(frozen=True, kw_only=True)
class GrantRevoked(Event, topic="identity.grant_revoked"):
    """All tokens of one sign-in at another program have ended."""

    account_id: AccountId
    client_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DeviceApproved(Event, topic="identity.device_approved"):
    """A person let a device without a browser sign in as themselves."""

    account_id: AccountId
    device: str
