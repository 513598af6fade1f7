"""Routes about the installation itself: is it alive, is it ready, what does it measure, what is it called."""

from importlib.metadata import version
from typing import Any, Literal

import anyio.to_thread
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy import text

from coditect.kernel import metrics
from coditect.kernel.api import ResponseModel, problems
from coditect.kernel.errors import NotFound, Unavailable
from coditect.kernel.mail import DevMailbox
from coditect.kernel.measuring import Probes
from coditect.kernel.migrate import head_revision, known_revisions
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import NOBODY

LOGO_PATH = "/api/v1/instance/logo"
LOGO_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}

root = APIRouter(tags=["system"])
api = APIRouter(tags=["system"])


class Health(ResponseModel):
    status: Literal["ok"]


class ModelInUse(ResponseModel):
    configured: bool
    provider: str | None


class Instance(ResponseModel):
    """How this installation presents itself."""

    name: str
    logo_url: str | None
    accent: str | None
    sender: str
    support_email: str | None
    version: str
    dev_mailbox: bool
    model: ModelInUse


class DatabaseNotReady(Unavailable):
    code = "database_not_ready"
    title = "The database does not answer or is not migrated"


class LogoNotFound(NotFound):
    code = "logo_not_found"
    title = "This installation has no logo of its own"


class ServerEnding(Unavailable):
    code = "server_ending"
    title = "This server is about to end"


@root.get("/health/live")
async def live() -> Health:
    """Answer as long as the process runs."""
    return Health(status="ok")


@root.get("/health/ready")
async def ready(request: Request) -> Health:
    """Answer 200 when the database answers with the schema of this version and the server stays, else 503."""
    platform = platform_of(request)
    if platform.stopping.is_set():
        raise ServerEnding("Send requests to another server; this one still answers for a moment.")
    found = await _revision(platform)
    # A newer schema is no fault: during a rolling upgrade this process works on beside those that made it.
    if found is None or (found != head_revision() and found in known_revisions()):
        raise DatabaseNotReady(f"The database is at revision {found}; run `coditect migrate`.")
    return Health(status="ok")


@root.get("/metrics", response_class=Response)
async def read_metrics(request: Request) -> Response:
    """Return the metrics of this process in the text format of Prometheus."""
    probes: Probes = request.app.state.probes
    await probes.look()
    return Response(metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


@api.get("/instance")
async def read_instance(request: Request) -> Instance:
    """Return the name and face of this installation; needs no sign-in."""
    platform = platform_of(request)
    settings = platform.settings
    return Instance(
        name=settings.instance_name,
        logo_url=settings.logo_url or (LOGO_PATH if settings.logo_file else None),
        accent=settings.accent,
        sender=settings.mail_from,
        support_email=settings.support_email,
        version=version("coditect"),
        dev_mailbox=isinstance(platform.mailer, DevMailbox),
        model=ModelInUse(
            configured=settings.model is not None,
            provider=settings.model.partition(":")[0] if settings.model else None,
        ),
    )


@api.get("/instance/logo", response_class=Response, responses=problems(404))
async def read_logo(request: Request) -> Response:
    """Return the logo that the operator put in place; needs no sign-in."""
    path = platform_of(request).settings.logo_file
    media_type = LOGO_TYPES.get(path.suffix.lower()) if path else None
    if path is None or media_type is None:
        raise LogoNotFound
    try:
        content = await anyio.to_thread.run_sync(path.read_bytes)
    except OSError as error:
        raise LogoNotFound(f"CODITECT_LOGO_FILE cannot be read: {error.strerror}.") from None
    return Response(
        content,
        media_type=media_type,
        # An image that is opened by its own address runs nothing.
        headers={
            "cache-control": "public, max-age=3600",
            "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
    )


async def _revision(platform: Platform) -> Any:
    try:
        async with platform.database.read(NOBODY) as session:
            return await session.scalar(text("SELECT version_num FROM alembic_version"))
    except Exception as error:
        raise DatabaseNotReady(f"{type(error).__name__}: the database does not answer.") from error
