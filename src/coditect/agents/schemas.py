"""What clients see of agents."""

from coditect.framework import Agent
from coditect.kernel.api import ResponseModel


class AgentSummary(ResponseModel):
    """An agent as a list shows it; `description` says when to ask it and when not."""

    name: str
    description: str
    tools: list[str] | None
    model: str | None
    digest: str


class AgentRead(AgentSummary):
    """An agent with its examples, its text and the name of its output schema."""

    examples: list[str]
    body: str
    output_schema: str | None


def summary_of(agent: Agent) -> AgentSummary:
    """Return an agent as a list shows it."""
    return AgentSummary(
        name=agent.name,
        description=agent.summary,
        tools=list(agent.tools) if agent.tools is not None else None,
        model=agent.model,
        digest=agent.digest,
    )


def agent_of(agent: Agent) -> AgentRead:
    """Return an agent as its page shows it."""
    return AgentRead(
        **summary_of(agent).model_dump(),
        examples=list(agent.examples),
        body=agent.body,
        output_schema=agent.output_schema,
    )
