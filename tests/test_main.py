"""The assembled application: every unit of work ends before its answer, every route says whom it is for."""

import inspect
import json
import signal
from collections.abc import Iterator
from pathlib import Path
from types import CoroutineType
from typing import Any, cast, get_args

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from coditect import main
from coditect.identity import undeclared_routes
from coditect.kernel.config import Role, Settings
from coditect.kernel.housekeeping import keep_house
from coditect.kernel.relay import Relay
from coditect.main import build_platform, create_app, openapi


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    return create_app(Settings(data_dir=tmp_path / "data"))


def dependants(app: FastAPI) -> Iterator[tuple[str, Dependant]]:
    """Every dependency of every route, however deep."""
    for route in iter_route_contexts(app.routes):
        waiting = [found] if (found := getattr(route, "dependant", None)) is not None else []
        while waiting:
            dependant = waiting.pop()
            yield str(route.path), dependant
            waiting += dependant.dependencies


def test_every_unit_of_work_ends_before_its_answer(app: FastAPI) -> None:
    """Fails when a `yield` dependency leaves out scope="function": its commit would follow the answer."""
    generators = [
        (path, dependant)
        for path, dependant in dependants(app)
        if inspect.isasyncgenfunction(dependant.call) or inspect.isgeneratorfunction(dependant.call)
    ]
    assert len(generators) > 20
    assert [path for path, dependant in generators if dependant.scope != "function"] == []


def test_every_route_says_whom_it_is_for(app: FastAPI) -> None:
    assert undeclared_routes(app.routes) == []


def test_building_the_application_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`openapi` must work where there is no data folder, and without making one."""
    monkeypatch.setenv("CODITECT_DATA_DIR", str(tmp_path / "data"))
    json.dumps(openapi())
    assert list(tmp_path.iterdir()) == []


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def test_problem_answers_are_described_as_they_are_sent() -> None:
    description = openapi()
    schemas = description["components"]["schemas"]
    assert {"type", "title", "status", "detail", "code", "request_id"} <= set(
        schemas["ProblemRead"]["required"]
    )
    assert "HTTPValidationError" not in schemas
    for name, operation in operations():
        assert {"422", "500"} <= operation["responses"].keys(), name
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert response["content"].keys() == {"application/problem+json"}, name
    dangling = {
        reference
        for reference in json.dumps(description).split('"#/components/schemas/')[1:]
        if reference.partition('"')[0] not in schemas
    }
    assert dangling == set()


def test_every_operation_says_what_it_does() -> None:
    assert [name for name, operation in operations() if not operation.get("description")] == []


def test_lone_roles_have_health_but_no_routes(tmp_path: Path) -> None:
    worker = create_app(Settings(data_dir=tmp_path), "worker")
    paths = {str(route.path) for route in iter_route_contexts(worker.routes)}
    assert {"/health/live", "/health/ready", "/metrics"} <= paths
    assert not any(path.startswith("/api/v1") for path in paths)


async def test_a_server_without_its_parts_ends_as_a_failure(app: FastAPI) -> None:
    """Fails when a dead worker goes unnoticed, or ends the server as if all were well: nobody would start it again."""
    asked = list[int]()
    before = signal.signal(signal.SIGTERM, lambda number, _: asked.append(number))

    async def breaks() -> None:
        raise RuntimeError("the worker is gone")

    try:
        await main._supervised(app, breaks())
    finally:
        signal.signal(signal.SIGTERM, before)
    assert asked == [signal.SIGTERM]
    assert app.state.part_failed


def test_no_dependency_costs_a_thread(app: FastAPI) -> None:
    """Fails on a plain function among the dependencies: the framework sends each call of it through a thread pool."""
    plain = {
        f"{path}: {getattr(inner.call, '__qualname__', inner.call)}"
        for path, dependant in dependants(app)
        for inner in dependant.dependencies
        if not inspect.iscoroutinefunction(inner.call) and not inspect.isasyncgenfunction(inner.call)
    }
    assert plain == set()


async def test_the_roles_together_do_what_one_process_does(tmp_path: Path) -> None:
    """Fails when a part of the program runs in no role of its own, or in the wrong one."""
    platform = build_platform(Settings(data_dir=tmp_path))

    def parts(role: Role) -> set[str]:
        found = main._background(platform, role)
        for part in found:
            part.close()
        return {cast("CoroutineType[Any, Any, None]", part).__qualname__ for part in found}

    alone = {role: parts(role) for role in get_args(Role)}
    everything = alone.pop("all")
    assert set().union(*alone.values()) == everything
    assert [role for role, does in alone.items() if keep_house.__qualname__ in does] == ["scheduler"]
    assert [role for role, does in alone.items() if Relay.run.__qualname__ in does] == ["relay"]
    await platform.database.close()
