"""Prometheus metrics, served at `/metrics`."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

REQUESTS = Counter(
    "coditect_http_requests_total", "Answered requests.", ("method", "route", "status"), registry=REGISTRY
)
REQUEST_SECONDS = Histogram(
    "coditect_http_request_seconds", "Time to the answer's head.", ("method", "route"), registry=REGISTRY
)
STREAMS = Gauge("coditect_streams_open", "Open event streams.", registry=REGISTRY)
STEPS = Counter("coditect_steps_total", "Ended attempts of steps.", ("handler", "outcome"), registry=REGISTRY)


def exposition() -> bytes:
    """Return all metrics in the text format of Prometheus."""
    return generate_latest(REGISTRY)
