"""The table of servers that agents may use."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.agents.mcp_client.spec import Described, ServerSpec, Transport, digest_of
from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import AccountId, ProjectId


class McpServerRow(TenantRow, Base):
    """A server of a project, or of a folder where there is no project.

    `seen` is the digest of what it was and offered when somebody looked last; agents use it while that is `approved`.
    """

    __tablename__ = "mcp_servers"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId | None]
    name: Mapped[str]
    transport: Mapped[Transport] = mapped_column(String(8))
    command: Mapped[list[Any]] = mapped_column(Json)
    url: Mapped[str | None]
    secret_names: Mapped[list[Any]] = mapped_column(Json)
    tools: Mapped[list[Any]] = mapped_column(Json)
    """As it described them when somebody looked last."""
    seen: Mapped[str | None]
    approved: Mapped[str | None]
    refused: Mapped[str | None]
    """The digest that a person said no to."""
    allowed: Mapped[list[Any] | None] = mapped_column(Json)
    every_agent: Mapped[bool]
    seconds: Mapped[float]
    output_characters: Mapped[int]
    approved_by: Mapped[AccountId | None]
    approved_at: Mapped[datetime | None]
    created_by: Mapped[AccountId | None]
    created_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_mcp_servers_place_name", "organization_id", "project_id", "name", unique=True),
    )

    @property
    def spec(self) -> ServerSpec:
        """How it is reached."""
        return ServerSpec(
            name=self.name,
            transport=self.transport,
            command=tuple(self.command),
            url=self.url,
            secret_names=tuple(self.secret_names),
        )

    @property
    def described(self) -> list[Described]:
        """What it offers."""
        return [Described.model_validate(tool) for tool in self.tools]

    def look(self, tools: list[Described]) -> None:
        """Note what it offers now."""
        self.tools = [tool.model_dump(mode="json") for tool in tools]
        self.seen = digest_of(self.spec, tools)
