"""Structured logs on standard error; no line carries a password, a token or a person's text."""

import logging
import re
import sys
import time
from typing import Any, Literal

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coditect.kernel import metrics, telemetry
from coditect.kernel.config import Settings

log = structlog.get_logger()

_QUIET_LIBRARIES = ("httpx", "httpcore", "openai", "anthropic", "urllib3")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_SECRETS = (
    # The part before a secret tells what it was, and stays.
    re.compile(r"(?i)((?:bearer|basic)\s+)[\w.~+/=-]{8,}"),
    re.compile(r"(?i)([?&;\s\"'](?:token|code|key|secret|password|signature)=)[^\s&\"';]+"),
    re.compile(r"(://[^\s:/@]*:)[^\s@/]+(?=@)"),
    re.compile(r"(\b)eyJ[\w-]+\.[\w-]+\.[\w-]+"),
)


def configure_logs(settings: Settings) -> None:
    """Send all log lines, those of libraries too, through one renderer."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_trace,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                hide_personal_data,
                *_renderers(settings.log_format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    logging.getLogger("uvicorn.access").disabled = True
    for name in _QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


def hide_personal_data(
    _logger: Any, _method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    """Take addresses and secrets out of a line: the second wall, where somebody else's error text repeats them."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = _hidden(value)
    return event


def _hidden(text: str) -> str:
    text = _ADDRESS.sub("[address]", text) if "@" in text else text
    for secret in _SECRETS:
        text = secret.sub(r"\1[hidden]", text)
    return text


def _add_trace(_logger: Any, _method: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    if telemetry.is_on() and (trace_id := telemetry.trace_id()):
        event["trace_id"] = trace_id
    return event


def _renderers(log_format: Literal["text", "json"]) -> list[structlog.types.Processor]:
    if log_format == "json":
        return [structlog.processors.JSONRenderer()]
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]


class LogRequests:
    """One line for each answer: what was asked by its route, never by its address, which may hold a token."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()

        async def send_and_log(message: Message) -> None:
            if message["type"] == "http.response.start":
                log.info(
                    "request",
                    method=metrics.method_of(scope),
                    route=metrics.route_of(scope),
                    status=message["status"],
                    milliseconds=round((time.perf_counter() - started) * 1000, 1),
                )
            await send(message)

        await self.app(scope, receive, send_and_log)
