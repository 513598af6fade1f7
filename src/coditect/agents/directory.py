"""All agents that an organization may see: the library's and its own, as one list and by name.

An own name wins: it was free when it was taken, and what refers to it must not change its meaning with an upgrade.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from anyio import to_thread
from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import framework
from coditect.agents import checking
from coditect.agents.errors import AgentNotFound
from coditect.agents.models import OwnAgentRow, OwnAgentVersionRow
from coditect.agents.presentation import library_page, library_summary, own_page, own_summary
from coditect.agents.schemas import AgentRead, AgentSummary
from coditect.framework import Agent, Choice, Dispatcher
from coditect.kernel.api import Page, page_of


async def list_agents(
    session: AsyncSession, *, words: Sequence[str], retired: bool, limit: int, cursor: str | None
) -> Page[AgentSummary]:
    """Return agents by name whose name or description has every word; or the retired ones, which are all own."""
    library = {} if retired else _library_with(words)
    own = await session.scalars(
        select(OwnAgentRow.name)
        .join(OwnAgentVersionRow, _current())
        .where(_is_retired(retired), *(_has(word) for word in words))
    )
    # Names are put in order here, because databases sort hyphens in ways of their own.
    names = sorted(name for name in {*library, *own} if cursor is None or name > cursor)[: limit + 1]
    shown = {row.name: own_summary(row, version) for row, version in await _own(session, names)}
    items = [shown.get(name) or library_summary(library[name]) for name in names]
    return page_of(items, limit, lambda item: item.name)


async def read_agent(session: AsyncSession, name: str, version: int | None = None) -> AgentRead:
    """Return one agent, retired ones too; own agents also as they were in an earlier version."""
    own = set(await session.scalars(select(OwnAgentRow.name).where(_is_retired(False))))
    library = framework.load_library().agents
    wanted = OwnAgentRow.version if version is None else version
    found = await session.execute(
        select(OwnAgentRow, OwnAgentVersionRow)
        .join(OwnAgentVersionRow, OwnAgentVersionRow.agent_id == OwnAgentRow.id)
        .where(OwnAgentRow.name == name, OwnAgentVersionRow.version == wanted)
    )
    if (pair := found.one_or_none()) is not None:
        return own_page(*pair, known=own | library.keys())
    if version is None and name in library:
        return library_page(library[name], own | library.keys())
    raise AgentNotFound("See GET /api/v1/agents for the names.")


async def usable_agents(session: AsyncSession) -> Mapping[str, Agent]:
    """Return every agent that takes work, by name."""
    texts = await session.scalars(
        select(OwnAgentVersionRow.text).join(OwnAgentRow, _current()).where(_is_retired(False))
    )
    read = [checking.read(text) for text in texts]
    own = {agent.name: agent for agent in read if isinstance(agent, Agent)}
    return {**framework.load_library().agents, **own} if own else framework.load_library().agents


async def choose(agents: Mapping[str, Agent], request: str) -> Choice:
    """Choose the agent for a request. Its index takes a moment to build, so this leaves the event loop."""
    return await to_thread.run_sync(_choose, agents, request)


def _choose(agents: Mapping[str, Agent], request: str) -> Choice:
    if agents is framework.load_library().agents:
        return framework.choose(request)
    return _dispatcher(_Crew(frozenset(agent.digest for agent in agents.values()), agents)).choose(request)


@dataclass(frozen=True, slots=True)
class _Crew:
    """Agents as the key of a cache: the digests tell them apart."""

    digests: frozenset[str]
    agents: Mapping[str, Agent] = field(compare=False)


@lru_cache(maxsize=32)
def _dispatcher(crew: _Crew) -> Dispatcher:
    return Dispatcher(crew.agents)


def _library_with(words: Sequence[str]) -> Mapping[str, Agent]:
    library = framework.load_library().agents
    wanted = [word.casefold() for word in words]
    return {
        name: agent
        for name, agent in library.items()
        if all(word in name or word in agent.description.casefold() for word in wanted)
    }


async def _own(
    session: AsyncSession, names: Sequence[str]
) -> Sequence[tuple[OwnAgentRow, OwnAgentVersionRow]]:
    wanted: Select[OwnAgentRow, OwnAgentVersionRow] = (
        select(OwnAgentRow, OwnAgentVersionRow)
        .join(OwnAgentVersionRow, _current())
        .where(OwnAgentRow.name.in_(names))
    )
    return [(row, version) for row, version in await session.execute(wanted)]


def _current() -> ColumnElement[bool]:
    return (OwnAgentVersionRow.agent_id == OwnAgentRow.id) & (
        OwnAgentVersionRow.version == OwnAgentRow.version
    )


def _is_retired(retired: bool) -> ColumnElement[bool]:
    return OwnAgentRow.retired_at.is_not(None) if retired else OwnAgentRow.retired_at.is_(None)


def _has(word: str) -> ColumnElement[bool]:
    return or_(
        OwnAgentRow.name.icontains(word, autoescape=True),
        OwnAgentVersionRow.description.icontains(word, autoescape=True),
    )
