"""One stream for all that a page follows, and who else is there."""

from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from starlette.responses import StreamingResponse

from coditect.kernel.api import RequestModel, problems
from coditect.kernel.platform import platform_of
from coditect.kernel.presence import Place, Visitor
from coditect.kernel.streams import EventStream, LastEventId, Listener
from coditect.organizations.access import CurrentMember, Member, ReadSession, still_members
from coditect.organizations.subjects import SubjectKinds, SubjectNotFound, open_all

router = APIRouter(tags=["streams"])

MOST_SUBJECTS = 100

ClientId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
Page = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
Subject = Annotated[str, Field(max_length=200)]
Subjects = Annotated[
    list[Subject],
    Query(
        min_length=1,
        max_length=MOST_SUBJECTS,
        description="`kind:id`, for instance `project:…`, `workflow:…`, `run:…`, `account:me`, `organization:me`;"
        " with `@N`, from after position N on (`coditect-position` of an answer), else from now on.",
    ),
]


class Whereabouts(RequestModel):
    """Where a page is: at a subject that its stream says it is present at, showing `page` of it."""

    subject: Subject
    page: Page | None = None


@router.get("/stream", response_class=StreamingResponse, responses=problems(404))
async def stream(
    *,
    request: Request,
    member: CurrentMember,
    session: ReadSession,
    kinds: SubjectKinds,
    subjects: Subjects,
    present: Annotated[
        list[Subject] | None, Query(max_length=10, description="Those of the subjects where one is seen.")
    ] = None,
    client: Annotated[ClientId | None, Query(description="A name that the page made up for itself.")] = None,
    page: Annotated[Page | None, Query(description="What the page shows of the subject.")] = None,
    last_event_id: LastEventId = None,
) -> Response:
    """Stream what happens to many subjects on one connection, as server-sent events.

    `data` is `{"subject", "position", "data"}`; `reset` means that events were missed for good: look again.
    `presence` says who is at a subject now.
    """
    platform = platform_of(request)
    starts = await open_all(platform, session, member, kinds, subjects)
    if last_event_id is not None:
        starts = {channel: max(last_event_id, start or 0) for channel, start in starts.items()}
    listener = Listener(platform.hub, member, still_members, starts, wrapped=True)
    names = {channel.name for channel in starts}
    places = [Place(member.organization_id, name) for name in present or () if name in names]
    if client is None or not places:
        return EventStream(listener, nullcontext())
    visitor = _visitor(member, client, page)
    return EventStream(listener, platform.presence.visiting(visitor, places, listener))


@router.put("/presence/{client}", status_code=204)
async def change_presence(
    client: ClientId, where: Whereabouts, request: Request, member: CurrentMember
) -> None:
    """Say what a page shows now; its stream says that it is there at all."""
    place = Place(member.organization_id, where.subject)
    if not await platform_of(request).presence.turn(place, _visitor(member, client, where.page)):
        raise SubjectNotFound(f"No stream of this page is at {where.subject}.")


def _visitor(member: Member, client: str, page: str | None) -> Visitor:
    return Visitor(client=client, account_id=member.account_id, name=member.name, page=page)
