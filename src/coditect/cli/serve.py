"""`coditect serve` and `coditect migrate`."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from coditect import agents
from coditect.cli import console
from coditect.kernel.config import Role, Settings
from coditect.kernel.db import async_url
from coditect.kernel.errors import Conflict, Unavailable
from coditect.kernel.lock import exclusive
from coditect.kernel.logs import configure_logs
from coditect.kernel.migrate import migrate
from coditect.kernel.platform import Platform
from coditect.main import create_app

GRACE_SECONDS = 8
BACKLOG = 2048


class AddressUnavailable(Unavailable):
    code = "address_unavailable"
    title = "The address cannot be listened on"


class RoleNeedsPostgresql(Conflict):
    code = "role_needs_postgresql"
    title = "This role needs PostgreSQL"


def serve(settings: Settings, role: Role) -> int:
    """Run until SIGTERM or SIGINT; requests under way are answered first. Return the exit code."""
    configure_logs(settings)
    if role != "all" and _is_sqlite(settings):
        raise RoleNeedsPostgresql(
            f"`--role {role}` is for several processes on one PostgreSQL; SQLite allows one server process, which"
            " does everything. Leave --role out, or set CODITECT_DATABASE_URL."
        )
    agents.configured(settings)  # a model that cannot be built stops here, not at the first analysis
    with _own_folder(settings), _listening(settings) as listener:
        asyncio.run(migrate(settings.resolved_database_url))
        bound = settings.model_copy(update={"port": listener.getsockname()[1]})
        app = create_app(bound, role)
        server = _AnnouncingServer(_uvicorn(app), bound, app.state.platform)
        # uvicorn raises the signal that ended it once more, for whoever stood here before.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave)
        with contextlib.suppress(SystemExit):
            server.run(sockets=[listener])
        return 0 if server.started and not app.state.part_failed else 1


async def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database of the settings."""
    with _own_folder(settings):
        await migrate(settings.resolved_database_url)


class _AnnouncingServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, settings: Settings, platform: Platform) -> None:
        super().__init__(config)
        self._settings = settings
        self._platform = platform

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            console.say(f"CODITECT is ready at {self._settings.base_url}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Open streams would last as long as their readers; told now, they end, and are resumed elsewhere.
        self._platform.closing.set()
        self._platform.bus.wake("events")
        await super().shutdown(sockets=sockets)


def _uvicorn(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app=app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=BACKLOG,
    )


def _leave(_number: int, _frame: object) -> None:
    sys.exit(0)


@contextlib.contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    """Take the address before anything is changed; who connects already, waits for the start."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0]
        raise AddressUnavailable(
            f"{settings.host} port {settings.port} cannot be used: {reason}."
            " Stop what listens there, or choose another by --host and --port."
        ) from None
    with listener:
        yield listener


@contextlib.contextmanager
def _own_folder(settings: Settings) -> Iterator[None]:
    """Make the data folder and, on SQLite, hold it."""
    url = async_url(settings.resolved_database_url)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not _is_sqlite(settings):
        yield
        return
    with exclusive(Path(url.database or ".").parent):
        yield


def _is_sqlite(settings: Settings) -> bool:
    return async_url(settings.resolved_database_url).get_backend_name() == "sqlite"
