"""What a client was told is stored: the commit comes before the answer, on every route of the product."""

import inspect
from collections.abc import Iterator
from pathlib import Path

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from sqlalchemy import text

from coditect.kernel.config import Settings
from coditect.kernel.platform import Platform
from coditect.main import create_app
from tests.fixtures.platforms import new_organization, on_postgresql
from tests.kernel.rows import keys_of
from tests.kernel.web import app_on, client

REFUSE_AT_COMMIT = (
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$",
    """CREATE CONSTRAINT TRIGGER late AFTER INSERT ON idempotent_answers DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse()""",
)


@on_postgresql
async def test_a_commit_that_fails_gives_no_201(platform: Platform) -> None:
    """Fails with a dependency that ends after the answer: the client would be told 201 and nothing be stored."""
    organization = new_organization()
    async with platform.database.writer.begin() as connection:
        for statement in REFUSE_AT_COMMIT:
            await connection.execute(text(statement))
    async with client(app_on(platform, organization)) as browser:
        told = (await browser.post("/things", json={"name": "a"})).status_code
        # The counter-test: the same unit of work as a dependency with FastAPI's own scope.
        told_too_early = (await browser.post("/late-things", json={"name": "b"})).status_code
    assert (told, told_too_early) == (500, 201)
    assert await keys_of(platform, organization) == []


def test_every_unit_of_work_of_the_product_ends_before_the_answer(tmp_path: Path) -> None:
    """Fails when a route has a dependency with `yield` that lacks `scope="function"`."""
    app = create_app(Settings(data_dir=tmp_path))
    found = list(dependencies(app))
    assert len(found) > 50, "the walk sees the routes no more"
    assert [place for place, dependant in found if ends_late(dependant)] == []


def test_the_walk_sees_a_late_unit_of_work(platform: Platform) -> None:
    """Guards the test above."""
    app = app_on(platform, new_organization())
    assert [place for place, dependant in dependencies(app) if ends_late(dependant)] == [
        "/late-things: _write"
    ]


def dependencies(app: FastAPI) -> Iterator[tuple[str, Dependant]]:
    """Every dependency of every route, wherever it is included."""
    for context in iter_route_contexts(app.routes):
        dependant = getattr(context, "dependant", None)
        pending = list(dependant.dependencies) if isinstance(dependant, Dependant) else []
        while pending:
            one = pending.pop()
            pending += one.dependencies
            yield f"{context.path}: {getattr(one.call, '__name__', one.call)}", one


def ends_late(dependant: Dependant) -> bool:
    yields = inspect.isasyncgenfunction(dependant.call) or inspect.isgeneratorfunction(dependant.call)
    return yields and dependant.scope != "function"
