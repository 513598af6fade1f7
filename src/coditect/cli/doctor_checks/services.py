"""Looks at what the installation talks to: database, mail, model, collector, its own public address."""

import asyncio
import contextlib
import ipaddress
import os
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

from sqlalchemy import text

from coditect import agents
from coditect.cli.doctor_checks.finding import Check, Finding
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.db import Database, async_url
from coditect.kernel.errors import Problem
from coditect.kernel.migrate import DatabaseUnusable, current_revision, head_revision, known_revisions

CONNECT_SECONDS = 5
_SKEW_SECONDS = 2.0
_CERTIFICATE_DAYS = 14
_TLS_SCHEMES = {"https", "smtps", "rediss"}
_PORTS = {"http": 80, "https": 443, "smtp": 587, "smtps": 465, "redis": 6379, "rediss": 6379}


async def _database(settings: Settings) -> Sequence[Finding]:
    address = settings.resolved_database_url
    try:
        url = async_url(address)
    except ValueError as error:
        return [Finding("Database", "broken", "no usable address", str(error))]
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[url.get_backend_name()]
    mend = (
        "`coditect serve` brings it to this version's schema at its start; `coditect migrate` does only that."
    )
    if kind == "SQLite" and not os.path.exists(url.database or ""):  # noqa: ASYNC240, PTH110 - one look at a local file
        return [Finding("Database", "note", f"{kind}, not made yet", mend)]
    try:
        revision = await current_revision(address)
    except DatabaseUnusable as problem:
        return [Finding("Database", "broken", f"{kind} does not answer", problem.detail)]
    if revision is not None and revision not in known_revisions():
        mend = "Install the version that made it, or restore a backup from before it."
        return [Finding("Database", "broken", f"{kind} at revision {revision}, of a newer version", mend)]
    if revision != head_revision():
        return [Finding("Database", "note", f"{kind} at revision {revision}, behind this version", mend)]
    found = [Finding("Database", "ok", f"{kind} at revision {revision}")]
    return found if kind == "SQLite" else [*found, await _clock(address)]


async def _clock(address: str) -> Finding:
    """Leases are judged by the database's clock, links in mails and tokens by ours."""
    database = Database(address, pool_size=1)
    try:
        async with database.writer.connect() as connection:
            theirs = cast("datetime", await connection.scalar(text("SELECT clock_timestamp()")))
    finally:
        await database.close()
    skew = (theirs - utc_now()).total_seconds()
    if abs(skew) > _SKEW_SECONDS:
        mend = "Let both machines keep the time by NTP (timedatectl set-ntp true)."
        return Finding("Clock", "broken", f"the database's clock is {skew:+.1f} s from ours", mend)
    return Finding("Clock", "ok", f"{abs(skew):.1f} s from the database's")


async def _mail(settings: Settings) -> Sequence[Finding]:
    if settings.smtp_url is None:
        mend = "Set CODITECT_SMTP_URL to send real mails."
        return [Finding("Mail", "note", f"development mailbox in {settings.data_dir / 'mailbox'}", mend)]
    address = urlsplit(settings.smtp_url.get_secret_value())
    mend = "Look at CODITECT_SMTP_URL, and whether a firewall lets this machine send mail."
    greeting = await _greeting(address)
    if greeting is None:
        return [Finding("Mail", "broken", f"{address.hostname} cannot be reached", mend)]
    if not greeting.startswith(b"220"):
        return [Finding("Mail", "broken", f"{address.hostname} does not greet as a mail server", mend)]
    return [Finding("Mail", "ok", f"SMTP by {address.hostname}")]


async def _model(settings: Settings) -> Sequence[Finding]:
    try:
        model = agents.configured(settings)
    except Problem as problem:
        return [Finding("Model", "broken", problem.title, problem.detail)]
    if model is None:
        mend = "Set CODITECT_MODEL and its key to let a model answer."
        return [Finding("Model", "note", "none; analysts use the built-in rule engine", mend)]
    return [Finding("Model", "ok", f"{model.provider}:{model.name}")]


async def _redis(settings: Settings) -> Sequence[Finding]:
    if settings.redis_url is None:
        return []
    address = urlsplit(settings.redis_url.get_secret_value())
    mend = "Look at CODITECT_REDIS_URL; until Redis answers, every process counts and remembers for itself."
    async with _connected(address) as streams:
        if streams is None:
            return [Finding("Redis", "broken", f"{address.hostname} cannot be reached", mend)]
        reader, writer = streams
        writer.write(b"PING\r\n")
        answer = await asyncio.wait_for(reader.readline(), CONNECT_SECONDS)
    # A server that wants a password says so, and is Redis all the same.
    if not answer.startswith((b"+PONG", b"-NOAUTH")):
        return [Finding("Redis", "broken", f"{address.hostname} does not answer as Redis", mend)]
    return [Finding("Redis", "ok", str(address.hostname))]


async def _traces(settings: Settings) -> Sequence[Finding]:
    if settings.otlp_url is None:
        return []
    address = urlsplit(settings.otlp_url)
    async with _connected(address) as streams:
        if streams is None:
            mend = "Start the collector, or take CODITECT_OTLP_URL away; nothing waits for it."
            return [Finding("Traces", "note", f"{address.netloc} cannot be reached", mend)]
    return [Finding("Traces", "ok", f"sent to {address.netloc}")]


async def _public_address(settings: Settings) -> Sequence[Finding]:
    if settings.public_url is None:
        if _is_loopback(settings.host):
            return []
        mend = "Set CODITECT_PUBLIC_URL: links in mails would lead to people's own machines."
        return [
            Finding("Public address", "broken", f"listens on {settings.host} and has no public address", mend)
        ]
    address = urlsplit(settings.public_url)
    if address.scheme not in {"http", "https"} or not address.hostname:
        mend = "Write it as https://name, without a path."
        return [Finding("Public address", "broken", "CODITECT_PUBLIC_URL is no address", mend)]
    if address.scheme == "http" and not _is_loopback(address.hostname):
        mend = "Passwords and sessions travel in the open: put a proxy with a certificate in front (deploy/nginx)."
        return [Finding("Public address", "broken", f"{settings.public_url} is not encrypted", mend)]
    return [await _reached(address)]


async def _reached(address: SplitResult) -> Finding:
    try:
        async with _connected(address, strict=True) as streams:
            if streams is None:
                mend = "Look at the proxy and at the name's entry in the DNS, as seen from this machine."
                return Finding(
                    "Public address", "note", f"{address.netloc} cannot be reached from here", mend
                )
            days = _certificate_days(streams[1])
    except ssl.SSLCertVerificationError as error:
        return Finding(
            "Public address", "broken", f"its certificate is refused: {error.verify_message}", "Renew it."
        )
    if days is not None and days < _CERTIFICATE_DAYS:
        return Finding("Public address", "note", f"its certificate ends in {days} days", "Renew it.")
    return Finding("Public address", "ok", address.geturl())


def _certificate_days(writer: asyncio.StreamWriter) -> int | None:
    certificate: dict[str, Any] | None = writer.get_extra_info("peercert")
    if not certificate:
        return None
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(certificate["notAfter"]), UTC)
    return (ends - utc_now()).days


async def _greeting(address: SplitResult) -> bytes | None:
    async with _connected(address) as streams:
        return None if streams is None else await asyncio.wait_for(streams[0].readline(), CONNECT_SECONDS)


@contextlib.asynccontextmanager
async def _connected(address: SplitResult, *, strict: bool = False) -> Any:
    """Yield the two ends of a connection, or None when none can be made; `strict` minds the certificate."""
    context: ssl.SSLContext | None = None
    if address.scheme in _TLS_SCHEMES:
        context = ssl.create_default_context()
        if not strict:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    port = address.port or _PORTS.get(address.scheme, 0)
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            reader, writer = await asyncio.open_connection(address.hostname, port, ssl=context)
    except ssl.SSLCertVerificationError:
        raise
    except (OSError, TimeoutError):
        yield None
        return
    try:
        yield reader, writer
    finally:
        writer.close()
        with contextlib.suppress(OSError, ssl.SSLError):
            await writer.wait_closed()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


CHECKS: Sequence[Check] = (_database, _redis, _mail, _model, _traces, _public_address)
