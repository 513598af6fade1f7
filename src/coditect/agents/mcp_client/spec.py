"""What a server is: how it is reached, what it offers, and the digest that a person approves."""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

ServerName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[-_]?[A-Za-z0-9])*$", max_length=32)]
Transport = Literal["stdio", "http"]
PREFIX: Final = "mcp__"
MOST_TOOLS: Final = 100
_TOOL_NAME: Final = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_NAME: Final = 64
"""Of a tool, as providers of models take it."""


class ServerSpec(BaseModel):
    """A server as somebody wrote it down. Of its variables or headers only the names: their values are secret."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ServerName
    transport: Transport
    command: tuple[str, ...] = ()
    url: str | None = None
    secret_names: tuple[str, ...] = ()

    def shown(self) -> str:
        """Return how it is reached, in one line."""
        return self.url or " ".join(self.command)


class Described(BaseModel):
    """A tool as its server describes it."""

    model_config = ConfigDict(frozen=True)

    name: str
    description: str = ""
    input_schema: dict[str, Any] = {}

    def offered_as(self, server: str) -> str | None:
        """Return the name that agents call it by, or None when it cannot have one."""
        name = f"{PREFIX}{server}__{self.name}"
        return name if _TOOL_NAME.fullmatch(self.name) and len(name) <= _LONGEST_NAME else None


def digest_of(spec: ServerSpec, tools: Sequence[Described]) -> str:
    """Return what stands for exactly this command or address with exactly these tools."""
    listed = sorted((tool.model_dump(mode="json") for tool in tools), key=lambda tool: str(tool["name"]))
    whole = json.dumps([spec.model_dump(mode="json"), listed], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
