"""A small application with the kernel's manners, asked over ASGI."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

import httpx
from fastapi import Depends, FastAPI, Request
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel import http
from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.config import Settings
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import tenant
from tests.kernel.rows import row

HOST = "http://own.example"


class Thing(RequestModel):
    name: str
    tags: list[str] = Field(default_factory=list)
    facts: dict[str, Any] = Field(default_factory=dict)


class Made(ResponseModel):
    name: str


async def _write(request: Request) -> AsyncIterator[AsyncSession]:
    async with platform_of(request).database.write(tenant(request.app.state.organization)) as session:
        yield session


Write = Annotated[AsyncSession, Depends(_write, scope="function")]
LateWrite = Annotated[AsyncSession, Depends(_write, scope="request")]


def bare_app() -> FastAPI:
    app = FastAPI()
    http.install(app, Settings(public_url=HOST))
    return app


def app_on(platform: Platform, organization: OrganizationId) -> FastAPI:
    """An application that makes things, each once per key."""
    app = bare_app()
    app.state.platform, app.state.organization = platform, organization

    @app.post("/things", status_code=201)
    async def make(thing: Thing, session: Write, only_once: Annotated[Once, Depends(once)]) -> Made:
        async def create() -> Made:
            session.add(row(organization, f"thing {thing.name}"))
            await session.flush()
            return Made(name=thing.name)

        return await only_once(session, organization, Made, create)

    @app.post("/late-things", status_code=201)
    async def make_late(thing: Thing, session: LateWrite) -> Made:
        session.add(row(organization, f"thing {thing.name}"))
        return Made(name=thing.name)

    return app


@asynccontextmanager
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=HOST) as opened:
        yield opened
