"""Who is told of what, and what they do about it."""

from typing import Any

import httpx
import pytest

from coditect import engine
from coditect.kernel.events import Event, publish
from coditect.kernel.ids import ProjectId, RunId, new_id
from coditect.kernel.scope import tenant
from coditect.notifications import service
from coditect.notifications.service import Note, Reader
from coditect.projects import MemberMentioned, TaskAssigned, TaskCommented
from tests.identity.house import House
from tests.notifications.conftest import ANALYSED, Analysed, reader_of

URL = "/api/v1/notifications"


async def state(house: House, reader: Reader, *events: Event) -> None:
    """State facts and let them arrive."""
    async with house.platform.database.write(tenant(reader.organization_id)) as session:
        for event in events:
            publish(session, event)
    await house.deliver()


async def listed(client: httpx.AsyncClient, **query: Any) -> list[dict[str, Any]]:
    answer = await client.get(URL, params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def assigned(reader: Reader, title: str = "Call the bank") -> TaskAssigned:
    return TaskAssigned(
        organization_id=reader.organization_id,
        project_id=ProjectId(new_id()),
        task_id=new_id(),
        number=7,
        title=title,
        account_id=reader.account_id,
        by_name="Bob",
    )


async def test_a_finished_analysis_is_told_once_to_whoever_asked(
    house: House, ada: httpx.AsyncClient
) -> None:
    reader = await reader_of(ada)
    run_id = RunId(new_id())
    ANALYSED[run_id] = Analysed(new_id(), ProjectId(new_id()), "Invoice approval", reader.account_id)
    ended = engine.RunFinished(
        organization_id=reader.organization_id, run_id=run_id, kind="workflow-analysis", status="partial"
    )
    await state(house, reader, ended, ended)
    (told,) = await listed(ada)
    assert (told["kind"], told["title"], told["data"]) == (
        "analysis_finished",
        "Invoice approval",
        {"status": "partial"},
    )
    assert told["path"].endswith(f"/analyses/{ANALYSED[run_id].id}")


@pytest.mark.parametrize(("status", "kinds"), [("failed", ["analysis_failed"]), ("cancelled", [])])
async def test_what_ended_badly_is_told_too_but_not_what_a_person_ended(
    house: House, ada: httpx.AsyncClient, status: engine.RunStatus, kinds: list[str]
) -> None:
    reader = await reader_of(ada)
    run_id = RunId(new_id())
    ANALYSED[run_id] = Analysed(new_id(), ProjectId(new_id()), "Invoice approval", reader.account_id)
    event = engine.RunFinished(
        organization_id=reader.organization_id, run_id=run_id, kind="workflow-analysis", status=status
    )
    await state(house, reader, event)
    assert [one["kind"] for one in await listed(ada)] == kinds


async def test_mentions_comments_and_dead_letters_arrive_and_can_be_told_apart(
    house: House, ada: httpx.AsyncClient
) -> None:
    reader = await reader_of(ada)
    task: dict[str, Any] = {
        "project_id": ProjectId(new_id()),
        "task_id": new_id(),
        "number": 3,
        "title": "Pay",
        "by_name": "Bob",
    }
    common: dict[str, Any] = {"organization_id": reader.organization_id, "excerpt": "see there", **task}
    await state(
        house,
        reader,
        MemberMentioned(comment_id=new_id(), account_id=reader.account_id, **common),
        TaskCommented(comment_id=new_id(), account_ids=(reader.account_id,), **common),
        engine.StepDied(
            organization_id=reader.organization_id,
            run_id=RunId(new_id()),
            step_id=new_id(),
            key="task-decomposer",
            error="boom " * 200,
        ),
    )
    assert {one["kind"] for one in await listed(ada)} == {"mentioned", "commented", "dead_letter"}
    (mention,) = await listed(ada, kind="mentioned")
    assert mention["data"] == {"by": "Bob", "number": 3, "excerpt": "see there"}
    assert f"/tasks/{task['task_id']}?comment=" in mention["path"]
    (dead,) = await listed(ada, kind="dead_letter")
    assert len(dead["data"]["error"]) == 300


async def test_reading_counts_down_and_can_be_taken_back(house: House, ada: httpx.AsyncClient) -> None:
    reader = await reader_of(ada)
    await state(house, reader, assigned(reader, "One"), assigned(reader, "Two"), assigned(reader, "Three"))
    first = (await listed(ada))[0]
    assert (await ada.post(f"{URL}/read", json={"ids": [first["id"]]})).json() == {"unread": 2}
    assert first["id"] not in {one["id"] for one in await listed(ada, unread=True)}
    assert (await ada.post(f"{URL}/read", json={"ids": [first["id"]], "unread": True})).json() == {
        "unread": 3
    }
    assert (await ada.post(f"{URL}/read", json={})).json() == {"unread": 0}
    assert await listed(ada, unread=True) == []
    assert len(await listed(ada)) == 3


async def test_a_task_that_is_given_again_is_told_again_only_when_the_first_was_read(
    house: House, ada: httpx.AsyncClient
) -> None:
    reader = await reader_of(ada)
    event = assigned(reader)
    await state(house, reader, event, event)
    assert len(await listed(ada)) == 1
    await ada.post(f"{URL}/read", json={})
    await state(house, reader, event)
    assert len(await listed(ada)) == 2


async def test_a_muted_kind_is_not_written(house: House, ada: httpx.AsyncClient) -> None:
    reader = await reader_of(ada)
    answer = await ada.put(f"{URL}/settings/task_assigned", json={"wanted": False})
    assert {"kind": "task_assigned", "wanted": False} in answer.json()["kinds"]
    await state(house, reader, assigned(reader))
    assert await listed(ada) == []
    await ada.put(f"{URL}/settings/task_assigned", json={"wanted": True})
    await state(house, reader, assigned(reader))
    assert len(await listed(ada)) == 1


async def test_nobody_reads_or_marks_those_of_others(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    reader = await reader_of(ada)
    await state(house, reader, assigned(reader))
    (hers,) = await listed(ada)
    assert await listed(eve) == []
    await eve.post(f"{URL}/read", json={"ids": [hers["id"]]})
    assert (await listed(ada))[0]["read_at"] is None


async def test_somebody_who_is_no_member_is_told_nothing(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    ours, theirs = await reader_of(ada), await reader_of(eve)
    await state(house, ours, assigned(Reader(ours.organization_id, theirs.account_id)))
    assert await listed(eve) == []


async def test_old_ones_go_when_new_ones_come(
    house: House, ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_KEPT", 3)
    reader = await reader_of(ada)
    async with house.platform.database.write(tenant(reader.organization_id)) as session:
        for number in range(5):
            await service.notify(session, reader, Note("commented", f"comment:{number}", str(number), "/"))
    assert [one["title"] for one in await listed(ada)] == ["4", "3", "2"]


async def test_pages_follow_one_another(house: House, ada: httpx.AsyncClient) -> None:
    reader = await reader_of(ada)
    await state(house, reader, *(assigned(reader, str(number)) for number in range(5)))
    first = (await ada.get(URL, params={"limit": 3})).json()
    rest = (await ada.get(URL, params={"limit": 3, "cursor": first["next_cursor"]})).json()
    assert [len(first["items"]), len(rest["items"]), rest["next_cursor"]] == [3, 2, None]
