"""What clients send to recover or change an account, and the sessions that they see."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from coditect.identity.addresses import Email
from coditect.identity.recovery.devices import Device
from coditect.identity.schemas import CredentialsModel, Password
from coditect.kernel.api import RequestModel, ResponseModel

LinkToken = Annotated[str, Field(min_length=1, max_length=200)]


class ForgotPassword(RequestModel):
    email: Email


class ResetPassword(CredentialsModel):
    token: LinkToken
    password: Password


class NewPassword(CredentialsModel):
    password: Password


class EmailChange(RequestModel):
    email: Email


class ByLink(RequestModel):
    token: LinkToken


class SessionRead(ResponseModel):
    """A sign-in session; what a browser did not say is None."""

    id: UUID
    current: bool
    device: Device
    browser: str | None
    system: str | None
    address: str
    methods: list[str]
    created_at: datetime
    last_used_at: datetime
