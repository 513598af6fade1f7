"""The servers of a project: write down, look, approve, remove."""

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.mcp_client.errors import (
    McpServerChanged,
    McpServerInvalid,
    McpServerNameTaken,
    McpServerNotFound,
)
from coditect.agents.mcp_client.events import (
    McpServerApproved,
    McpServerEvent,
    McpServerRemoved,
    McpServerSuspected,
    McpServerWritten,
)
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.schemas import (
    McpServerApproval,
    McpServerRead,
    McpServerWrite,
    McpToolRead,
    ServerState,
)
from coditect.agents.mcp_client.spec import Described, ServerSpec
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import FieldError
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, new_id
from coditect.kernel.platform import Platform
from coditect.organizations import Member

MOST_SERVERS = 30


async def servers_of(session: AsyncSession, project_id: ProjectId | None) -> Sequence[McpServerRow]:
    """Return the servers of a project, or of the folder, by name."""
    rows = await session.scalars(
        select(McpServerRow).where(McpServerRow.project_id == project_id).order_by(McpServerRow.name)
    )
    return rows.all()


async def get_server(
    session: AsyncSession, project_id: ProjectId | None, server_id: UUID, *, lock: bool = False
) -> McpServerRow:
    """Return a server of the project, or raise `McpServerNotFound`."""
    wanted = select(McpServerRow).where(McpServerRow.id == server_id, McpServerRow.project_id == project_id)
    row = await session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise McpServerNotFound("It does not exist, or it belongs to another project.")
    return row


async def add(
    platform: Platform,
    session: AsyncSession,
    member: Member,
    project_id: ProjectId,
    given: McpServerWrite,
) -> McpServerRow:
    """Write a server down; nobody uses it before it is approved."""
    _check(given)
    present = await servers_of(session, project_id)
    if any(row.name == given.name for row in present):
        raise McpServerNameTaken("Take another name, or change that one.")
    if len(present) >= MOST_SERVERS:
        raise McpServerInvalid(f"A project has {MOST_SERVERS} servers at most.")
    row = new_row(member.organization_id, project_id, _spec(given), member.account_id)
    row.seconds, row.output_characters = given.seconds, given.output_characters
    session.add(row)
    try:
        await session.flush()
    except IntegrityError:
        raise McpServerNameTaken("Somebody was quicker.") from None
    values = {name: value for name, value in given.secrets.items() if value is not None}
    if len(values) != len(given.secrets):
        raise _invalid("secrets", "Give the value of each.")
    await _put(platform, session, row, values)
    tell(session, row, McpServerWritten)
    return row


async def change(platform: Platform, session: AsyncSession, row: McpServerRow, given: McpServerWrite) -> None:
    """Change how a server is reached: with another command or address its approval ends, and so do its secrets."""
    _check(given)
    if given.name != row.name and any(
        one.name == given.name for one in await servers_of(session, row.project_id)
    ):
        raise McpServerNameTaken("Take another name.")
    before, spec = row.spec, _spec(given)
    same_place = (before.command, before.url) == (spec.command, spec.url)
    # A value goes only where it was given for.
    old = await secrets_of(platform, session, row) if same_place else {}
    values = {
        name: value if value is not None else SecretStr(old[name])
        for name, value in given.secrets.items()
        if value is not None or name in old
    }
    if len(values) != len(given.secrets):
        raise _invalid("secrets", "Give the value of each: the command or the address is another one.")
    row.name, row.transport, row.command = spec.name, spec.transport, list(spec.command)
    row.url, row.secret_names = spec.url, list(spec.secret_names)
    row.seconds, row.output_characters = given.seconds, given.output_characters
    await _put(platform, session, row, values)
    if spec != before or any(value is not None for value in given.secrets.values()):
        # A variable can make another program of the same command.
        row.seen, row.tools = None, []
        row.approved = "" if row.approved is not None else None
    tell(session, row, McpServerWritten)


def new_row(
    owner: OrganizationId, project_id: ProjectId | None, spec: ServerSpec, by: AccountId | None
) -> McpServerRow:
    """Return the row of a server that nobody looked at yet."""
    return McpServerRow(
        id=new_id(),
        organization_id=owner,
        project_id=project_id,
        name=spec.name,
        transport=spec.transport,
        command=list(spec.command),
        url=spec.url,
        secret_names=list(spec.secret_names),
        tools=[],
        seen=None,
        approved=None,
        refused=None,
        allowed=None,
        every_agent=False,
        seconds=60,
        output_characters=30_000,
        approved_by=None,
        approved_at=None,
        created_by=by,
        created_at=utc_now(),
    )


def approve(session: AsyncSession, row: McpServerRow, given: McpServerApproval, by: AccountId | None) -> None:
    """Let agents use a server, as long as it is and offers what `digest` stands for."""
    if row.seen is None or given.digest != row.seen:
        raise McpServerChanged("Look at it once more, and approve what you then see.")
    row.approved, row.approved_by, row.approved_at, row.refused = row.seen, by, utc_now(), None
    row.allowed, row.every_agent = given.tools, given.every_agent
    event = McpServerApproved(
        organization_id=row.organization_id,
        server_id=row.id,
        project_id=row.project_id,
        name=row.name,
        digest=given.digest,
        every_agent=given.every_agent,
    )
    publish(session, event)


def looked_at(session: AsyncSession, row: McpServerRow, tools: list[Described]) -> None:
    """Note what a server offers; if that is not what was approved, it is not used any more."""
    was = state_of(row)
    row.look(tools)
    if was == "approved" and state_of(row) == "changed":
        tell(session, row, McpServerSuspected)


async def remove(platform: Platform, session: AsyncSession, row: McpServerRow) -> None:
    """Remove a server and its secrets."""
    await platform.secrets.delete(session, row.organization_id, _secret(row))
    tell(session, row, McpServerRemoved)
    await session.delete(row)


async def secrets_of(platform: Platform, session: AsyncSession, row: McpServerRow) -> Mapping[str, str]:
    """Return the values of its variables or headers."""
    if not row.secret_names:
        return {}
    stored = await platform.secrets.get(session, row.organization_id, _secret(row))
    found: dict[str, str] = json.loads(stored.get_secret_value()) if stored else {}
    return found


def state_of(row: McpServerRow) -> ServerState:
    """Tell how a server stands."""
    if row.approved is not None:
        return "approved" if row.approved == row.seen else "changed"
    return "new" if row.seen is None else "waiting"


def shown(row: McpServerRow) -> McpServerRead:
    """Return a server as people see it."""
    tools = [
        McpToolRead(
            name=tool.name,
            description=tool.description,
            offered_as=tool.offered_as(row.name),
            allowed=row.allowed is None or tool.name in row.allowed,
        )
        for tool in row.described
    ]
    return McpServerRead(
        id=row.id,
        name=row.name,
        transport=row.transport,
        command=row.command,
        url=row.url,
        secret_names=row.secret_names,
        seconds=row.seconds,
        output_characters=row.output_characters,
        state=state_of(row),
        digest=row.seen,
        tools=tools,
        every_agent=row.every_agent,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        created_at=row.created_at,
    )


def tell(session: AsyncSession, row: McpServerRow, event: type[McpServerEvent]) -> None:
    """Publish what happened to a server."""
    publish(
        session,
        event(
            organization_id=row.organization_id, server_id=row.id, project_id=row.project_id, name=row.name
        ),
    )


async def _put(
    platform: Platform, session: AsyncSession, row: McpServerRow, values: Mapping[str, SecretStr]
) -> None:
    if not values:
        await platform.secrets.delete(session, row.organization_id, _secret(row))
        return
    whole = json.dumps({name: value.get_secret_value() for name, value in values.items()})
    await platform.secrets.put(session, row.organization_id, _secret(row), SecretStr(whole))


def _secret(row: McpServerRow) -> str:
    return f"agents.mcp_server.{row.id}"


def _spec(given: McpServerWrite) -> ServerSpec:
    return ServerSpec(
        name=given.name,
        transport=given.transport,
        command=tuple(given.command) if given.transport == "stdio" else (),
        url=given.url if given.transport == "http" else None,
        secret_names=tuple(sorted(given.secrets)),
    )


def _check(given: McpServerWrite) -> None:
    if given.transport == "stdio":
        if not given.command:
            raise _invalid("command", "Write the program and its arguments, one word each.")
        if any("\0" in word for word in given.command):
            raise _invalid("command", "A command holds no NUL characters.")
        return
    parts = urlsplit(given.url or "")
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise _invalid("url", "Write http:// or https://, a host and maybe a path, without a password.")
    for value in given.secrets.values():
        if value is not None and any(ord(sign) < 32 for sign in value.get_secret_value()):
            raise _invalid("secrets", "A header holds no line ends.")


def _invalid(field: str, why: str) -> McpServerInvalid:
    return McpServerInvalid(why, fields=(FieldError(field, why),))
