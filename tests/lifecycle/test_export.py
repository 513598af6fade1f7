"""A person takes along what is theirs, and nobody else finds it."""

import io
import json
import zipfile

import pytest

from tests.servers.coditect import Server
from tests.story.conftest import _close_clients, platform
from tests.story.people import Person, sign_up, wait_until

__all__ = ["_close_clients", "platform"]


def _ready(person: Person) -> str:
    archive = person.api.post("/me/export")
    assert archive.status_code == 202, archive.text
    export_id = str(archive.json()["id"])
    wait_until(lambda: person.get(f"/me/export/{export_id}")["status"] == "ready" or None)
    return export_id


def test_an_archive_holds_what_is_mine_and_nothing_of_others(platform: Server) -> None:
    ada, eve = sign_up(platform), sign_up(platform)
    workflow = ada.finished_workflow(ada.project("Mine"))
    eve.project("Hers")
    export_id = _ready(ada)
    answer = ada.api.get(f"/me/export/{export_id}/download")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    account = json.loads(texts["account.json"])
    assert [one["email"] for one in account] == [ada.email]
    assert json.loads(texts["workflows.json"])[0]["id"] == workflow["id"]
    assert len(json.loads(texts["sign_in_sessions.json"])) == 1
    assert len(json.loads(texts["organizations.json"])) == 1
    assert "created_project" in texts["activity.json"] or "Mine" in texts["activity.json"]
    whole = "".join(texts.values())
    assert eve.email not in whole
    assert "Hers" not in whole
    assert "argon2" not in whole


@pytest.mark.parametrize("path", ["", "/download"])
def test_another_person_does_not_find_it(platform: Server, path: str) -> None:
    ada, eve = sign_up(platform), sign_up(platform)
    export_id = _ready(ada)
    assert eve.api.get(f"/me/export/{export_id}{path}").status_code == 404
    assert ada.api.get(f"/me/export/{export_id}{path}").status_code == 200
