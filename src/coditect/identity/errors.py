"""What identity refuses, by name."""

from coditect.kernel.errors import (
    Conflict,
    Denial,
    InvalidInput,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    Problem,
    TooManyRequests,
)


class UnsuitablePassword(InvalidInput):
    code = "unsuitable_password"
    title = "Choose another password"


class InvalidCredentials(Denial):
    """Wrong password or unknown address, indistinguishably; the failure is counted."""

    status = 401
    code = "invalid_credentials"
    title = "Email or password is wrong"


class ConfirmationWrong(Denial):
    """A signed-in person did not prove that they are who they are; the failure is counted."""

    code = "confirmation_wrong"
    title = "This is not your address and password"


class EmailNotVerified(NotAllowed):
    code = "email_not_verified"
    title = "Confirm your email address first"


class AccountSuspended(NotAllowed):
    code = "account_suspended"
    title = "This account is suspended"


class TooManySignInAttempts(TooManyRequests):
    code = "too_many_sign_in_attempts"
    title = "Too many failed sign-ins"

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"Wait {retry_after_seconds} seconds, then try again.")
        self.headers = {"Retry-After": str(retry_after_seconds)}  # type: ignore[misc] # known only now


class VerificationLinkInvalid(InvalidInput):
    code = "verification_link_invalid"
    title = "This link is not valid"


class VerificationLinkSpent(Problem):
    status = 410
    code = "verification_link_used"
    title = "This link was used before"


class VerificationLinkExpired(Problem):
    status = 410
    code = "verification_link_expired"
    title = "This link has expired"


class SessionEnded(NotAuthenticated):
    code = "session_ended"
    title = "Your session has ended"


class RefreshTokenReused(Denial):
    """A token that was replaced long ago came back: a copy is about, so the whole family is revoked."""

    status = 401
    code = "session_revoked"
    title = "Your session was ended for safety"


class ApiKeyRefused(NotAuthenticated):
    code = "api_key_refused"
    title = "This API key does not work"


class ApiKeyNotFound(NotFound):
    code = "api_key_not_found"
    title = "You have no such API key here"


class ApiKeyOver(Conflict):
    code = "api_key_over"
    title = "This API key is no longer active"


class TooManyApiKeys(Conflict):
    code = "too_many_api_keys"
    title = "You have too many API keys"


class SessionNeeded(NotAllowed):
    """A matter of the person: no key of a program may do it."""

    code = "session_needed"
    title = "Sign in to do this"


class SigningKeysTooYoung(Conflict):
    code = "signing_keys_too_young"
    title = "The keys were renewed a moment ago"


class SessionUnknown(NotFound):
    code = "session_not_found"
    title = "You have no such session"
