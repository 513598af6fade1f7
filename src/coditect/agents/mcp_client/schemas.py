"""What the REST interface of servers of tools takes and answers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, SecretStr, StringConstraints

from coditect.agents.mcp_client.spec import ServerName, Transport
from coditect.kernel.api import RequestModel, ResponseModel

ServerState = Literal["new", "waiting", "approved", "changed"]
Word = Annotated[str, StringConstraints(min_length=1, max_length=4_000)]
SecretName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_-]*$", max_length=100)]
SecretValue = Annotated[SecretStr, Field(max_length=10_000)]


class McpServerWrite(RequestModel):
    """How a server is reached: by `command`, in the sandbox, or by `url`. `secrets` are variables or headers.

    A secret that is left out although it stood there before keeps its value; with another command or address all are
    to be given anew.
    """

    name: ServerName
    transport: Transport
    command: Annotated[list[Word], Field(max_length=100, default_factory=list)]
    url: Annotated[str, StringConstraints(max_length=2_000)] | None = None
    secrets: Annotated[dict[SecretName, SecretValue | None], Field(max_length=50, default_factory=dict)]
    seconds: Annotated[float, Field(gt=0, le=600)] = 60
    output_characters: Annotated[int, Field(ge=100, le=200_000)] = 30_000


class McpServerApproval(RequestModel):
    """Leave for exactly what was looked at: `digest` is that of the server as it was shown."""

    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    tools: (
        Annotated[list[Annotated[str, StringConstraints(max_length=200)]], Field(max_length=100)] | None
    ) = None
    """Which of its tools; left out, all."""
    every_agent: bool = False
    """Whether agents may use it whose text does not name it."""


class McpToolRead(ResponseModel):
    """A tool as its server describes it: text from outside."""

    name: str
    description: str
    offered_as: str | None
    """By which name agents call it; None when it cannot have one."""
    allowed: bool


class McpServerRead(ResponseModel):
    """A server of a project; no value of a secret comes out."""

    id: UUID
    name: str
    transport: Transport
    command: list[str]
    url: str | None
    secret_names: list[str]
    seconds: float
    output_characters: int
    state: ServerState
    """`new` before anybody looked, `waiting` for approval, `approved`, or `changed` since then."""
    digest: str | None
    tools: list[McpToolRead]
    every_agent: bool
    approved_by: UUID | None
    approved_at: datetime | None
    created_at: datetime
