"""The composition root: lists every context, wires ports to adapters, builds the application."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import structlog
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.routing import Route

from coditect import engine
from coditect.agents import account_data as agents_data
from coditect.agents import context as agents
from coditect.agents import mcp_server
from coditect.audit import account_data as audit_data
from coditect.audit import context as audit
from coditect.engine import account_data as engine_data
from coditect.identity import PUBLIC, public_operations
from coditect.identity import account_data as identity_data
from coditect.identity import context as identity
from coditect.kernel import housekeeping, http, leaving, metrics, system, telemetry, web
from coditect.kernel.bus import Bus, InProcessBus
from coditect.kernel.cache import Cache, InProcessCache
from coditect.kernel.config import Role, Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.ids import RunId
from coditect.kernel.logs import LogRequests
from coditect.kernel.mail import DevMailbox, Mailer, SmtpMailer
from coditect.kernel.measuring import Probes, measure_outbox, measure_pools
from coditect.kernel.openapi import describe
from coditect.kernel.platform import Platform
from coditect.kernel.pools import Pool
from coditect.kernel.postgresql import PostgresBus
from coditect.kernel.relay import Relay
from coditect.kernel.storage import FolderStorage, Storage
from coditect.kernel.streams import PositionHeader
from coditect.licensing import SqlEntitlements
from coditect.licensing import account_data as licensing_data
from coditect.licensing import context as licensing
from coditect.lifecycle import context as lifecycle
from coditect.lifecycle.erasure import Erasers
from coditect.notifications import account_data as notifications_data
from coditect.notifications import context as notifications
from coditect.orchestration import About
from coditect.orchestration import context as orchestration
from coditect.organizations import account_data as organizations_data
from coditect.organizations import context as organizations
from coditect.organizations import create_personal
from coditect.projects import account_data as projects_data
from coditect.projects import context as projects
from coditect.workflows import account_data as workflows_data
from coditect.workflows import context as workflows

log = structlog.get_logger()

API = "/api/v1"
CONTEXTS = (
    lifecycle,
    identity,
    organizations,
    licensing,
    projects,
    agents,
    orchestration,
    workflows,
    notifications,
    audit,
)
_BUSIEST = (projects, workflows, orchestration)
"""Whose routes are looked at first: they are tried one after the other, a sixth of a short request for the last ones."""

ACCOUNT_DATA = tuple(
    part.export_account_data
    for part in (
        identity_data,
        organizations_data,
        licensing_data,
        projects_data,
        agents_data,
        workflows_data,
        notifications_data,
        audit_data,
    )
)
"""What each context holds about a person."""

ERASERS: Erasers = {
    "lifecycle": lifecycle.erase_account_data,
    "notifications": notifications_data.erase_account_data,
    "workflows": workflows_data.erase_account_data,
    "agents": agents_data.erase_account_data,
    "projects": projects_data.erase_account_data,
    "licensing": licensing_data.erase_account_data,
    "engine": engine_data.erase_account_data,
    "kernel": leaving.erase_account_data,
    # After the events that it would read.
    "audit": audit_data.erase_account_data,
    "organizations": organizations_data.erase_account_data,
    "identity": identity_data.erase_account_data,
}
"""How each context erases a person, in this order."""


class Coditect(FastAPI):
    """The application, which describes its problem answers as they are."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the REST interface."""
        if self.openapi_schema is None:
            describe(super().openapi(), public_operations(self.routes))
        assert self.openapi_schema is not None
        return self.openapi_schema


def create_app(settings: Settings, role: Role = "all") -> FastAPI:
    """Build the application and everything it stands on; nothing is opened before its lifespan begins.

    Every role answers `/health` and `/metrics`; `api` and `all` have the routes and pages too.
    """
    platform = build_platform(settings)
    app = Coditect(
        title="CODITECT",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        separate_input_output_schemas=False,
    )
    app.state.platform = platform
    app.state.role = role
    app.state.part_failed = False
    metrics.describe_build(role)
    app.state.probes = _probes(platform.database)
    app.add_middleware(PositionHeader, hub=platform.hub)
    http.install(app, settings)
    if settings.log_requests:
        app.add_middleware(LogRequests)
    if settings.otlp_url is not None:
        app.add_middleware(telemetry.TraceRequests)
    _supply(app)
    app.include_router(system.root, dependencies=[PUBLIC], include_in_schema=False)
    if role in {"all", "api"}:
        _add_routes(app)
    return app


def _add_routes(app: FastAPI) -> None:
    app.include_router(system.api, prefix=API, dependencies=[PUBLIC])
    for router in identity.root_routers:
        app.include_router(router, include_in_schema=False)
    for context in (*_BUSIEST, *(context for context in CONTEXTS if context not in _BUSIEST)):
        for router in context.routers:
            app.include_router(router, prefix=API)
    app.state.mcp = mcp_server.McpEndpoint(app)
    app.router.routes.append(Route(mcp_server.PATH, app.state.mcp, methods=["GET", "POST", "DELETE"]))
    app.mount("/", web.web_app())


def build_platform(settings: Settings) -> Platform:
    """Choose the adapter of each port by the settings."""
    database = Database(
        settings.resolved_database_url,
        synchronous=settings.sqlite_synchronous,
        pool=Pool.of(settings),
        direct_url=settings.database_direct_url,
        read_url=settings.database_read_url,
    )
    bus: Bus = InProcessBus() if database.is_sqlite else PostgresBus(database.direct_url)
    # Whoever commits an event may have made a step ready.
    database.on_published(lambda: bus.wake("steps"))
    return Platform(
        settings=settings,
        database=database,
        bus=bus,
        mailer=_mailer(settings),
        storage=_storage(settings),
        cpu=CpuPool(),
        cache=_cache(settings),
        entitlements=SqlEntitlements(),
    )


def openapi() -> dict[str, Any]:
    """Return the description of the REST interface, without starting anything."""
    return create_app(Settings()).openapi()


def _storage(settings: Settings) -> Storage:
    url = settings.storage_url or ""
    if url.startswith("s3://"):
        # Loaded where it is used: few installations have an object store.
        from coditect.kernel.s3 import S3Storage

        return S3Storage(url)
    return FolderStorage(Path(unquote(urlsplit(url).path)) if url else settings.data_dir / "files")


def _cache(settings: Settings) -> Cache:
    if settings.redis_url is not None:
        # Its client brings the whole of OpenTelemetry with it.
        from coditect.kernel.redis import ForgivingCache, RedisCache

        return ForgivingCache(RedisCache(settings.redis_url.get_secret_value()))
    return InProcessCache()


def _mailer(settings: Settings) -> Mailer:
    if settings.smtp_url is not None:
        return SmtpMailer(settings.smtp_url, settings.mail_from)
    return DevMailbox(settings.data_dir / "mailbox", settings.mail_from)


def _probes(database: Database) -> Probes:
    looks = (engine.measure, measure_outbox, measure_pools)
    return Probes([partial(look, database) for look in looks])


def _supply(app: FastAPI) -> None:
    identity.supply(app, on_registered=create_personal)
    lifecycle.supply(app, erasers=ERASERS)
    projects.supply(app, count_workflows=workflows.count_by_project)
    orchestration.supply(app, describe_runs=_describe_runs)
    kinds = [context.subjects for context in (organizations, projects, orchestration, workflows)]
    organizations.supply(
        app,
        subject_kinds={kind: opens for some in kinds for kind, opens in some.items()},
        finders=[
            *projects.finders,
            *workflows.finders,
            *agents.finders,
            *orchestration.finders,
        ],
        steps={**projects.first_steps, **workflows.first_steps},
    )


async def _describe_runs(session: AsyncSession, run_ids: Sequence[RunId], /) -> Mapping[RunId, About]:
    """Tell what runs are about, whichever context they belong to."""
    found = await agents.about_runs(session, run_ids)
    given = {run_id: About("agent_run", one.id, one.title, one.project_id) for run_id, one in found.items()}
    return {**given, **await workflows.describe_runs(session, run_ids)}


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    platform: Platform = app.state.platform
    telemetry.start(platform.settings, app.state.role)
    parts = _background(platform, app.state.role)
    if app.state.role in {"all", "api"}:
        parts.append(app.state.mcp.run())
    tasks = [asyncio.create_task(_supervised(app, part)) for part in parts]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        platform.cpu.close()
        await platform.cache.close()
        await platform.database.close()
        await telemetry.stop()


def _background(platform: Platform, role: Role) -> list[Coroutine[Any, Any, None]]:
    parts: list[Coroutine[Any, Any, None]] = [platform.bus.run()]
    if role in {"all", "api"}:
        parts += [platform.hub.run(), platform.presence.run()]
    if role in {"all", "relay"}:
        consumers = [
            *identity.consumers(platform),
            *organizations.consumers(platform),
            *projects.consumers(platform),
            *notifications.consumers(platform, workflows.workflow_of_run),
            *audit.consumers(platform),
        ]
        parts.append(Relay(platform.database, platform.bus, consumers).run())
    if role in {"all", "scheduler"}:
        chores = [
            part for owner in (housekeeping, identity, projects, workflows) for part in owner.chores(platform)
        ]
        parts.append(housekeeping.keep_house(chores))
    if role in {"all", "worker"}:
        handlers = [
            *workflows.step_handlers(platform),
            *agents.step_handlers(platform),
            *lifecycle.step_handlers(platform, organizations_data.person_of, ACCOUNT_DATA, ERASERS),
        ]
        worker = engine.Worker(platform, handlers)
        parts += [worker.run(), _rest_before_the_end(platform, worker)]
    return parts


async def _rest_before_the_end(platform: Platform, worker: engine.Worker) -> None:
    """Claim nothing more once the server is asked to end; what is unfinished at its end is given back."""
    await platform.stopping.wait()
    await worker.stop()


async def _supervised(app: FastAPI, part: Coroutine[Any, Any, None]) -> None:
    try:
        await part
    except Exception:
        # A server whose worker is gone would accept work and never do it: stop, and let it be started again.
        log.exception("background_part_ended")
        app.state.part_failed = True
        signal.raise_signal(signal.SIGTERM)
