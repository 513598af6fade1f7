"""What other programs look up at addresses that never change: the public keys."""

from typing import Any

from fastapi import APIRouter, Request, Response

from coditect.identity import signing_keys
from coditect.identity.access import PUBLIC
from coditect.kernel.api import ResponseModel
from coditect.kernel.platform import platform_of

KEYS_PATH = "/.well-known/jwks.json"

router = APIRouter(tags=["sign-in"], dependencies=[PUBLIC])


class PublicKeys(ResponseModel):
    """A JSON Web Key Set (RFC 7517)."""

    keys: list[dict[str, Any]]


@router.get(KEYS_PATH)
async def read_public_keys(request: Request, response: Response) -> PublicKeys:
    """The keys that our tokens are verified by; those that will sign next are among them already."""
    database = platform_of(request).database
    response.headers["cache-control"] = "public, max-age=300"
    return PublicKeys(
        keys=[
            key
            for purpose in signing_keys.PURPOSES
            for key in (await signing_keys.ring(database, purpose)).public()
        ]
    )
