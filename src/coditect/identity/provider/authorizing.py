"""The browser's part: what a program asks of a person, whether they must be asked, and the code that it gets."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.access import SignedIn
from coditect.identity.events import ConsentGiven
from coditect.identity.models import SignInSession
from coditect.identity.provider.clients import digest
from coditect.identity.provider.errors import ClientRefused, RedirectedError
from coditect.identity.provider.models import OAuthClient, OAuthConsent, OAuthGrant
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id

SCOPES = ("openid", "profile", "email", "offline_access")
CODE_LIFETIME = timedelta(seconds=60)
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_LONGEST = 2000


@dataclass(frozen=True)
class Asked:
    """A valid request of a known program."""

    client: OAuthClient
    redirect_uri: str
    scopes: Sequence[str]
    state: str | None
    nonce: str | None
    challenge: str
    prompts: frozenset[str]
    max_age: int | None


async def client_of(session: AsyncSession, query: Mapping[str, Sequence[str]]) -> tuple[OAuthClient, str]:
    """Return the program and the registered address that the request names, or raise `ClientRefused`.

    Until both are known, nobody is sent anywhere: an error could be told to a thief.
    """
    named = query.get("client_id", ())
    client = await session.get(OAuthClient, named[0]) if len(named) == 1 else None
    uris = query.get("redirect_uri", ())
    if client is None:
        raise ClientRefused("Ask whoever sent you here; this installation does not know the program.")
    if len(uris) != 1 or uris[0] not in client.redirect_uris:
        raise ClientRefused(f"{client.name} asked to send you to an address that is not registered.")
    return client, uris[0]


def asked_by(client: OAuthClient, redirect_uri: str, query: Mapping[str, Sequence[str]]) -> Asked:
    """Return what the program asks, or raise `RedirectedError`."""
    if any(len(values) != 1 or len(values[0]) > _LONGEST for values in query.values()):
        raise RedirectedError("invalid_request", "Each parameter stands once, in at most 2000 characters.")
    given = {name: values[0] for name, values in query.items()}
    for name in ("request", "request_uri"):
        if name in given:
            raise RedirectedError(f"{name}_not_supported", f"{name} is not supported.")
    if given.get("response_type") != "code":
        raise RedirectedError("unsupported_response_type", "Only response_type=code is supported.")
    if given.get("response_mode", "query") != "query":
        raise RedirectedError("invalid_request", "Only response_mode=query is supported.")
    if given.get("code_challenge_method") != "S256" or not _CHALLENGE.fullmatch(
        given.get("code_challenge", "")
    ):
        raise RedirectedError("invalid_request", "PKCE with code_challenge_method=S256 is required.")
    wanted = given.get("scope", "").split()
    if "openid" not in wanted:
        raise RedirectedError("invalid_scope", "The scope openid is required.")
    prompts = frozenset(given.get("prompt", "").split())
    max_age = given.get("max_age")
    if ("none" in prompts and len(prompts) > 1) or not (max_age is None or re.fullmatch(r"\d{1,9}", max_age)):
        raise RedirectedError("invalid_request", "prompt or max_age is not valid.")
    return Asked(
        client=client,
        redirect_uri=redirect_uri,
        scopes=[scope for scope in SCOPES if scope in wanted],
        state=given.get("state"),
        nonce=given.get("nonce"),
        challenge=given["code_challenge"],
        prompts=prompts,
        max_age=None if max_age is None else int(max_age),
    )


def told(redirect_uri: str, issuer: str, state: str | None, **answer: str) -> str:
    """Return the address that carries an answer to the program, and says whose answer it is (RFC 9207)."""
    given = {**answer, **({"state": state} if state is not None else {}), "iss": issuer}
    return f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{urlencode(given)}"


async def is_fresh_enough(session: AsyncSession, asked: Asked, current: SignedIn) -> bool:
    """Tell whether the person proved who they are as lately as the program wants."""
    own = await session.get_one(SignInSession, current.session_id)
    age = utc_now() - (own.authenticated_at or own.created_at)
    if "login" in asked.prompts:
        return age <= timedelta(seconds=60)
    return asked.max_age is None or age <= timedelta(seconds=asked.max_age)


async def is_allowed_already(session: AsyncSession, asked: Asked, current: SignedIn) -> bool:
    """Tell whether the person allowed the program all this before."""
    if "consent" in asked.prompts:
        return False
    given = await session.scalar(
        select(OAuthConsent.scopes).where(
            OAuthConsent.account_id == current.account_id, OAuthConsent.client_id == asked.client.id
        )
    )
    return given is not None and set(asked.scopes) <= set(given)


async def allow(session: AsyncSession, asked: Asked, current: SignedIn) -> None:
    """Remember what the person allows."""
    known = await session.get(OAuthConsent, (current.account_id, asked.client.id), with_for_update=True)
    if known is None:
        known = OAuthConsent(
            account_id=current.account_id, client_id=asked.client.id, scopes=[], given_at=utc_now()
        )
        session.add(known)
    known.scopes, known.given_at = sorted({*known.scopes, *asked.scopes}), utc_now()
    publish(session, ConsentGiven(account_id=current.account_id, client_id=asked.client.id))


async def issue_code(session: AsyncSession, asked: Asked, current: SignedIn) -> str:
    """Return a code that the program can redeem once, within a minute."""
    own = await session.get_one(SignInSession, current.session_id)
    code, now = secrets.token_urlsafe(32), utc_now()
    session.add(
        OAuthGrant(
            id=new_id(),
            client_id=asked.client.id,
            account_id=current.account_id,
            session_id=current.session_id,
            scopes=list(asked.scopes),
            redirect_uri=asked.redirect_uri,
            nonce=asked.nonce,
            challenge=asked.challenge,
            methods=list(own.methods),
            authenticated_at=own.authenticated_at or own.created_at,
            code_digest=digest(code),
            created_at=now,
            code_expires_at=now + CODE_LIFETIME,
        )
    )
    return code
