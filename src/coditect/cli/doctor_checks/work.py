"""Looks at what runs: does a server answer, does anybody work, what waits for a person."""

import http.client
from asyncio import to_thread
from collections.abc import Sequence
from pathlib import Path

from coditect import engine
from coditect.cli.doctor_checks.finding import Check, Finding, State
from coditect.kernel.config import Settings
from coditect.kernel.db import Database, async_url
from coditect.kernel.migrate import DatabaseUnusable, current_revision, head_revision
from coditect.kernel.scope import ENGINE

ANSWER_SECONDS = 10
_LATE_SECONDS = 60
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, not bound


async def _server(settings: Settings) -> Sequence[Finding]:
    if settings.port == 0:
        return []
    where = f"{settings.host} port {settings.port}"
    status = await to_thread(_status_of, _EVERYWHERE.get(settings.host, settings.host), settings.port)
    if status is None:
        return [Finding("Server", "note", f"none answers on {where}", "`coditect serve` starts it.")]
    if status == http.client.OK:
        return [Finding("Server", "ok", f"ready on {where}")]
    if status == http.client.SERVICE_UNAVAILABLE:
        mend = "Its log says why: the database is away or of another version, or it is about to end."
        return [Finding("Server", "broken", f"runs on {where} and is not ready", mend)]
    mend = "Another program has this address: choose another by --port."
    return [Finding("Server", "broken", f"{where} answers {status} when asked for its health", mend)]


def _status_of(host: str, port: int) -> int | None:
    connection = http.client.HTTPConnection(host, port, timeout=ANSWER_SECONDS)
    try:
        connection.request("GET", "/health/ready")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


async def _work(settings: Settings) -> Sequence[Finding]:
    if not await _is_up_to_date(settings.resolved_database_url):
        return []  # the look at the database says so
    database = Database(settings.resolved_database_url, pool_size=1)
    try:
        async with database.read(ENGINE) as session:
            found = await engine.backlog(session)
    finally:
        await database.close()
    return [_worker(found), _dead_letters(found)]


async def _is_up_to_date(address: str) -> bool:
    try:
        url = async_url(address)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():  # noqa: ASYNC240 - one look at a local file
            return False
        return await current_revision(address) == head_revision()
    except (ValueError, DatabaseUnusable):
        return False


def _worker(found: engine.Backlog) -> Finding:
    waiting, running = found.steps["ready"], found.steps["running"]
    told = f"{running} steps under way, {waiting} ready, the oldest for {found.oldest_ready_seconds:.0f} s"
    if found.lost and found.lost == running and found.oldest_ready_seconds > _LATE_SECONDS:
        mend = "Every worker is gone: start `coditect serve`, or `coditect serve --role worker`."
        return Finding("Workers", "broken", told, mend)
    if found.oldest_ready_seconds > _LATE_SECONDS:
        state: State = "note" if running else "broken"
        mend = (
            "Too few workers: raise CODITECT_WORKER_CONCURRENCY or start another `coditect serve --role worker`."
            if running
            else "Nobody works: start `coditect serve`, or `coditect serve --role worker`."
        )
        return Finding("Workers", state, told, mend)
    return Finding("Workers", "ok", told)


def _dead_letters(found: engine.Backlog) -> Finding:
    count = found.steps["dead_letter"]
    if count:
        mend = (
            "A person must look: the page of the run, or GET /api/v1/dead-letters, says why and tries again."
        )
        return Finding("Dead letters", "note", f"{count} steps failed for good", mend)
    return Finding("Dead letters", "ok", "none")


CHECKS: Sequence[Check] = (_server, _work)
