"""The servers that a folder names in its `.mcp.json`, for work without a platform.

The file may be anybody's. It is read once, before any agent works: what an agent writes into it counts only the next
time, and after approval. Variables of the environment that it names are shown before; our own settings it never gets.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.mcp_client import service
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.spec import ServerSpec
from coditect.agents.work.material import read_text
from coditect.kernel.ids import OrganizationId

FILE: Final = ".mcp.json"
_MOST: Final = 200_000
_VARIABLE: Final = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}")
_OURS: Final = "CODITECT_"


@dataclass(frozen=True)
class Declared:
    """A server of the file, with the texts that the values of its variables or headers are made from."""

    spec: ServerSpec
    templates: Mapping[str, str]

    def values(self) -> Mapping[str, str]:
        """Return the values, from our environment."""
        return {name: _VARIABLE.sub(_value, template) for name, template in self.templates.items()}


@dataclass(frozen=True)
class Read:
    """What the file says, and what is wrong with it."""

    servers: Sequence[Declared]
    faults: Sequence[str]


def read(folder: Path) -> Read:
    """Read the file of a folder; without one there are no servers."""
    text = read_text(folder, FILE, _MOST)
    if text is None:
        return Read((), ())
    try:
        whole = json.loads(text)
        given = whole["mcpServers"]
        pairs = list(given.items())
    except (ValueError, KeyError, TypeError, AttributeError):
        return Read((), (f"{FILE} is no list of MCP servers: it has no object `mcpServers`.",))
    servers: list[Declared] = []
    faults: list[str] = []
    for name, entry in pairs[: service.MOST_SERVERS]:
        try:
            servers.append(_declared(str(name), entry))
        except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
            faults.append(f"{FILE}: {str(name)[:40]!r} is no server that can be used here.")
    return Read(servers, faults)


async def keep(session: AsyncSession, owner: OrganizationId, servers: Sequence[Declared]) -> None:
    """Bring the rows of the folder to what the file says; approvals stay where nothing changed."""
    named = {one.spec.name: one.spec for one in servers}
    present = {row.name: row for row in await service.servers_of(session, None)}
    for name, row in present.items():
        if named.get(name) != row.spec:
            await session.delete(row)
    await session.flush()
    for name, spec in named.items():
        if name not in present or present[name].spec != spec:
            session.add(service.new_row(owner, None, spec, None))


def values_of(servers: Sequence[Declared], row: McpServerRow) -> Mapping[str, str]:
    """Return the values of a server's variables or headers."""
    return next((one.values() for one in servers if one.spec == row.spec), {})


def _declared(name: str, entry: Mapping[str, Any]) -> Declared:
    kind = entry.get("type", "http" if "url" in entry else "stdio")
    by_http = {"http": True, "streamable-http": True, "stdio": False}[kind]
    given = entry.get("headers" if by_http else "env") or {}
    templates = {str(key): str(value) for key, value in given.items()}
    spec = ServerSpec(
        name=name,
        transport="http" if by_http else "stdio",
        command=() if by_http else (str(entry["command"]), *map(str, entry.get("args") or ())),
        url=str(entry["url"]) if by_http else None,
        secret_names=tuple(f"{key}={_mark(value)}" for key, value in sorted(templates.items())),
    )
    return Declared(spec, templates)


def _mark(template: str) -> str:
    """Return what a person sees of a value, and what changes with it; a value that is written out is not shown."""
    if _VARIABLE.fullmatch(template):
        return template
    names = " ".join(found[0] for found in _VARIABLE.finditer(template))
    return f"{names or 'a text'} #{hashlib.sha256(template.encode()).hexdigest()[:12]}"


def _value(found: re.Match[str]) -> str:
    name, otherwise = found[1], found[2] or ""
    return otherwise if name.startswith(_OURS) else os.environ.get(name, otherwise)
