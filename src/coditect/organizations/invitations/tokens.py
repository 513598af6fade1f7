"""The token of an invitation's link: derived, so that a mail delivered twice is the same mail; stored as its hash."""

import base64
import hashlib
from uuid import UUID

from coditect.kernel.db import Database
from coditect.kernel.keys import derive, instance_key


async def key_of_invitations(database: Database) -> bytes:
    """Return the key that tokens are derived from; call it before a writing unit of work begins."""
    return await instance_key(database, "organizations.invitations")


def token_of(key: bytes, invitation_id: UUID, sending: int) -> str:
    """Return the token of `[A-Za-z0-9_-]` that stands in the link of one mail."""
    return (
        base64.urlsafe_b64encode(derive(key, "invitation", f"{invitation_id}:{sending}")).decode().rstrip("=")
    )


def hash_of(token: str) -> bytes:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).digest()
