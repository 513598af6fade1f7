"""What clients send about second factors and get back."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, model_validator

from coditect.identity.factors.models import FactorKind
from coditect.identity.schemas import CredentialsModel, Password, PersonName, SecondMethod
from coditect.kernel.api import RequestModel, ResponseModel

Token = Annotated[str, Field(min_length=1, max_length=200)]
Code = Annotated[str, Field(min_length=1, max_length=40)]
PhoneNumber = Annotated[
    str, Field(pattern=r"^\+[1-9][0-9]{6,14}$", description="With country code: +4915112345678.")
]
# A browser's credential is a document of the browser's making; `passkeys` reads it.
PasskeyCredential = Annotated[dict[str, Any], Field(description="PublicKeyCredential.toJSON()")]


class MfaVerify(RequestModel):
    """A code, or the answer of a passkey; `method` says which code it is where several fit."""

    mfa_token: Token
    code: Code | None = None
    method: SecondMethod | None = None
    credential: PasskeyCredential | None = None

    @model_validator(mode="after")
    def _one_proof(self) -> "MfaVerify":
        if (self.code is None) == (self.credential is None):
            raise ValueError("give either a code or a credential")
        return self


class MfaSend(RequestModel):
    mfa_token: Token
    method: Annotated[SecondMethod, Field(description="email or sms")]


class MfaToken(RequestModel):
    mfa_token: Token


class PasskeyOptions(ResponseModel):
    """`options` are for `navigator.credentials`; `token` comes back with its answer."""

    token: str
    options: dict[str, Any]


class PasskeySignIn(RequestModel):
    token: Token
    credential: PasskeyCredential


class NewPasskey(RequestModel):
    token: Token
    credential: PasskeyCredential
    name: Annotated[PersonName, Field(min_length=1, max_length=80)]


class PasskeyChange(RequestModel):
    name: Annotated[PersonName, Field(min_length=1, max_length=80)]


class Reauthenticate(CredentialsModel):
    """One proof: the password where the account has no second factor, else a code or a passkey."""

    password: Password | None = None
    code: Code | None = None
    method: SecondMethod | None = None
    token: Token | None = None
    credential: PasskeyCredential | None = None


class SendCode(RequestModel):
    method: Annotated[SecondMethod, Field(description="email or sms")]


class TotpSetUp(ResponseModel):
    """What an authenticator app needs; the code that it then shows confirms it."""

    secret: str
    uri: str
    qr_svg: str


class ConfirmCode(RequestModel):
    code: Code


class SmsSetUp(RequestModel):
    number: PhoneNumber


class FactorAdded(ResponseModel):
    """The recovery codes come with the first factor, and never again."""

    recovery_codes: list[str] | None


class RecoveryCodes(ResponseModel):
    codes: list[str]


class FactorRead(ResponseModel):
    kind: FactorKind
    hint: str | None
    created_at: datetime
    last_used_at: datetime | None


class PasskeyRead(ResponseModel):
    id: UUID
    name: str
    backed_up: bool
    created_at: datetime
    last_used_at: datetime | None


class Security(ResponseModel):
    """How a person signs in."""

    password_changed_at: datetime | None
    factors: list[FactorRead]
    passkeys: list[PasskeyRead]
    recovery_codes_left: int
    sms_available: bool
    passkeys_available: bool
