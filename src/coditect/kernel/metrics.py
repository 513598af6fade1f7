"""Prometheus metrics, served at `/metrics`. Labels have few values: no id, no address, nothing that a sender makes up."""

from collections.abc import Awaitable, Callable, Mapping
from importlib.metadata import version
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    ProcessCollector,
    generate_latest,
)

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)

Probe = Callable[[], Awaitable[None]]
"""Brings gauges up to date that somebody has to look up first."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHER = "other"

REQUESTS = Counter(
    "coditect_http_requests_total", "Answered requests.", ("method", "route", "status"), registry=REGISTRY
)
REQUEST_SECONDS = Histogram(
    "coditect_http_request_seconds", "Time to the answer's head.", ("method", "route"), registry=REGISTRY
)
BUILD = Gauge(
    "coditect_build_info", "Always 1; its labels say what runs.", ("version", "role"), registry=REGISTRY
)
STREAMS = Gauge("coditect_streams_open", "Open event streams.", registry=REGISTRY)
STEPS = Counter("coditect_steps_total", "Ended attempts of steps.", ("handler", "outcome"), registry=REGISTRY)

STEP_SECONDS = Histogram(
    "coditect_step_seconds",
    "Time that a handler took for an attempt.",
    ("handler",),
    buckets=(0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900),
    registry=REGISTRY,
)
STEPS_IN_STATE = Gauge(
    "coditect_steps_waiting",
    "Steps of the whole installation, by what they wait for.",
    ("state",),
    registry=REGISTRY,
)
OLDEST_READY_SECONDS = Gauge(
    "coditect_steps_oldest_ready_seconds", "Since when the oldest ready step could run.", registry=REGISTRY
)
OUTBOX_EVENTS = Gauge("coditect_outbox_events", "Stored events, about.", registry=REGISTRY)
RELAY_LAG_SECONDS = Gauge(
    "coditect_relay_lag_seconds", "Age of the oldest event without a position.", registry=REGISTRY
)
DELIVERIES_DUE = Gauge(
    "coditect_deliveries_due", "Events that a consumer has not handled yet.", registry=REGISTRY
)
POOL_SIZE = Gauge(
    "coditect_pool_size", "Database connections that this process may hold.", ("pool",), registry=REGISTRY
)
POOL_USED = Gauge("coditect_pool_used", "Database connections in use.", ("pool",), registry=REGISTRY)


def describe_build(role: str) -> None:
    """Say which version runs here, as what."""
    BUILD.labels(version("coditect"), role).set(1)


def route_of(scope: Mapping[str, Any]) -> str:
    """Return the template of the route that answered, with its prefix; addresses themselves hold ids and tokens."""
    template = getattr(scope.get("route"), "path", None)
    if not isinstance(template, str) or not template:
        return _OTHER
    prefix = "/api/v1"
    below = str(scope["path"]).startswith(f"{prefix}/") and not template.startswith(prefix)
    return prefix + template if below else template


def method_of(scope: Mapping[str, Any]) -> str:
    """Return the method, or `other` for what a sender made up."""
    return scope["method"] if scope["method"] in _METHODS else _OTHER


def exposition() -> bytes:
    """Return all metrics in the text format of Prometheus."""
    return generate_latest(REGISTRY)
