"""Traces over OTLP: one trace from a request through its transactions and events to the steps that it set off.

Without `CODITECT_OTLP_URL` nothing of OpenTelemetry is imported and every function here returns at once. Spans carry
ids, names of ours, numbers and SQL without values; never a person's text, an address of a page, or a secret.
"""

import asyncio
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coditect.kernel import metrics
from coditect.kernel.config import Role, Settings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer

Fact = str | int | float | bool

_TRACES = "/v1/traces"
_FLUSH_SECONDS = 5
_OFF = nullcontext()
_tracer: "Tracer | None" = None
_provider: "TracerProvider | None" = None


def start(settings: Settings, role: Role = "all") -> None:
    """Send traces from now on, if the settings name a collector."""
    global _provider, _tracer  # noqa: PLW0603 - one tracer for the process, as OpenTelemetry has it
    if settings.otlp_url is None or _tracer is not None:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased

    from coditect.kernel import telemetry_database

    resource = Resource.create(
        {
            "service.name": "coditect",
            "service.version": version("coditect"),
            "service.instance.id": f"{role}-{os.getpid()}",
            "coditect.role": role,
        }
    )
    _provider = TracerProvider(
        resource=resource, sampler=ParentBased(TraceIdRatioBased(settings.trace_share))
    )
    exporter = OTLPSpanExporter(endpoint=_endpoint(settings.otlp_url), headers=_headers(settings))
    _provider.add_span_processor(BatchSpanProcessor(exporter))
    _tracer = _provider.get_tracer("coditect")
    telemetry_database.watch(_tracer)


async def stop() -> None:
    """Send what is left, and nothing more."""
    global _provider, _tracer
    if _provider is None:
        return
    from coditect.kernel import telemetry_database

    provider, _provider, _tracer = _provider, None, None
    telemetry_database.unwatch()
    await asyncio.to_thread(provider.force_flush, _FLUSH_SECONDS * 1000)
    await asyncio.to_thread(provider.shutdown)


def is_on() -> bool:
    """Whether traces are sent."""
    return _tracer is not None


def span(name: str, parent: str | None = None, **facts: Fact) -> "AbstractContextManager[Span | None]":
    """Return the span of what happens inside the block; `parent` is a traceparent that came from elsewhere."""
    if _tracer is None:
        return _OFF
    return _span(_tracer, name, parent, facts)


def note(**facts: Fact) -> None:
    """Add facts to the span around the caller."""
    if _tracer is not None:
        from opentelemetry import trace

        trace.get_current_span().set_attributes(_named(facts))


def traceparent() -> str | None:
    """Return the current span in the form in which rows and headers carry it (W3C); None outside of a trace."""
    if _tracer is None:
        return None
    from opentelemetry import trace

    context = trace.get_current_span().get_span_context()
    if not context.is_valid:
        return None
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"


def trace_id() -> str | None:
    """Return the id of the current trace, for log lines."""
    current = traceparent()
    return current.split("-")[1] if current else None


@contextmanager
def _span(tracer: "Tracer", name: str, parent: str | None, facts: Mapping[str, Fact]) -> "Iterator[Span]":
    from opentelemetry.trace import Status, StatusCode

    context = _context_of(parent) if parent else None
    # The text of an error may repeat what somebody wrote: its type is enough here, the log has the rest.
    with tracer.start_as_current_span(
        name, context, attributes=_named(facts), record_exception=False, set_status_on_exception=False
    ) as opened:
        try:
            yield opened
        except BaseException as error:
            opened.set_attribute("error.type", type(error).__name__)
            opened.set_status(Status(StatusCode.ERROR))
            raise


def _context_of(parent: str) -> Any:
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    return TraceContextTextMapPropagator().extract({"traceparent": parent})


def _named(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return the facts under names that no other program's attributes have."""
    return {f"coditect.{name}": value for name, value in facts.items()}


def _endpoint(url: str) -> str:
    base = url.rstrip("/")
    return base if base.endswith(_TRACES) else base + _TRACES


def _headers(settings: Settings) -> dict[str, str]:
    given = settings.otlp_headers.get_secret_value() if settings.otlp_headers else ""
    pairs = (pair.partition("=") for pair in given.split(",") if "=" in pair)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


class TraceRequests:
    """A span for each request, named by its route; a trace that the sender began is carried on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _tracer is None or scope["type"] != "http" or scope["path"].startswith(("/health/", "/metrics")):
            await self.app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"traceparent", b"").decode("latin-1")
        with _span(_tracer, "request", given or None, {}) as opened:
            started = time.perf_counter()

            async def send_and_note(message: Message) -> None:
                if message["type"] == "http.response.start":
                    _describe(opened, scope, message["status"], time.perf_counter() - started)
                await send(message)

            await self.app(scope, receive, send_and_note)


def _describe(opened: "Span", scope: Scope, status: int, seconds: float) -> None:
    from opentelemetry.trace import Status, StatusCode

    route = metrics.route_of(scope)
    opened.update_name(f"{scope['method']} {route}")
    opened.set_attributes(
        {
            "http.request.method": scope["method"],
            "http.route": route,
            "http.response.status_code": status,
            "coditect.request_id": scope.get("state", {}).get("request_id", ""),
            "coditect.seconds_to_head": seconds,
        }
    )
    if status >= 500:
        opened.set_status(Status(StatusCode.ERROR))
