"""Accounts and sign-in: registration, proof of the address, passwords, sign-in sessions, access tokens.

It owns the tables accounts, email_verifications, sign_in_sessions, refresh_tokens and sign_in_failures. It publishes
AccountRegistered, EmailVerificationRequested, KnownEmailRegistered, EmailVerified and SignInSessionRevoked, and
consumes the ones among them that mean a mail. Through `OnRegistered` it asks the contexts above for the
organization of a new account. A route either has a `CurrentAccount` (or something built on it) or says `PUBLIC`.
"""

from coditect.identity.access import (
    PUBLIC,
    CurrentAccount,
    SignedIn,
    admits,
    claims_of,
    live,
    live_account,
    living_sessions,
    public,
    public_operations,
    signed_in,
    signed_in_as,
    undeclared_routes,
)
from coditect.identity.access_tokens import AccessClaims
from coditect.identity.accounts import change_account, names_of, read_account
from coditect.identity.addresses import Email
from coditect.identity.events import (
    AccountRegistered,
    EmailVerificationRequested,
    EmailVerified,
    KnownEmailRegistered,
    SignInSessionRevoked,
)
from coditect.identity.registration import OnRegistered
from coditect.identity.schemas import AccountChange, AccountRead

__all__ = [
    "PUBLIC",
    "AccessClaims",
    "AccountChange",
    "AccountRead",
    "AccountRegistered",
    "CurrentAccount",
    "Email",
    "EmailVerificationRequested",
    "EmailVerified",
    "KnownEmailRegistered",
    "OnRegistered",
    "SignInSessionRevoked",
    "SignedIn",
    "admits",
    "change_account",
    "claims_of",
    "live",
    "live_account",
    "living_sessions",
    "names_of",
    "public",
    "public_operations",
    "read_account",
    "signed_in",
    "signed_in_as",
    "undeclared_routes",
]
