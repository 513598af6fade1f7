"""A small application of identity and organizations on a real database, asked over ASGI, with a relay run by hand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from fastapi import FastAPI

from coditect import organizations
from coditect.identity import context as identity_context
from coditect.kernel import http
from coditect.kernel.bus import InProcessBus
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.mail import DevMailbox, StoredMail
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Relay
from coditect.kernel.storage import FolderStorage
from coditect.organizations import context as organizations_context

BASE_URL = "http://127.0.0.1:8000"
PASSWORD = "seven quiet herons at dawn"


@dataclass(frozen=True)
class House:
    """The application and what a test looks at beside its answers."""

    app: FastAPI
    platform: Platform
    relay: Relay
    mailbox: DevMailbox

    @asynccontextmanager
    async def client(self, address: str = "127.0.0.1", **headers: str) -> AsyncIterator[httpx.AsyncClient]:
        """A browser or program of its own, with its own cookies."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(address, 40000))
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL, headers=headers) as client:
            yield client

    async def deliver(self) -> None:
        """Run the relay until nothing is due."""
        while await self.relay.assign_positions() + await self.relay.deliver_due():
            pass

    async def mails(self, to: str) -> list[StoredMail]:
        """The mails that were sent to an address, newest first."""
        await self.deliver()
        return [mail for mail in await self.mailbox.newest_first(500) if mail.to == to]

    async def mailed_token(self, to: str) -> str:
        """The token in the newest mail to an address."""
        newest = (await self.mails(to))[0]
        return parse_qs(urlsplit(newest.links[0]).query)["token"][0]

    async def registered(self, client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> None:
        """Sign up and confirm the address."""
        answer = await client.post("/api/v1/auth/register", json={"email": email, "password": password})
        assert answer.status_code == 201, answer.text
        token = await self.mailed_token(email)
        answer = await client.post("/api/v1/auth/verify-email", json={"token": token})
        assert answer.status_code == 204, answer.text

    async def signed_in(
        self, client: httpx.AsyncClient, email: str, password: str = PASSWORD
    ) -> dict[str, Any]:
        """Sign up, confirm, and sign in; return the answer of the login."""
        await self.registered(client, email, password)
        return await login(client, email, password)


async def login(client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> dict[str, Any]:
    """Sign in and return the answer."""
    answer = await client.post("/api/v1/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


@asynccontextmanager
async def run_house(url: str, folder: Path, **settings: Any) -> AsyncIterator[House]:
    """Build the application on the migrated database at `url`."""
    given = Settings(data_dir=folder, database_url=url, **{"public_url": BASE_URL, **settings})
    mailbox = DevMailbox(folder / "mailbox", given.mail_from)
    platform = Platform(
        settings=given,
        database=Database(url),
        bus=InProcessBus(),
        mailer=mailbox,
        storage=FolderStorage(folder / "files"),
        cpu=CpuPool(),
    )
    app = FastAPI()
    app.state.platform = platform
    http.install(app, given)
    for router in (*identity_context.routers, *organizations_context.routers):
        app.include_router(router, prefix="/api/v1")
    for router in identity_context.root_routers:
        app.include_router(router)
    identity_context.supply(app, on_registered=organizations.create_personal)
    consumers = (*identity_context.consumers(platform), *organizations_context.consumers(platform))
    relay = Relay(platform.database, platform.bus, consumers)
    following = asyncio.gather(platform.hub.run(), platform.presence.run())
    try:
        yield House(app, platform, relay, mailbox)
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        await platform.database.close()
