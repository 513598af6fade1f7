"""A trace goes from the request to the last step, across processes; switched off, it costs nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coditect.kernel import telemetry
from coditect.kernel.config import Settings
from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call
from tests.model_server.server import ModelServer
from tests.servers.otlp import OtlpServer, Span, run_otlp
from tests.story.people import close_all, sign_up, wait_until

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
ANALYSTS = 8


@pytest.fixture
def otlp_server() -> Iterator[OtlpServer]:
    with run_otlp() as server:
        yield server
    close_all()


def test_a_request_and_the_steps_it_set_off_are_one_trace(
    otlp_server: OtlpServer, start_server: StartServer, postgres_url: str
) -> None:
    """Fails when the trace breaks anywhere between the API and a worker in another process."""
    settings = {"database_url": postgres_url, "otlp_url": otlp_server.url, "otlp_headers": "x-key=abc"}
    api = start_server("--role", "api", **settings)
    others = [start_server("--role", role, **settings) for role in ("relay", "worker")]
    # Mails are sent where the relay is.
    api.data_dir, own_folder = others[0].data_dir, api.data_dir
    person = sign_up(api)
    api.data_dir = own_folder
    project_id = person.project()
    assert person.finished_workflow(project_id)["status"] == "completed"
    for server in (api, *others):
        assert server.stop() == 0, "what is left is sent at the end"
    [request] = otlp_server.named("POST /api/v1/workflows")
    trace = otlp_server.trace(request.trace_id)
    steps = [span for span in trace if span.name == "step workflows.analyst"]
    assert len({span.facts["coditect.step"] for span in steps}) == ANALYSTS, [span.name for span in trace]
    assert len([span for span in trace if span.name == "step workflows.aggregate"]) == 1
    assert {span.process.partition("-")[0] for span in trace} >= {"api", "worker"}
    _hangs_together(trace)
    names = {span.name for span in trace}
    assert {"transaction", "compute analyst", "compute aggregate"} <= names
    assert request.facts["http.response.status_code"] == 202
    assert otlp_server.headers["x-key"] == "abc"


def _hangs_together(trace: list[Span]) -> None:
    """Every span but the first has its parent in the same trace."""
    known = {span.span_id for span in trace}
    orphans = [span.name for span in trace if span.parent_id not in known]
    assert orphans == ["POST /api/v1/workflows"]


def test_a_trace_that_the_sender_began_is_carried_on_and_errors_are_seen(
    otlp_server: OtlpServer, start_server: StartServer
) -> None:
    server = start_server(otlp_url=f"{otlp_server.url}/v1/traces", trace_share="0")
    person = sign_up(server)
    person.api.get("/projects")
    person.api.get("/projects", headers={"traceparent": PARENT})
    person.api.get("/projects", headers={"traceparent": "nonsense"})
    person.api.get("/workflows/nonsense?token=secret", headers={"traceparent": PARENT})
    server.stop()
    assert [(span.trace_id, span.parent_id) for span in otlp_server.named("GET /api/v1/projects")] == [
        tuple(PARENT.split("-")[1:3])
    ], "only what the sender traces is traced at a share of 0"
    [bad] = otlp_server.named("GET /api/v1/workflows/{workflow_id}")
    assert bad.facts["http.response.status_code"] in {404, 422}
    assert "secret" not in repr(otlp_server.spans)


def test_calls_of_a_model_are_part_of_the_trace(
    otlp_server: OtlpServer, start_server: StartServer, model_server: ModelServer
) -> None:
    model_server.script = lambda request: Call(
        conforming(request.tools[0].schema, origin="rule", start=0, end=9)
    )
    server = start_server(
        otlp_url=otlp_server.url,
        model="anthropic:model-of-tests",
        anthropic_api_key=model_server.api_key,
        anthropic_base_url=model_server.anthropic_url,
    )
    person = sign_up(server)
    person.finished_workflow(person.project())
    server.stop()
    [request] = otlp_server.named("POST /api/v1/workflows")
    calls = [span for span in otlp_server.trace(request.trace_id) if span.name == "ask model"]
    assert len(calls) >= ANALYSTS
    assert {span.facts["coditect.model"] for span in calls} == {"model-of-tests"}
    assert request.facts["coditect.organization_id"]


def test_a_collector_that_is_away_holds_nothing_up(start_server: StartServer, free_port: int) -> None:
    server = start_server(otlp_url=f"http://127.0.0.1:{free_port}")
    person = sign_up(server)
    assert person.get("/projects")["items"] == []
    assert server.stop() == 0
    close_all()


def test_switched_off_nothing_is_imported_and_nothing_is_carried() -> None:
    """Fails when whoever has no collector pays for the libraries."""
    code = (
        "import sys; from coditect.kernel import telemetry; from coditect.kernel.config import Settings;"
        "telemetry.start(Settings());"
        "exec('with telemetry.span(\"x\", None, a=1) as s: assert s is None');"
        "assert telemetry.traceparent() is None and not telemetry.is_on();"
        "import coditect.main; assert 'opentelemetry.sdk' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_errors_are_told_by_their_type_only(otlp_server: OtlpServer, tmp_path: Path) -> None:
    code = f"""
import asyncio
from coditect.kernel import telemetry
from coditect.kernel.config import Settings
telemetry.start(Settings(otlp_url={otlp_server.url!r}, data_dir={str(tmp_path)!r}), "worker")
try:
    with telemetry.span("work", {PARENT!r}, attempt=2):
        telemetry.note(outcome="bad")
        assert telemetry.trace_id() == {PARENT!r}.split("-")[1]
        raise ValueError("private words")
except ValueError:
    pass
asyncio.run(telemetry.stop())
assert telemetry.traceparent() is None
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    wait_until(lambda: otlp_server.spans)
    [span] = otlp_server.spans
    assert (span.name, span.failed, span.parent_id) == ("work", True, PARENT.split("-")[2])
    assert span.facts == {"coditect.attempt": 2, "coditect.outcome": "bad", "error.type": "ValueError"}


def test_no_collector_is_no_tracer() -> None:
    telemetry.start(Settings())
    assert not telemetry.is_on()
