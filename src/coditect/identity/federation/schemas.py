"""Providers and connections as pages see them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from coditect.kernel.api import RequestModel, ResponseModel


class ProviderRead(ResponseModel):
    """One more way to sign in."""

    key: str
    name: str


class Providers(ResponseModel):
    items: list[ProviderRead]


class IdentityRead(ResponseModel):
    """Who you are elsewhere, as the provider last said."""

    id: UUID
    provider: str
    email: str
    created_at: datetime
    last_used_at: datetime


class Identities(ResponseModel):
    """What is connected, and whether the account has a password too."""

    items: list[IdentityRead]
    has_password: bool


class Connect(RequestModel):
    next: Annotated[str, Field(max_length=2000)] = "/settings?tab=connections"


class Elsewhere(ResponseModel):
    """Where the browser goes now."""

    location: str
