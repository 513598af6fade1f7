"""Routes about the installation itself: is it alive, is it ready, what does it measure, what is it called."""

from importlib.metadata import version
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy import text

from coditect.kernel import metrics
from coditect.kernel.api import ResponseModel
from coditect.kernel.errors import Unavailable
from coditect.kernel.mail import DevMailbox
from coditect.kernel.measuring import Probes
from coditect.kernel.migrate import head_revision, known_revisions
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import NOBODY

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
    support_email: str | None
    version: str
    dev_mailbox: bool
    model: ModelInUse


class DatabaseNotReady(Unavailable):
    code = "database_not_ready"
    title = "The database does not answer or is not migrated"


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
        logo_url=settings.logo_url,
        accent=settings.accent,
        support_email=settings.support_email,
        version=version("coditect"),
        dev_mailbox=isinstance(platform.mailer, DevMailbox),
        model=ModelInUse(
            configured=settings.model is not None,
            provider=settings.model.partition(":")[0] if settings.model else None,
        ),
    )


async def _revision(platform: Platform) -> Any:
    try:
        async with platform.database.read(NOBODY) as session:
            return await session.scalar(text("SELECT version_num FROM alembic_version"))
    except Exception as error:
        raise DatabaseNotReady(f"{type(error).__name__}: the database does not answer.") from error
