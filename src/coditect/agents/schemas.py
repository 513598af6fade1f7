"""What the REST interface of agents takes and answers."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StringConstraints

from coditect.agents.providers import Provider
from coditect.framework import Choice, Fault
from coditect.kernel.api import RequestModel, ResponseModel

Origin = Literal["library", "organization"]


class ModelSettingsWrite(RequestModel):
    """`api_key` is never answered again; left out, the key given for the same provider and address stays."""

    provider: Provider
    model: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    base_url: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = None
    api_key: Annotated[SecretStr, Field(min_length=1, max_length=500)] | None = None


class ModelSettingsRead(ResponseModel):
    """Which model answers; `source` says who set it up, or that the built-in rules answer."""

    source: Literal["organization", "installation", "rules"]
    provider: Provider | None
    model: str | None
    base_url: str | None
    has_key: bool


class ModelTrial(ResponseModel):
    """How one real question to a model went; `code` and `message` say what was wrong, None when all is well."""

    ok: bool
    model: str | None
    milliseconds: int
    code: str | None
    message: str | None


class UsedAgent(ResponseModel):
    """What a step ran with."""

    reference: str
    digest: str
    text: str


class AgentText(RequestModel):
    """A whole definition: frontmatter and instructions in markdown, kept as written."""

    model_config = ConfigDict(str_strip_whitespace=False)

    text: str


class AgentTextToCheck(AgentText):
    name: str | None = None
    """The agent that is being changed; left out for a new one."""


class AgentChange(AgentText):
    version: Annotated[int, Field(ge=1)]
    """The version that the change is based on; if the agent has moved on, the answer is 409."""


class AgentNeed(RequestModel):
    request: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class AgentReference(BaseModel):
    """What an Idempotency-Key remembers of a created agent."""

    name: str


class FaultRead(ResponseModel):
    """One thing wrong with a text, and how to mend it; `line` is None when no single line is to blame."""

    line: int | None
    message: str
    mend: str


class Faults(ResponseModel):
    faults: list[FaultRead]


class AgentFamily(ResponseModel):
    """A group of the library's agents."""

    key: str
    title: str
    about: str


class AgentSummary(ResponseModel):
    """An agent as a list shows it; `description` says when to ask it and when not."""

    name: str
    description: str
    tools: list[str] | None
    model: str | None
    digest: str
    origin: Origin
    family: str | None
    """The key of its family; the organization's own agents have none."""
    version: int | None
    """Of the organization's own agents; the library's come with the installation."""
    updated_at: datetime | None
    retired_at: datetime | None


class AgentContractField(ResponseModel):
    name: str
    kind: str
    meaning: str | None


class AgentRead(AgentSummary):
    """An agent with all that its page shows. `text` is the definition as written, `body` its instructions."""

    does: str
    use_when: str | None
    not_for: str | None
    examples: list[str]
    hand_offs: list[str]
    disallowed_tools: list[str]
    permission_mode: str | None
    output_schema: str | None
    contract: list[AgentContractField] | None
    body: str
    text: str
    current_version: int | None
    author: str | None
    faults: list[FaultRead]
    """Of a text that was right when it was written, by an older set of rules."""


class AgentVersion(ResponseModel):
    version: int
    digest: str
    author: str
    created_at: datetime


class AgentAssignment(ResponseModel):
    agent: str
    task: str


class AgentChoice(ResponseModel):
    """The agent for a request, or null; the nearest ones, best first; the reason in words."""

    agent: str | None
    candidates: list[str]
    why: str
    chain: list[AgentAssignment]


def faults_read(faults: tuple[Fault, ...]) -> list[FaultRead]:
    """Return faults without the path, which means nothing to a client."""
    return [FaultRead.model_validate(fault) for fault in faults]


def choice_read(choice: Choice) -> AgentChoice:
    """Return a choice as clients see it."""
    return AgentChoice.model_validate(choice)
