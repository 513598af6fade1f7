"""What identity refuses, by name."""

from coditect.kernel.errors import (
    Denial,
    InvalidInput,
    NotAllowed,
    NotAuthenticated,
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
