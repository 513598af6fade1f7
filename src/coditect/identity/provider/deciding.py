"""Whether a person must be asked before a program gets its code, and the page that asks them."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import Field
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import QueryParams

from coditect.identity.access import CurrentAccount, SignedIn
from coditect.identity.events import ConsentWithdrawn
from coditect.identity.handing_over import CurrentPlatform
from coditect.identity.provider import authorizing, devices
from coditect.identity.provider.authorizing import Asked
from coditect.identity.provider.errors import ClientNotFound, RedirectedError
from coditect.identity.provider.models import OAuthClient, OAuthConsent, OAuthGrant
from coditect.kernel.api import RequestModel, ResponseModel, problems
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.rates import Rate, hit
from coditect.kernel.scope import NOBODY

CODES_TRIED = Rate(20, 600)
"""How often one person may try codes of devices."""

router = APIRouter(prefix="/oauth", tags=["sign-in"])

Query = Mapping[str, Sequence[str]]
Text = Annotated[str, Field(max_length=2000)]


class Authorization(RequestModel):
    """What a program asks, as its address said it, and what the person decided."""

    query: Annotated[dict[str, list[Text]], Field(max_length=30)]
    decision: Literal["allow", "deny"] | None = None


class AuthorizationRead(ResponseModel):
    """Where the browser goes; or what the person is asked, by which program; or that they prove themselves again."""

    location: str | None
    client_name: str | None
    client_host: str | None
    scopes: list[str]
    sign_in_again: bool


class Device(ResponseModel):
    """A device that asks to be let in."""

    device: str
    address: str
    created_at: str
    expires_at: str


class DeviceDecision(RequestModel):
    code: Annotated[str, Field(min_length=1, max_length=40)]
    decision: Literal["allow", "deny"] | None = None


class ConsentRead(ResponseModel):
    client_id: str
    name: str
    scopes: list[str]
    given_at: str


class Consents(ResponseModel):
    items: list[ConsentRead]


def query_of(params: QueryParams) -> Query:
    """Return all values of each parameter."""
    return {name: params.getlist(name) for name in params}


async def answer_at_once(
    session: AsyncSession, issuer: str, query: Query, current: SignedIn | None
) -> str | None:
    """Return where to send the browser without asking anybody, or None when the page must ask."""
    client, redirect_uri = await authorizing.client_of(session, query)
    state = _state(query)
    try:
        asked = authorizing.asked_by(client, redirect_uri, query)
        if current is None:
            _refuse_silence(asked, "login_required")
            return None
        if not await authorizing.is_fresh_enough(session, asked, current):
            _refuse_silence(asked, "login_required")
            return None
        if not await authorizing.is_allowed_already(session, asked, current):
            _refuse_silence(asked, "consent_required")
            return None
        return await _with_code(session, issuer, asked, current)
    except RedirectedError as error:
        return authorizing.told(
            redirect_uri, issuer, state, error=error.error, error_description=error.detail
        )


@router.post("/authorizations")
async def authorize(
    body: Authorization, current: CurrentAccount, platform: CurrentPlatform
) -> AuthorizationRead:
    """Show what a program asks, or take the person's decision."""
    issuer = platform.settings.base_url
    async with platform.database.write(NOBODY) as session:
        location = await answer_at_once(session, issuer, body.query, current)
        if location is not None:
            return _goes(location)
        client, redirect_uri = await authorizing.client_of(session, body.query)
        asked = authorizing.asked_by(client, redirect_uri, body.query)
        if not await authorizing.is_fresh_enough(session, asked, current):
            return AuthorizationRead(
                location=None, client_name=client.name, client_host=None, scopes=[], sign_in_again=True
            )
        if body.decision == "deny":
            return _goes(
                authorizing.told(
                    redirect_uri, issuer, asked.state, error="access_denied", error_description="No."
                )
            )
        if body.decision == "allow":
            await authorizing.allow(session, asked, current)
            return _goes(await _with_code(session, issuer, asked, current))
    return AuthorizationRead(
        location=None,
        client_name=client.name,
        client_host=redirect_uri.split("/")[2],
        scopes=list(asked.scopes),
        sign_in_again=False,
    )


@router.get("/consents")
async def list_consents(current: CurrentAccount, platform: CurrentPlatform) -> Consents:
    """The programs that you let know who you are."""
    async with platform.database.read(NOBODY) as session:
        found = await session.execute(
            select(OAuthConsent, OAuthClient.name)
            .join(OAuthClient, OAuthClient.id == OAuthConsent.client_id)
            .where(OAuthConsent.account_id == current.account_id)
            .order_by(OAuthClient.name)
        )
        return Consents(
            items=[
                ConsentRead(
                    client_id=consent.client_id,
                    name=name,
                    scopes=consent.scopes,
                    given_at=consent.given_at.isoformat(),
                )
                for consent, name in found
            ]
        )


@router.delete("/consents/{client_id}", status_code=204)
async def withdraw_consent(client_id: str, current: CurrentAccount, platform: CurrentPlatform) -> None:
    """Let a program know nothing more of you; its tokens end at once."""
    async with platform.database.write(NOBODY) as session:
        gone = await session.scalar(
            delete(OAuthConsent)
            .where(OAuthConsent.account_id == current.account_id, OAuthConsent.client_id == client_id)
            .returning(OAuthConsent.client_id)
        )
        if gone is None:
            raise ClientNotFound
        await session.execute(
            update(OAuthGrant)
            .where(
                OAuthGrant.account_id == current.account_id,
                OAuthGrant.client_id == client_id,
                OAuthGrant.revoked_at.is_(None),
            )
            .values(revoked_at=utc_now())
        )
        publish(session, ConsentWithdrawn(account_id=current.account_id, client_id=client_id))


@router.post("/devices", responses=problems(404, 429))
async def decide_device(body: DeviceDecision, current: CurrentAccount, platform: CurrentPlatform) -> Device:
    """Show which device waits with a code, or let it in as you, or turn it away."""
    await hit(platform.cache, f"device-codes:{current.account_id}", CODES_TRIED)
    async with platform.database.write(NOBODY) as session:
        found = await devices.waiting(session, body.code)
        if body.decision is not None:
            await devices.decide(session, body.code, current, allow=body.decision == "allow")
        return Device(
            device=found.device,
            address=found.address,
            created_at=found.created_at.isoformat(),
            expires_at=found.expires_at.isoformat(),
        )


async def _with_code(session: AsyncSession, issuer: str, asked: Asked, current: SignedIn) -> str:
    code = await authorizing.issue_code(session, asked, current)
    return authorizing.told(asked.redirect_uri, issuer, asked.state, code=code)


def _refuse_silence(asked: Asked, error: str) -> None:
    if "none" in asked.prompts:
        raise RedirectedError(error, "Somebody must be asked, and prompt=none forbids it.")


def _state(query: Query) -> str | None:
    given = query.get("state", ())
    return given[0] if len(given) == 1 else None


def _goes(location: str) -> AuthorizationRead:
    return AuthorizationRead(
        location=location, client_name=None, client_host=None, scopes=[], sign_in_again=False
    )
