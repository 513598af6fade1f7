"""Accounts and sign-in: registration, proof of the address, passwords, sign-in sessions, access tokens.

It owns the tables accounts, email_verifications, sign_in_sessions, refresh_tokens, sign_in_failures,
api_keys and signing_keys. It publishes
AccountRegistered, EmailVerificationRequested, KnownEmailRegistered, EmailVerified and SignInSessionRevoked, and
consumes the ones among them that mean a mail. Through `OnRegistered` it asks the contexts above for the
organization of a new account. A route either has a `CurrentAccount` (or something built on it) or says `PUBLIC`.
"""

from coditect.identity.access import (
    PUBLIC,
    Caller,
    CurrentAccount,
    CurrentCaller,
    SignedIn,
    admits,
    caller_as,
    claims_of,
    live_account,
    living_caller,
    living_sessions,
    public,
    public_operations,
    signed_in,
    undeclared_routes,
)
from coditect.identity.access_tokens import AccessClaims
from coditect.identity.accounts import change_account, language_of, names_of, people_of, read_account
from coditect.identity.addresses import Email
from coditect.identity.addresses import key_of as email_key_of
from coditect.identity.api_keys.finding import KeyClaims, live_key, living_keys
from coditect.identity.api_keys.schemas import ApiKeyMade, ApiKeyRead
from coditect.identity.api_keys.service import Owner as KeyOwner
from coditect.identity.api_keys.service import create as create_api_key
from coditect.identity.api_keys.service import keys_of as api_keys_of
from coditect.identity.api_keys.service import revoke as revoke_api_key
from coditect.identity.api_keys.service import revoke_all as revoke_api_keys_of
from coditect.identity.api_keys.service import rotate as rotate_api_key
from coditect.identity.errors import SessionNeeded
from coditect.identity.events import (
    AccountRegistered,
    AccountWithdrawn,
    ApiKeyCreated,
    ApiKeyRevoked,
    ApiKeyRotated,
    ClientRegistered,
    ConsentGiven,
    ConsentWithdrawn,
    DeviceApproved,
    EmailVerificationRequested,
    EmailVerified,
    GrantRevoked,
    IdentityConnected,
    IdentityDisconnected,
    KnownEmailRegistered,
    Reauthenticated,
    SigningKeysRotated,
    SignInRefused,
    SignInSessionBegun,
    SignInSessionRevoked,
)
from coditect.identity.factors.events import SecurityChanged
from coditect.identity.handing_over import address_of
from coditect.identity.leaving import Confirmation, Withdrawn, confirm, withdraw
from coditect.identity.mail_layout import Letter, rendered
from coditect.identity.mails import To as MailTo
from coditect.identity.provider.clients import Registration as ClientRegistration
from coditect.identity.provider.clients import register as register_client
from coditect.identity.recovery.events import (
    AccountSuspended,
    EmailChangeAsked,
    EmailChanged,
    EmailReverted,
    PasswordResetMailed,
)
from coditect.identity.recovery.step_up import RecentlyAuthenticated, recently_authenticated
from coditect.identity.registration import OnRegistered
from coditect.identity.schemas import AccessToken, AccountChange, AccountRead, CredentialsModel, Password
from coditect.identity.signing_keys import rotate as rotate_signing_keys
from coditect.identity.switching import work_in

__all__ = [
    "PUBLIC",
    "AccessClaims",
    "AccessToken",
    "AccountChange",
    "AccountRead",
    "AccountRegistered",
    "AccountSuspended",
    "AccountWithdrawn",
    "ApiKeyCreated",
    "ApiKeyMade",
    "ApiKeyRead",
    "ApiKeyRevoked",
    "ApiKeyRotated",
    "Caller",
    "ClientRegistered",
    "ClientRegistration",
    "Confirmation",
    "ConsentGiven",
    "ConsentWithdrawn",
    "CredentialsModel",
    "CurrentAccount",
    "CurrentCaller",
    "DeviceApproved",
    "Email",
    "EmailChangeAsked",
    "EmailChanged",
    "EmailReverted",
    "EmailVerificationRequested",
    "EmailVerified",
    "GrantRevoked",
    "IdentityConnected",
    "IdentityDisconnected",
    "KeyClaims",
    "KeyOwner",
    "KnownEmailRegistered",
    "Letter",
    "MailTo",
    "OnRegistered",
    "Password",
    "PasswordResetMailed",
    "Reauthenticated",
    "RecentlyAuthenticated",
    "SecurityChanged",
    "SessionNeeded",
    "SignInRefused",
    "SignInSessionBegun",
    "SignInSessionRevoked",
    "SignedIn",
    "SigningKeysRotated",
    "Withdrawn",
    "address_of",
    "admits",
    "api_keys_of",
    "caller_as",
    "change_account",
    "claims_of",
    "confirm",
    "create_api_key",
    "email_key_of",
    "language_of",
    "live_account",
    "live_key",
    "living_caller",
    "living_keys",
    "living_sessions",
    "names_of",
    "people_of",
    "public",
    "public_operations",
    "read_account",
    "recently_authenticated",
    "register_client",
    "rendered",
    "revoke_api_key",
    "revoke_api_keys_of",
    "rotate_api_key",
    "rotate_signing_keys",
    "signed_in",
    "undeclared_routes",
    "withdraw",
    "work_in",
]
