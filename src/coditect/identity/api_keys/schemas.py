"""API keys as their owner sees them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from coditect.kernel.api import ResponseModel

KeyState = Literal["active", "rotating", "revoked", "expired"]


class ApiKeyRead(ResponseModel):
    """A key without its secret; `hint` is how it begins."""

    id: UUID
    name: str
    hint: str
    scopes: list[str]
    state: KeyState
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    retires_at: datetime | None


class ApiKeyMade(ApiKeyRead):
    """A new key; `key` is shown now and never again."""

    key: str
