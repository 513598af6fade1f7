"""`coditect serve` and `coditect migrate`."""

import asyncio
import contextlib
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from coditect import agents
from coditect.cli import console, listening
from coditect.kernel.config import Role, Settings
from coditect.kernel.db import async_url
from coditect.kernel.errors import Conflict
from coditect.kernel.lock import exclusive
from coditect.kernel.logs import configure_logs
from coditect.kernel.migrate import migrate
from coditect.kernel.platform import Platform
from coditect.main import create_app

GRACE_SECONDS = 8
KEEP_ALIVE_SECONDS = 75
"""Longer than a proxy keeps an idle connection: the one who sends must be the one who closes."""
QUEUE_SECONDS = 0.25
LAST_REQUEST_SECONDS = 2.0


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
    alone = _is_sqlite(settings)
    with own_folder(settings), listening.taken(settings, at_once=alone) as listener:
        asyncio.run(migrate(settings.owner_database_url))
        bound = settings.model_copy(update={"port": listener.getsockname()[1]})
        app = create_app(bound, role)
        server = _AnnouncingServer(_uvicorn(app, bound), bound, app.state.platform)
        # uvicorn raises the signal that ended it once more, for whoever stood here before.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave)
        with contextlib.suppress(SystemExit):
            server.run(sockets=[listener])
        return 0 if server.started and not app.state.part_failed else 1


async def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database of the settings."""
    with own_folder(settings):
        await migrate(settings.owner_database_url)


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
        self._platform.stopping.set()
        if self._settings.drain_seconds:
            await self._drain(sockets or [])
        self._end_streams()
        await super().shutdown(sockets=sockets)

    async def _drain(self, listeners: list[socket.socket]) -> None:
        """Serve on until no proxy sends anything any more; docs/guides/operations.md has the whole order."""
        # Each answer from now on ends its connection, so that none is idle when this server ends.
        self.server_state.default_headers.append((b"connection", b"close"))
        await self._wait_while(lambda: True, self._settings.drain_seconds)
        for listener in listeners:
            listening.turn_newcomers_away(listener)
        await self._wait_while(lambda: True, QUEUE_SECONDS)
        for server in self.servers:
            server.close()
        for listener in listeners:
            listener.close()
        self._end_streams()
        await self._wait_while(lambda: bool(self.server_state.connections), LAST_REQUEST_SECONDS)

    async def _wait_while(self, condition: Callable[[], bool], seconds: float) -> None:
        until = time.monotonic() + seconds
        while condition() and not self.force_exit and time.monotonic() < until:  # noqa: ASYNC110 - uvicorn sets no event
            await asyncio.sleep(0.05)

    def _end_streams(self) -> None:
        # Open streams would last as long as their readers; told now, they end, and are resumed elsewhere.
        self._platform.closing.set()
        self._platform.bus.wake("events")


def _uvicorn(app: FastAPI, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app=app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=settings.trusted_proxies is not None,
        forwarded_allow_ips=settings.trusted_proxies or "",
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        backlog=listening.BACKLOG,
    )


def _leave(_number: int, _frame: object) -> None:
    sys.exit(0)


@contextlib.contextmanager
def own_folder(settings: Settings) -> Iterator[None]:
    """Make the data folder and, on SQLite, hold it."""
    url = async_url(settings.resolved_database_url)
    # People's data, and with SQLite the keys too: nobody else on the machine need look into it.
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_sqlite(settings):
        yield
        return
    with exclusive(Path(url.database or ".").parent):
        yield


def _is_sqlite(settings: Settings) -> bool:
    return async_url(settings.resolved_database_url).get_backend_name() == "sqlite"
