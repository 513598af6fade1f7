"""Programs that are registered with us: who they are, where people are sent back to, how they prove themselves."""

import base64
import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_plus, urlsplit

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.events import ClientRegistered
from coditect.identity.provider.errors import Refusal
from coditect.identity.provider.models import OAuthClient
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import FieldError, InvalidInput
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId

CLI = "coditect-cli"
"""Our own command: public, and let in by a device code only."""


@dataclass(frozen=True)
class Registration:
    """What a program says of itself."""

    name: str
    redirect_uris: Sequence[str]
    post_logout_redirect_uris: Sequence[str] = ()
    confidential: bool = True
    organization_id: OrganizationId | None = None


async def register(session: AsyncSession, given: Registration) -> tuple[str, str | None]:
    """Register a program; return its id, and the secret of a confidential one, which is told to nobody again."""
    for uri in (*given.redirect_uris, *given.post_logout_redirect_uris):
        _check_redirect_uri(uri)
    if not given.redirect_uris:
        _refuse("A program needs an address that people are sent back to.")
    secret = secrets.token_urlsafe(32) if given.confidential else None
    client = OAuthClient(
        id=secrets.token_hex(12),
        organization_id=given.organization_id,
        name=given.name,
        secret_digest=digest(secret) if secret else None,
        redirect_uris=list(given.redirect_uris),
        post_logout_redirect_uris=list(given.post_logout_redirect_uris),
        created_at=utc_now(),
    )
    session.add(client)
    publish(session, ClientRegistered(client_id=client.id))
    await session.flush()
    return client.id, secret


async def authenticated(
    session: AsyncSession, authorization: str | None, form: Mapping[str, str]
) -> OAuthClient:
    """Return the program that proved to be itself, or raise `Refusal`."""
    client_id, secret = _credentials(authorization, form)
    client = await session.get(OAuthClient, client_id) if client_id else None
    if client is None:
        raise Refusal("invalid_client", "The program is not known.", status=401)
    if client.secret_digest is None:
        if secret is not None:
            raise Refusal("invalid_client", "A public program has no secret.", status=401)
    elif secret is None or not hmac.compare_digest(client.secret_digest, digest(secret)):
        raise Refusal("invalid_client", "The program did not prove to be itself.", status=401)
    return client


def digest(text: str) -> bytes:
    """Return what is stored of a random text."""
    return hashlib.sha256(text.encode()).digest()


def _credentials(authorization: str | None, form: Mapping[str, str]) -> tuple[str | None, str | None]:
    if authorization is None:
        return form.get("client_id"), form.get("client_secret")
    scheme, _, given = authorization.partition(" ")
    try:
        decoded = base64.b64decode(given, validate=True).decode()
    except ValueError:
        decoded = ""
    name, found, secret = decoded.partition(":")
    if scheme.lower() != "basic" or not found or "client_secret" in form:
        raise Refusal(
            "invalid_client", "Prove yourself in one way, by the Basic scheme or in the body.", status=401
        )
    name = unquote_plus(name)
    if form.get("client_id", name) != name:
        raise Refusal("invalid_client", "Header and body name two programs.", status=401)
    return name, unquote_plus(secret)


def _check_redirect_uri(uri: str) -> None:
    """Refuse what could hand a code to somebody else: no fragments, no wildcards, TLS except on the own machine."""
    try:
        parts = urlsplit(uri)
        host = parts.hostname
    except ValueError:
        _refuse(f"{uri} is not an address.")
    if host is None or parts.fragment or "*" in uri or parts.username is not None or len(uri) > 2000:
        _refuse(f"{uri} cannot be an address to send people back to.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_own_machine(host)):
        _refuse(f"{uri} must begin with https://, except on 127.0.0.1, [::1] and localhost.")


def _is_own_machine(host: str | None) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _refuse(detail: str) -> None:
    raise InvalidInput(detail, fields=(FieldError("redirect_uris", detail),))
