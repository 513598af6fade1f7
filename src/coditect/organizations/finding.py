"""Finding things by words across contexts: each context finds its own kind, `main` lists them."""

from collections.abc import Sequence
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from coditect.kernel.api import ResponseModel
from coditect.organizations.access import CurrentMember, Member, ReadSession

router = APIRouter(tags=["search"])

FoundKind = Literal["project", "task", "workflow", "run", "agent"]
MOST_WORDS = 8


class Found(ResponseModel):
    """Something that fits; `state` is what a list would show beside its title."""

    kind: FoundKind
    id: str
    title: str
    path: str
    project_id: str | None
    project_name: str | None
    number: int | None
    state: str | None


class Find(Protocol):
    """Finds what the member may see and has every word, the best first; words come in folded case."""

    async def __call__(
        self, session: AsyncSession, member: Member, words: Sequence[str], limit: int, /
    ) -> Sequence[Found]: ...


class SearchResult(ResponseModel):
    items: list[Found]


async def _finders(connection: HTTPConnection) -> Sequence[Find]:
    finders: Sequence[Find] = connection.app.state.finders
    return finders


@router.get("/search")
async def search(
    *,
    member: CurrentMember,
    session: ReadSession,
    finders: Annotated[Sequence[Find], Depends(_finders)],
    q: Annotated[str, Query(min_length=1, max_length=200, pattern=r"^[^\x00]*$")],
    limit: Annotated[int, Query(ge=1, le=50, description="How many of each kind at most.")] = 8,
) -> SearchResult:
    """Projects, tasks, workflows, runs and agents that have every word of `q`."""
    words = q.casefold().split()[:MOST_WORDS]
    if not words:
        return SearchResult(items=[])
    items = [one for find in finders for one in await find(session, member, words, limit)]
    return SearchResult(items=items)
