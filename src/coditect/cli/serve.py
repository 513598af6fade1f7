"""`coditect serve` and `coditect migrate`."""

import asyncio
import contextlib
import socket
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from coditect.cli import console
from coditect.kernel.config import Role, Settings
from coditect.kernel.db import async_url
from coditect.kernel.lock import exclusive
from coditect.kernel.logs import configure_logs
from coditect.kernel.migrate import migrate
from coditect.main import create_app

GRACE_SECONDS = 8


def serve(settings: Settings, role: Role) -> None:
    """Run until SIGTERM or SIGINT; requests under way are answered first."""
    configure_logs(settings)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with _own_folder(settings):
        asyncio.run(migrate(settings.resolved_database_url))
        uvicorn_settings = uvicorn.Config(
            app=_no_app_yet,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
        listener = uvicorn_settings.bind_socket()
        bound = settings.model_copy(update={"port": listener.getsockname()[1]})
        uvicorn_settings.app = create_app(bound, role)
        server = _AnnouncingServer(uvicorn_settings, bound)
        server.run(sockets=[listener])


async def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database of the settings."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with _own_folder(settings):
        await migrate(settings.resolved_database_url)


class _AnnouncingServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self._settings = settings

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            console.say(f"CODITECT is ready at {self._settings.base_url}")


def _own_folder(settings: Settings) -> contextlib.AbstractContextManager[None]:
    url = async_url(settings.resolved_database_url)
    if url.get_backend_name() != "sqlite":
        return contextlib.nullcontext()
    return exclusive(Path(url.database or ".").parent)


def _no_app_yet() -> FastAPI:
    raise RuntimeError("The application is built once its port is known.")
