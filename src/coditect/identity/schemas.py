"""What clients send to identity and get from it."""

from datetime import datetime
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, ConfigDict, Field, SecretStr

from coditect.identity.addresses import Email
from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import AccountId


def _one_line(value: str) -> str:
    if not all(map(str.isprintable, value)):
        raise ValueError("a name has no line breaks or control characters")
    return value.strip()


def _known_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("is not the name of a time zone, such as Europe/Berlin")
    return value


SecondMethod = Literal["passkey", "totp", "sms", "email", "recovery_code"]
Language = Literal["en", "de"]
Theme = Literal["system", "light", "dark"]
TimeZone = Annotated[str, Field(max_length=100), AfterValidator(_known_zone)]
PersonName = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
# Longer ones are refused by name in passwords.check_new; this bound only spares the work.
Password = Annotated[SecretStr, Field(min_length=1, max_length=1024)]


class CredentialsModel(RequestModel):
    """Base of bodies with a password, in which spaces at the ends count."""

    model_config = ConfigDict(str_strip_whitespace=False)


class Register(CredentialsModel):
    email: Email
    password: Password
    name: PersonName | None = None


class Login(CredentialsModel):
    email: Email
    password: Password


class VerifyEmail(RequestModel):
    token: Annotated[str, Field(min_length=1, max_length=200)]


class ResendVerification(RequestModel):
    email: Email


class Registered(ResponseModel):
    email: str
    status: Literal["verification_sent"]


class AccessToken(ResponseModel):
    access_token: str
    token_type: Literal["bearer"]
    expires_in: int


class SecondFactorNeeded(ResponseModel):
    """The password was right: show one of `methods` at `/auth/mfa/verify`."""

    mfa_required: Literal[True]
    mfa_token: str
    methods: list[SecondMethod]


class AccountRead(ResponseModel):
    """A person; what they chose for the pages is None where their browser decides."""

    id: AccountId
    email: str
    name: str
    email_verified: bool
    created_at: datetime
    language: Language | None
    theme: Theme | None
    time_zone: str | None


class AccountChange(RequestModel):
    """What to change; None for a choice gives it back to the browser."""

    name: Annotated[PersonName, Field(min_length=1)] = ""
    language: Language | None = None
    theme: Theme | None = None
    time_zone: TimeZone | None = None


class MailSummary(ResponseModel):
    id: str
    to: str
    subject: str
    sent_at: datetime


class MailRead(MailSummary):
    text: str
    html: str
    links: list[str]
