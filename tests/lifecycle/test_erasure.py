"""Whoever deletes their account is gone from every table and every file; what others made with them stays."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update

import coditect.main  # noqa: F401 - every table
from coditect import organizations
from coditect.identity.models import Account
from coditect.kernel.db import Base, Database
from coditect.kernel.entitlements import Unlimited
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import NOBODY, tenant
from coditect.organizations import Role
from tests.servers.coditect import Server
from tests.servers.databases import sqlite_url
from tests.story.conftest import _close_clients
from tests.story.people import PASSWORD, Person, mailed_token, sign_in, sign_up, wait_until

__all__ = ["_close_clients"]

EMAIL, NAME = "zoe.quillfeather@example.com", "Zoe Quillfeather"
AGENT = """---
name: {name}
description: Reads invoices. Use it for invoices. Do not use it for letters.
tools: Read
---
You read invoices and say what is wrong with them.
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def installation(request: pytest.FixtureRequest, start_server: Any) -> tuple[Server, str]:
    """A server and the address of its database."""
    if request.param == "sqlite":
        server: Server = start_server()
        return server, sqlite_url(server.data_dir / "coditect.db")
    url = str(request.getfixturevalue("postgres_url"))
    return start_server(database_url=url), url


def test_nothing_is_left_of_a_person_who_leaves(installation: tuple[Server, str]) -> None:
    server, url = installation
    zoe, bob = sign_up(server, EMAIL), sign_up(server)
    me, others = zoe.get("/me"), bob.get("/me")
    zoe_id, own = me["account"]["id"], me["active_organization_id"]
    assert me["account"]["name"] == NAME
    private = zoe.finished_workflow(zoe.project("Diary"))
    assert zoe.api.get(f"/workflows/{private['id']}/export/svg").status_code == 200
    shared = _works_with_others(server, url, zoe, bob)
    _is_asked_to_come(server)
    before = _holding(url, server.data_dir, (EMAIL, NAME, zoe_id))
    assert {"accounts", "activity", "outbox_events", "task_comments", "archives", "invitations"} <= set(
        before
    )

    assert _leaves(zoe, password="not the password of Zoe").status_code == 403
    fates = {one["name"]: one["fate"] for one in zoe.get("/me/deletion")["organizations"]}
    assert fates == {f"{NAME}'s organization": "removed", others["organizations"][0]["name"]: "kept"}
    answer = _leaves(zoe)
    assert answer.status_code == 202, answer.text
    # Killed in the middle, it goes on where it was.
    server.kill()
    server.restart()
    wait_until(lambda: asyncio.run(_rows(url, "erasures")) == [] or None)

    assert zoe.api.get("/me").status_code == 401
    assert _holding(url, server.data_dir, (EMAIL, NAME, "Quillfeather", zoe_id, own, private["id"])) == {}
    feed = bob.get(f"/projects/{shared}/activity?limit=500")["items"]
    assert "Former member" in {item["actor"]["name"] for item in feed}
    comments = [
        comment["text"]
        for task in bob.get(f"/projects/{shared}/tasks?limit=500")["items"]
        for comment in bob.get(f"/tasks/{task['id']}/comments")["items"]
    ]
    assert "@Former member, what do you say?" in comments
    assert "I wrote this." in comments
    # The address is free again, for an account that has nothing of the old one.
    assert sign_up(server, EMAIL).get("/projects")["items"] == []


def test_the_last_owner_is_refused(installation: tuple[Server, str]) -> None:
    server, url = installation
    zoe, bob = sign_up(server, EMAIL), sign_up(server)
    asyncio.run(_join(url, bob, zoe.get("/me")["active_organization_id"], "admin"))
    refused = _leaves(zoe)
    assert (refused.status_code, refused.json()["code"]) == (409, "last_owner")
    assert zoe.get("/me")["account"]["name"] == NAME
    assert [one["fate"] for one in zoe.get("/me/deletion")["organizations"]] == ["needs_owner"]


def _works_with_others(server: Server, url: str, zoe: Person, bob: Person) -> str:
    """Let Zoe leave every kind of trace in Bob's organization; return the project."""
    asyncio.run(_join(url, zoe, bob.get("/me")["active_organization_id"], "admin", active=True))
    sign_in(zoe.api, EMAIL)
    zoe_id = zoe.get("/me")["account"]["id"]
    key = {"Idempotency-Key": "once"}
    project = str(zoe.api.post("/projects", json={"name": "Together"}, headers=key).json()["id"])
    zoe.finished_workflow(project)
    task = zoe.post(f"/projects/{project}/tasks", 201, title="Ask the clerk")["id"]
    bob.patch(f"/tasks/{task}", 200, assignee={"kind": "account", "id": zoe_id, "name": NAME})
    bob.post(f"/tasks/{task}/comments", 201, text=f"@{NAME}, what do you say?")
    zoe.post(f"/tasks/{task}/comments", 201, text="I wrote this.")
    zoe.post("/agents", 201, text=AGENT.format(name="invoice-reader"))
    wait_until(lambda: zoe.get("/notifications")["items"] or None)
    wait_until(lambda: bob.get("/notifications")["items"] or None)
    export = zoe.api.post("/me/export").json()["id"]
    wait_until(lambda: zoe.get(f"/me/export/{export}")["status"] == "ready" or None)
    return project


def _is_asked_to_come(server: Server) -> None:
    """Let somebody invite Zoe to an organization that she never comes to."""
    mailbox, before = server.data_dir / "mailbox", mailed_token(server.data_dir / "mailbox", EMAIL)
    sign_up(server).post("/invitations", 201, email=EMAIL, role="viewer")
    wait_until(lambda: mailed_token(mailbox, EMAIL) != before or None)


def _leaves(person: Person, password: str = PASSWORD) -> httpx.Response:
    return person.api.request("DELETE", "/me", json={"email": person.email, "password": password})


@asynccontextmanager
async def _database(url: str) -> Any:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()


async def _join(url: str, person: Person, organization: str, role: Role, *, active: bool = False) -> None:
    account_id = AccountId(UUID(person.get("/me")["account"]["id"]))
    organization_id = OrganizationId(UUID(organization))
    async with _database(url) as database:
        async with database.write(tenant(organization_id)) as session:
            await organizations.add_member(session, Unlimited(), organization_id, account_id, role)
        if active:
            async with database.write(NOBODY) as session:
                await session.execute(
                    update(Account)
                    .where(Account.id == account_id)
                    .values(active_organization_id=organization_id)
                )


def _holding(url: str, data_dir: Path, needles: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the tables and files that hold one of `needles`."""
    spelled = {*needles, *(one.replace("-", "") for one in needles if one.count("-") == 4)}
    found: dict[str, list[str]] = {}
    for table in Base.metadata.sorted_tables:
        for row in asyncio.run(_rows(url, table.name)):
            found.setdefault(table.name, []).extend(one for one in spelled if one in row)
    for path in data_dir.rglob("*"):
        # What the file of SQLite holds in pages that are free is not reachable through it.
        if path.name.startswith("coditect.db"):
            continue
        content = path.read_bytes().decode(errors="replace") if path.is_file() else ""
        found[str(path)] = [one for one in spelled if one in str(path) or one in content]
    return {place: sorted(held) for place, held in found.items() if held}


async def _rows(url: str, table: str) -> list[str]:
    """Return every row of a table as text, past every wall."""
    async with _database(url) as database, database.writer.connect() as connection:
        rows = await connection.execute(select(Base.metadata.tables[table]))
        return [" ".join(_spelled(tuple(row))) for row in rows]


def _spelled(values: tuple[Any, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, bytes):
            yield value.hex()
        elif isinstance(value, dict | list):
            yield json.dumps(value, ensure_ascii=False)
        else:
            yield str(value)
