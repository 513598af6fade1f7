"""The feed: append-only, typed, streamed without loss or doubling."""

import asyncio
from dataclasses import dataclass

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coditect import projects
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId, ProjectId
from coditect.kernel.scope import tenant
from coditect.projects import ActivityObject, Verb, verbs
from coditect.projects.feed import list_activity
from tests.projects import make
from tests.projects.conftest import OURS, THEIRS


@dataclass(frozen=True, kw_only=True)
class Weighed(Verb, name="test.weighed"):
    grams: int

    def predicate(self, title: str) -> str:
        return f"weighed “{title}”: {self.grams} g"


async def weigh(database: Database, project_id: ProjectId, grams: int, who: OrganizationId = OURS) -> None:
    async with database.write(tenant(who)) as session:
        parcel = ActivityObject(kind="parcel", id="p1", title="Parcel")
        await projects.record_activity(
            session, project_id, make.ADA, Weighed(grams=grams), parcel, reason="Postage"
        )


async def test_a_context_above_tells_in_its_own_words(database: Database) -> None:
    project = await make.project(database, OURS)
    await weigh(database, project.id, 250)
    async with database.read(tenant(OURS)) as session:
        item = (await list_activity(session, project.id, limit=1, cursor=None)).items[0]
    assert item.sentence == "Ada weighed “Parcel”: 250 g."
    assert (item.verb, item.data, item.reason) == ("test.weighed", {"grams": 250}, "Postage")
    assert (item.actor, item.object.kind) == (make.ADA, "parcel")


def test_a_verb_that_nobody_knows_any_more_is_still_readable() -> None:
    assert verbs.sentence("Ada", "task.moved", "Pay", {"from": "old"}) == "Ada: task moved “Pay”."
    assert verbs.sentence("Ada", "robot.shut_down", "R2", {"x": 1}) == "Ada: robot shut down “R2”."


def test_two_verbs_cannot_share_a_name() -> None:
    with pytest.raises(TypeError, match=r"test\.weighed"):

        class Another(Verb, name="test.weighed"):
            pass


async def test_pages_go_back_in_time(database: Database) -> None:
    project = await make.project(database, OURS)
    for grams in range(5):
        await weigh(database, project.id, grams)
    seen: list[object] = []
    cursor = None
    async with database.read(tenant(OURS)) as session:
        while True:
            page = await list_activity(session, project.id, limit=2, cursor=cursor)
            seen += [item.data.get("grams") for item in page.items]
            if page.next_cursor is None:
                break
            cursor = page.items[-1].id
    assert seen == [4, 3, 2, 1, 0, None]


async def test_what_is_rolled_back_is_not_told(database: Database) -> None:
    project = await make.project(database, OURS)

    async def weigh_and_fail() -> None:
        async with database.write(tenant(OURS)) as session:
            parcel = ActivityObject(kind="parcel", id="p1", title="Parcel")
            await projects.record_activity(session, project.id, make.ADA, Weighed(grams=1), parcel)
            raise RuntimeError("the scale broke")

    with pytest.raises(RuntimeError):
        await weigh_and_fail()
    async with database.read(tenant(OURS)) as session:
        page = await list_activity(session, project.id, limit=9, cursor=None)
    assert [item.verb for item in page.items] == ["project.created"]


async def test_a_foreign_feed_takes_nothing_and_tells_nothing(database: Database) -> None:
    theirs = await make.project(database, THEIRS)
    with pytest.raises(projects.ProjectNotFound):
        await weigh(database, theirs.id, 1)
    async with database.read(tenant(OURS)) as session:
        assert (await list_activity(session, theirs.id, limit=9, cursor=None)).items == []


@pytest.mark.parametrize("statement", ["UPDATE activity SET actor_name = 'Eve'", "DELETE FROM activity"])
async def test_the_database_refuses_to_rewrite_what_happened(database: Database, statement: str) -> None:
    await make.project(database, OURS)
    # As the owner of the tables, beneath every right and policy.
    async with database.writer.connect() as connection:
        with pytest.raises(DBAPIError, match="append-only"):
            await connection.execute(text(statement))
    async with database.write(tenant(OURS)) as session:
        refusal = "append-only" if database.is_sqlite else "permission denied"
        with pytest.raises(DBAPIError, match=refusal):
            await session.execute(text(statement))
        await session.rollback()


async def test_tellers_at_the_same_moment_lose_nothing(database: Database) -> None:
    project = await make.project(database, OURS)
    await asyncio.gather(*(weigh(database, project.id, grams) for grams in range(10)))
    async with database.read(tenant(OURS)) as session:
        page = await list_activity(session, project.id, limit=50, cursor=None)
    assert {item.data.get("grams") for item in page.items} == {None, *range(10)}
