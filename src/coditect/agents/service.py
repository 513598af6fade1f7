"""An organization's own agents: write, change, retire, restore; every text they ever had stays readable."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from anyio import to_thread
from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents import checking, directory
from coditect.agents.errors import (
    AgentChangedMeanwhile,
    AgentNameTaken,
    AgentNotFound,
    AgentRetired,
    AgentTextInvalid,
    TextFault,
)
from coditect.agents.events import OwnAgentRestored, OwnAgentRetired, OwnAgentWritten
from coditect.agents.models import OwnAgentRow, OwnAgentVersionRow
from coditect.agents.schemas import AgentVersion
from coditect.framework import Agent, Fault
from coditect.kernel.api import Page, page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id

_SHOWN_FAULTS: Final = 50
_RESERVED: Final = frozenset({"new"})  # the address of the page where agents are written


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes a version, where."""

    organization_id: OrganizationId
    account_id: AccountId
    name: str


async def check(session: AsyncSession, text: str, name: str | None) -> tuple[Fault, ...]:
    """Return what is wrong with a text, of a new agent or of the changed agent `name`: the first faults of many."""
    own = set(await session.scalars(select(OwnAgentRow.name)))
    known = await directory.usable_agents(session)
    taken = own | known.keys() | _RESERVED
    # In a thread: a text as large as it may be takes most of a second.
    found = await to_thread.run_sync(lambda: checking.check(text, name=name, taken=taken, known=known))
    return found[:_SHOWN_FAULTS]


async def create(session: AsyncSession, text: str, author: Author) -> str:
    """Store a new agent and return its name."""
    agent = await _accepted(session, text, None)
    now = utc_now()
    row = OwnAgentRow(
        id=new_id(),
        organization_id=author.organization_id,
        name=agent.name,
        version=1,
        retired_at=None,
        created_at=now,
        updated_at=now,
    )
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError:
        # Somebody else committed this name since it was looked up.
        raise AgentNameTaken("Choose another name.") from None
    await _add_version(session, row, agent, author)
    return agent.name


async def change(session: AsyncSession, name: str, text: str, based_on: int, author: Author) -> None:
    """Give an agent a new version; the text it has already leaves no trace."""
    row = await _locked(session, name)
    if row.retired_at is not None:
        raise AgentRetired("Restore it first, then change it.")
    if row.version != based_on:
        raise AgentChangedMeanwhile(f"It is at version {row.version} now. Read that one and change it.")
    agent = await _accepted(session, text, name)
    present = await session.get_one(OwnAgentVersionRow, (row.id, row.version))
    if present.digest == agent.digest:
        return
    row.version += 1
    row.updated_at = utc_now()
    await _add_version(session, row, agent, author)


async def retire(session: AsyncSession, name: str) -> None:
    """Take an agent out of use; doing so twice is fine."""
    row = await _locked(session, name)
    if row.retired_at is None:
        row.retired_at = utc_now()
        publish(session, OwnAgentRetired(organization_id=row.organization_id, name=name))


async def restore(session: AsyncSession, name: str) -> None:
    """Put a retired agent back into use; doing so twice is fine."""
    row = await _locked(session, name)
    if row.retired_at is not None:
        row.retired_at = None
        publish(session, OwnAgentRestored(organization_id=row.organization_id, name=name))


async def list_versions(
    session: AsyncSession, name: str, *, limit: int, cursor: int | None
) -> Page[AgentVersion]:
    """Return the versions of an own agent, newest first."""
    row = await session.scalar(select(OwnAgentRow).where(OwnAgentRow.name == name))
    if row is None:
        raise AgentNotFound("Agents of the library have no versions here; see GET /api/v1/agents for names.")
    wanted: Select[OwnAgentVersionRow] = select(OwnAgentVersionRow).where(
        OwnAgentVersionRow.agent_id == row.id
    )
    if cursor is not None:
        wanted = wanted.where(OwnAgentVersionRow.version < cursor)
    found = await session.scalars(wanted.order_by(OwnAgentVersionRow.version.desc()).limit(limit + 1))
    shown = [
        AgentVersion(
            version=version.version,
            digest=version.digest,
            author=version.author_name,
            created_at=version.created_at,
        )
        for version in found
    ]
    return page_of(shown, limit, lambda version: version.version)


async def _accepted(session: AsyncSession, text: str, name: str | None) -> Agent:
    faults = await check(session, text, name)
    agent = checking.read(text)
    if faults or not isinstance(agent, Agent):
        raise AgentTextInvalid(_first(faults), fields=_fields(faults))
    return agent


def _first(faults: Collection[Fault]) -> str:
    fault = next(iter(faults))
    place = f"Line {fault.line}: " if fault.line else ""
    more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
    return f"{place}{fault.message} {fault.mend}{more}"


def _fields(faults: tuple[Fault, ...]) -> tuple[TextFault, ...]:
    return tuple(
        TextFault(field="text", message=fault.message, line=fault.line, mend=fault.mend) for fault in faults
    )


async def _add_version(session: AsyncSession, row: OwnAgentRow, agent: Agent, author: Author) -> None:
    session.add(
        OwnAgentVersionRow(
            agent_id=row.id,
            version=row.version,
            organization_id=row.organization_id,
            digest=agent.digest,
            description=agent.description,
            text=agent.text,
            author_id=author.account_id,
            author_name=author.name,
            created_at=row.updated_at,
        )
    )
    await session.flush()
    written = OwnAgentWritten(
        organization_id=row.organization_id, name=row.name, version=row.version, digest=agent.digest
    )
    publish(session, written)


async def _locked(session: AsyncSession, name: str) -> OwnAgentRow:
    row = await session.scalar(
        select(OwnAgentRow)
        .where(OwnAgentRow.name == name)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise AgentNotFound("Your organization has no own agent of this name.")
    return row
