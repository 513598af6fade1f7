"""Metrics say what goes on, in few series."""

import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from coditect import engine
from coditect.engine.models import Step
from coditect.kernel import metrics
from coditect.kernel.clock import db_now
from coditect.kernel.config import Settings
from coditect.kernel.ids import new_id
from coditect.kernel.measuring import Probes, measure_outbox, measure_pools
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, tenant
from coditect.main import create_app
from tests.fixtures.platforms import new_organization
from tests.kernel.test_relay import relay, say
from tests.kernel.web import HOST


def value(name: str, **labels: str) -> float | None:
    return metrics.REGISTRY.get_sample_value(name, labels)


def series() -> set[str]:
    return {line.partition(" ")[0] for line in metrics.exposition().decode().splitlines() if line[0] != "#"}


async def test_what_senders_make_up_makes_no_series(tmp_path: object) -> None:
    """Fails when a label takes an id, a path or a method from outside: memory would grow with every scan."""
    app = create_app(Settings.model_validate({"data_dir": tmp_path}), "api")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=HOST) as client:

        async def ask() -> None:
            for path in (f"/api/v1/projects/{new_id()}", f"/nothing/{new_id()}", f"/api/v1/none/{new_id()}"):
                for method in ("GET", "POST", f"M{new_id().hex[:6].upper()}"):
                    await client.request(method, path)

        await ask()
        before = series()
        for _ in range(5):
            await ask()
        assert series() == before
    routes = {found for line in before for found in re.findall(r'route="([^"]*)"', line)}
    assert {"/api/v1/projects/{project_id}", "other"} <= routes


async def test_waiting_work_is_measured(platform: Platform) -> None:
    organization = new_organization()
    await engine.measure(platform.database)
    assert value("coditect_steps_waiting", state="ready") == 0
    assert value("coditect_steps_oldest_ready_seconds") == 0
    async with platform.database.write(tenant(organization)) as session:
        draft = engine.StepDraft(
            key="a", handler="nobody", input=Settings(data_dir=platform.settings.data_dir)
        )
        await engine.submit(session, engine.RunDraft(organization_id=organization, kind="k", steps=(draft,)))
    async with platform.database.write(ENGINE) as session:
        await session.execute(update(Step).values(run_at=db_now(timedelta(seconds=-100))))
    await engine.measure(platform.database)
    assert value("coditect_steps_waiting", state="ready") == 1
    assert 100 <= (value("coditect_steps_oldest_ready_seconds") or 0) < 1000
    async with platform.database.write(ENGINE) as session:
        await session.execute(update(Step).values(status="dead_letter"))
    await engine.measure(platform.database)
    assert value("coditect_steps_waiting", state="ready") == 0
    assert value("coditect_steps_waiting", state="dead_letter") == 1


async def test_the_outbox_is_measured(platform: Platform) -> None:
    await say(platform, new_organization(), "a", "b", "c")
    await measure_outbox(platform.database)
    assert value("coditect_outbox_events") == 0, "nothing has a position yet"
    lag = value("coditect_relay_lag_seconds")
    assert lag is not None
    assert lag > 0
    await relay(platform).assign_positions()
    await measure_outbox(platform.database)
    assert value("coditect_outbox_events") == 3
    assert value("coditect_relay_lag_seconds") == 0


async def test_connections_are_measured(platform: Platform) -> None:
    await measure_pools(platform.database)
    idle = value("coditect_pool_used", pool="writer")
    assert idle is not None
    async with platform.database.write(ENGINE) as session:
        await session.connection()
        await measure_pools(platform.database)
        assert value("coditect_pool_used", pool="writer") == idle + 1
    assert (value("coditect_pool_size", pool="writer") or 0) >= 1


async def test_many_who_ask_share_one_look_and_a_fault_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = list[str]()

    async def broken() -> None:
        looked.append("broken")
        raise OSError

    async def well() -> None:
        looked.append("well")

    probes = Probes([broken, well])
    await probes.look()
    await probes.look()
    assert looked == ["broken", "well"]
    monkeypatch.setattr("coditect.kernel.measuring.FRESH_SECONDS", 0.0)
    await probes.look()
    assert looked == ["broken", "well"] * 2


def test_the_build_is_told() -> None:
    metrics.describe_build("worker")
    assert 'coditect_build_info{role="worker",version="' in metrics.exposition().decode()
