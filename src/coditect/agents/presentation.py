"""Agents as clients see them, those of the library and the organization's own alike."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from coditect import framework
from coditect.agents import checking
from coditect.agents.models import OwnAgentRow, OwnAgentVersionRow
from coditect.agents.profile import contract_of, hand_offs_of, purpose_of
from coditect.agents.schemas import AgentContractField, AgentRead, AgentSummary, Origin, faults_read
from coditect.framework import Agent


@dataclass(frozen=True, slots=True)
class _Facts:
    """What an agent has beside its text."""

    origin: Origin
    family: str | None = None
    version: int | None = None
    current_version: int | None = None
    author: str | None = None
    updated_at: datetime | None = None
    retired_at: datetime | None = None


def library_summary(agent: Agent) -> AgentSummary:
    """An agent of the library in a list."""
    return _summary(agent, _library_facts(agent))


def library_page(agent: Agent, known: Container[str]) -> AgentRead:
    """An agent of the library on its page."""
    return _page(agent, _library_facts(agent), known)


def own_summary(row: OwnAgentRow, version: OwnAgentVersionRow) -> AgentSummary:
    """An own agent in a list."""
    read = checking.read(version.text)
    facts = _own_facts(row, version)
    return _summary(read, facts) if isinstance(read, Agent) else _unreadable(row, version, facts)


def own_page(row: OwnAgentRow, version: OwnAgentVersionRow, known: Container[str]) -> AgentRead:
    """An own agent on its page, in the given version."""
    read = checking.read(version.text)
    facts = _own_facts(row, version)
    if isinstance(read, Agent):
        return _page(read, facts, known)
    return AgentRead(
        **dict(_unreadable(row, version, facts)),
        does=version.description,
        use_when=None,
        not_for=None,
        examples=[],
        hand_offs=[],
        disallowed_tools=[],
        permission_mode=None,
        output_schema=None,
        contract=None,
        body="",
        text=version.text,
        current_version=facts.current_version,
        author=facts.author,
        faults=faults_read(read),
    )


def _library_facts(agent: Agent) -> _Facts:
    family = framework.family_of().get(agent.name)
    return _Facts("library", family=family.key if family else None)


def _own_facts(row: OwnAgentRow, version: OwnAgentVersionRow) -> _Facts:
    return _Facts(
        "organization",
        version=version.version,
        current_version=row.version,
        author=version.author_name,
        updated_at=version.created_at,
        retired_at=row.retired_at,
    )


def _summary(agent: Agent, facts: _Facts) -> AgentSummary:
    return AgentSummary(
        name=agent.name,
        description=agent.summary,
        tools=list(agent.tools) if agent.tools is not None else None,
        model=agent.model,
        digest=agent.digest,
        origin=facts.origin,
        family=facts.family,
        version=facts.version,
        updated_at=facts.updated_at,
        retired_at=facts.retired_at,
    )


def _page(agent: Agent, facts: _Facts, known: Container[str]) -> AgentRead:
    purpose, contract = purpose_of(agent), contract_of(agent)
    return AgentRead(
        **dict(_summary(agent, facts)),
        does=purpose.does,
        use_when=purpose.use_when,
        not_for=purpose.not_for,
        examples=list(agent.examples),
        hand_offs=hand_offs_of(agent, known),
        disallowed_tools=list(agent.frontmatter.disallowed_tools or ()),
        permission_mode=agent.frontmatter.permission_mode,
        output_schema=agent.output_schema,
        contract=None
        if contract is None
        else [AgentContractField.model_validate(field) for field in contract],
        body=agent.body,
        text=agent.text,
        current_version=facts.current_version,
        author=facts.author,
        faults=[],
    )


def _unreadable(row: OwnAgentRow, version: OwnAgentVersionRow, facts: _Facts) -> AgentSummary:
    return AgentSummary(
        name=row.name,
        description=version.description,
        tools=[],
        model=None,
        digest=version.digest,
        origin=facts.origin,
        family=None,
        version=facts.version,
        updated_at=facts.updated_at,
        retired_at=facts.retired_at,
    )
