"""What a browser carries while it is at a provider: sealed, so that nobody reads or writes it, and over in ten minutes.

State binds the answer to the browser that began, the nonce binds the ID token to it, the verifier binds the code.
"""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import TypeAdapter, ValidationError

from coditect.identity.federation.errors import FlowRefused
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId
from coditect.kernel.keys import derive, instance_key

LIFETIME_SECONDS = 600
_NONCE_BYTES = 12
_LONGEST_PATH = 2000


@dataclass(frozen=True)
class Flow:
    """One way to a provider and back; with an account it connects, without one it signs in."""

    provider: str
    state: str
    nonce: str
    verifier: str
    next: str
    until: int
    account_id: AccountId | None
    session_id: UUID | None

    @property
    def challenge(self) -> str:
        """The verifier as the provider gets it at first (PKCE, S256)."""
        return s256(self.verifier)


def begin(
    provider: str, next_path: str | None, account_id: AccountId | None = None, session_id: UUID | None = None
) -> Flow:
    """Return a fresh flow."""
    return Flow(
        provider=provider,
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        next=same_site_path(next_path),
        until=int(utc_now().timestamp()) + LIFETIME_SECONDS,
        account_id=account_id,
        session_id=session_id,
    )


def s256(verifier: str) -> str:
    """Return the challenge of a PKCE verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def same_site_path(given: str | None) -> str:
    """Return a path on this site, whatever was given: browsers read two slashes as another host, of either kind."""
    if (
        given is None
        or len(given) > _LONGEST_PATH
        or not re.fullmatch(r"/(?![/\\])[^\\\x00-\x20\x7f]*", given)
    ):
        return "/"
    try:
        parts = urlsplit(given)
    except ValueError:
        return "/"
    return "/" if parts.scheme or parts.netloc else given


def cookie_of(state: str) -> str:
    """Return the name of the cookie of one flow; several may be under way in one browser."""
    return f"coditect_oauth_{hashlib.sha256(state.encode()).hexdigest()[:16]}"


async def seal(database: Database, flow: Flow) -> str:
    """Return `flow` as a cookie may hold it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(await _key(database)).encrypt(nonce, _FLOW.dump_json(flow), flow.state.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


async def open_sealed(database: Database, cookie: str | None, state: str | None) -> Flow:
    """Return the flow that this browser began with `state`, or raise `FlowRefused`."""
    if not cookie or not state:
        raise FlowRefused("Begin again from the sign-in page, in one browser.")
    try:
        raw = base64.urlsafe_b64decode(cookie)
        plain = AESGCM(await _key(database)).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], state.encode())
        flow = _FLOW.validate_json(plain)
    except (ValueError, InvalidTag, ValidationError):
        raise FlowRefused("Begin again from the sign-in page, in one browser.") from None
    if flow.until <= utc_now().timestamp():
        raise FlowRefused("It took longer than ten minutes. Begin again.")
    return flow


async def _key(database: Database) -> bytes:
    return derive(await instance_key(database, "identity.oauth-flows"), "seal", "flow")


_FLOW = TypeAdapter(Flow)
