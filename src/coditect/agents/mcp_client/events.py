"""What happens to the servers of tools of a project."""

from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import ProjectId


@dataclass(frozen=True, kw_only=True)
class McpServerEvent(Event):
    """Base of what happens to one server; in a folder without a platform there is no project."""

    server_id: UUID
    project_id: ProjectId | None
    name: str


@dataclass(frozen=True, kw_only=True)
class McpServerWritten(McpServerEvent, topic="agents.mcp_server_written"):
    """A server was written down, or how it is reached was changed; no agent uses it before it is approved."""


@dataclass(frozen=True, kw_only=True)
class McpServerApproved(McpServerEvent, topic="agents.mcp_server_approved"):
    """A person approved a server with exactly these tools."""

    digest: str
    every_agent: bool


@dataclass(frozen=True, kw_only=True)
class McpServerSuspected(McpServerEvent, topic="agents.mcp_server_suspected"):
    """A server offers other tools than were approved; it is not used until a person approves them."""


@dataclass(frozen=True, kw_only=True)
class McpServerRemoved(McpServerEvent, topic="agents.mcp_server_removed"):
    """A server is gone, and its secrets with it."""
