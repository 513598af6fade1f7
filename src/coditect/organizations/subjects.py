"""What a member can follow on a stream; contexts above add their kinds, `main` supplies them."""

from collections.abc import Mapping
from typing import Annotated, Protocol
from uuid import UUID

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from coditect.kernel.errors import FieldError, InvalidInput, NotFound
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Channel, as_stored
from coditect.organizations.access import Member


class OpenSubject(Protocol):
    """Opens one subject of a kind to a member, or raises `NotFound`."""

    async def __call__(
        self, platform: Platform, session: AsyncSession, member: Member, key: str, /
    ) -> Channel: ...


class SubjectNotFound(NotFound):
    code = "subject_not_found"
    title = "There is no such thing to follow here"


async def _subject_kinds(connection: HTTPConnection) -> Mapping[str, OpenSubject]:
    kinds: Mapping[str, OpenSubject] = connection.app.state.subject_kinds
    return kinds


SubjectKinds = Annotated[Mapping[str, OpenSubject], Depends(_subject_kinds)]


def uuid_of(key: str) -> UUID:
    """Return the id that a subject names, written in the one way that makes equal subjects equal."""
    try:
        found = UUID(key)
    except ValueError:
        raise NotFound from None
    if str(found) != key:
        raise NotFound
    return found


async def open_account(_: Platform, _session: AsyncSession, member: Member, key: str) -> Channel:
    """Open what concerns the member alone, in whichever organization."""
    if key not in {"me", str(member.account_id)}:
        raise NotFound
    return Channel(f"account:{key}", f"account:{member.account_id}", None, as_stored)


async def open_organization(_: Platform, _session: AsyncSession, member: Member, key: str) -> Channel:
    """Open what concerns everybody in the organization."""
    if key not in {"me", str(member.organization_id)}:
        raise NotFound
    subject = f"organization:{member.organization_id}"
    return Channel(f"organization:{key}", subject, member.organization_id, as_stored)


async def open_all(
    platform: Platform,
    session: AsyncSession,
    member: Member,
    kinds: Mapping[str, OpenSubject],
    asked: list[str],
) -> Mapping[Channel, int | None]:
    """Return the channel of each asked subject with the position after which it begins; name those not there."""
    starts: dict[Channel, int | None] = {}
    missing: list[FieldError] = []
    for number, text in enumerate(asked):
        name, start = _parsed(number, text)
        kind, _, key = name.partition(":")
        try:
            if kind not in kinds:
                raise NotFound  # noqa: TRY301 - an unknown kind is one way of not being there
            starts[await kinds[kind](platform, session, member, key)] = start
        except NotFound:
            missing.append(FieldError(f"subjects.{number}", f"{name} is not there, or not for you"))
    if missing:
        raise SubjectNotFound("; ".join(fault.message for fault in missing), fields=tuple(missing))
    return starts


def _parsed(number: int, text: str) -> tuple[str, int | None]:
    name, _, position = text.partition("@")
    if not position:
        return name, None
    if not (position.isascii() and position.isdigit() and len(position) < 19):
        fault = FieldError(f"subjects.{number}", "what follows @ is a position, a whole number")
        raise InvalidInput(f"{text!r} has no position after its @.", fields=(fault,))
    return name, int(position)
