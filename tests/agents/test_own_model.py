"""An organization's own model answers for it and nobody else; its key goes in and never comes out."""

from collections.abc import Iterator

import pytest

from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Reply, Request
from tests.model_server.server import ModelServer
from tests.servers.coditect import Server
from tests.story import people
from tests.story.people import Person, sign_up


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()


def _answer(request: Request) -> Reply:
    return Call(conforming(request.tools[0].schema, origin="model", start=0, end=9))


def _put(person: Person, expected: int, **body: object) -> dict[str, object]:
    answer = person.api.put("/model-settings", json=body)
    assert answer.status_code == expected, answer.text
    found: dict[str, object] = answer.json()
    return found


def _origins(person: Person) -> set[str]:
    workflow = person.finished_workflow(person.project())
    assert workflow["status"] == "completed", workflow["analysts"]
    return {analyst["origin"] for analyst in workflow["analysts"]}


def test_the_model_of_one_organization(start_server: StartServer, model_server: ModelServer) -> None:
    model_server.script = _answer
    host = model_server.openai_url.split("/")[2]
    server = start_server(model_hosts=host)
    ada, eve = sign_up(server), sign_up(server)
    assert ada.get("/model-settings")["source"] == "rules"
    given = {"provider": "openai", "model": "scripted", "base_url": model_server.openai_url}
    written = _put(ada, 200, **given, api_key=model_server.api_key)
    assert written == {
        "source": "organization",
        "provider": "openai",
        "model": "scripted",
        "base_url": model_server.openai_url,
        "has_key": True,
    }
    assert _origins(ada) == {"model"}
    assert eve.get("/model-settings")["source"] == "rules"
    assert _origins(eve) == {"rule"}

    # The key stays while the model changes, goes with the address, and is nowhere to be read.
    assert _put(ada, 200, **{**given, "model": "other"})["has_key"] is True
    assert _put(ada, 200, **{**given, "base_url": f"{model_server.openai_url}/x"})["has_key"] is False
    _put(ada, 200, **given, api_key=model_server.api_key)
    server.stop()
    assert _places_of(server, model_server.api_key) == []


def test_what_is_refused(start_server: StartServer) -> None:
    server = start_server(model_hosts="models.example:8443")
    ada = sign_up(server)
    good = {"provider": "openai", "model": "x", "api_key": "a-key-of-somebody"}
    for address in (
        "http://169.254.169.254/latest",
        "http://models.example:8443@evil.example/v1",
        "http://models.example/v1",
        "file:///etc/passwd",
        "//models.example:8443",
        "",
    ):
        refused = _put(ada, 422, **good, base_url=address)
        assert refused["code"] in {"model_settings_invalid", "invalid_input"}, address
        assert "a-key-of-somebody" not in str(refused)
    assert _put(ada, 422, provider="anthropic", model="x")["errors"]
    assert ada.get("/model-settings")["source"] == "rules"
    _put(ada, 200, **good)
    assert ada.api.delete("/model-settings").json()["source"] == "rules"


def test_a_trial_says_what_went_wrong(start_server: StartServer, model_server: ModelServer) -> None:
    model_server.script = lambda _: Call({"ready": True})
    server = start_server(model_hosts=f"{model_server.openai_url.split('/')[2]},127.0.0.1:9")
    ada = sign_up(server)
    given = {"provider": "openai", "model": "scripted", "base_url": model_server.openai_url}
    good = ada.post("/model-settings/test", 200, **given, api_key=model_server.api_key)
    assert (good["ok"], good["code"]) == (True, None)
    refused = ada.post("/model-settings/test", 200, **given, api_key="not-the-key")
    assert (refused["ok"], refused["code"]) == (False, "model_credentials_refused")
    assert "not-the-key" not in str(refused)
    nobody = ada.post("/model-settings/test", 200, **{**given, "base_url": "http://127.0.0.1:9/v1"})
    assert (nobody["ok"], nobody["code"]) == (False, "model_failed")
    ada.post("/model-settings/test", 422, **{**given, "base_url": "http://elsewhere.example/v1"})
    assert ada.get("/model-settings")["source"] == "rules"
    # What was set is tried with the key that was given for it.
    _put(ada, 200, **given, api_key=model_server.api_key)
    assert ada.post("/model-settings/test", 200, **given)["ok"] is True


def _places_of(server: Server, secret: str) -> list[str]:
    files = [path for path in server.data_dir.rglob("*") if path.is_file()]
    return [str(path) for path in [*files, server.log] if secret.encode() in path.read_bytes()]
