"""A person's API keys in the organization that they work in; no key makes or changes keys."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from coditect import identity
from coditect.identity import ApiKeyMade, ApiKeyRead, KeyOwner
from coditect.kernel.api import RequestModel, ResponseModel, problems
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import FieldError, InvalidInput
from coditect.organizations.access import Member, MemberInPerson, ReadSession, WriteSession
from coditect.organizations.errors import PermissionMissing
from coditect.organizations.roles import Permission

router = APIRouter(prefix="/api-keys", tags=["api keys"])

LONGEST_LIFE = timedelta(days=366)
LONGEST_OVERLAP_HOURS = 7 * 24


class ApiKeyCreate(RequestModel):
    """What a key may do, and until when; at most a year."""

    name: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+$")]
    scopes: Annotated[list[Permission], Field(min_length=1, max_length=50)]
    expires_at: AwareDatetime


class ApiKeyRotate(RequestModel):
    """How long the old key works beside the new one."""

    overlap_hours: Annotated[int, Field(ge=0, le=LONGEST_OVERLAP_HOURS)] = 24


class ApiKeys(ResponseModel):
    """All keys, and what a new one may be allowed at most."""

    items: list[ApiKeyRead]
    scopes: list[str]


@router.get("")
async def list_api_keys(member: MemberInPerson, session: ReadSession) -> ApiKeys:
    """Your keys in this organization, those that are over included."""
    return ApiKeys(
        items=list(await identity.api_keys_of(session, _owner(member))),
        scopes=[permission for permission in Permission if member.may(permission)],
    )


@router.post("", status_code=201, responses=problems(409))
async def create_api_key(body: ApiKeyCreate, member: MemberInPerson, session: WriteSession) -> ApiKeyMade:
    """Make a key. Its text is in this answer and nowhere else, ever."""
    beyond = sorted({scope for scope in body.scopes if not member.may(scope)})
    if beyond:
        raise PermissionMissing(f"A key cannot do more than you: {', '.join(beyond)}.")
    _check_expiry(body.expires_at)
    key, text = await identity.create_api_key(
        session, _owner(member), body.name, set(body.scopes), body.expires_at
    )
    return ApiKeyMade(**key.model_dump(), key=text)


@router.post("/{key_id}/rotate", status_code=201, responses=problems(409))
async def rotate_api_key(
    key_id: UUID, body: ApiKeyRotate, member: MemberInPerson, session: WriteSession
) -> ApiKeyMade:
    """Replace a key; the old one works until the overlap is over, so that programs can change at their own time."""
    overlap = timedelta(hours=body.overlap_hours)
    key, text = await identity.rotate_api_key(session, _owner(member), key_id, overlap)
    return ApiKeyMade(**key.model_dump(), key=text)


@router.delete("/{key_id}", status_code=204)
async def revoke_api_key(key_id: UUID, member: MemberInPerson, session: WriteSession) -> None:
    """End a key at once, and the streams that it had opened."""
    await identity.revoke_api_key(session, _owner(member), key_id)


def _owner(member: Member) -> KeyOwner:
    return KeyOwner(member.account_id, member.organization_id)


def _check_expiry(moment: datetime) -> None:
    now = utc_now()
    if not now < moment <= now + LONGEST_LIFE:
        fault = "is a moment within the next year"
        raise InvalidInput(f"The end of a key {fault}.", fields=(FieldError("expires_at", fault),))
