"""The main job with parts swapped by a URL: files in an object store; cache and rates in a Redis that is wiped."""

from collections.abc import Iterator

import pytest

from tests.conftest import StartServer
from tests.servers.redis import run_redis
from tests.servers.s3 import run_s3
from tests.story.conftest import _close_clients
from tests.story.people import sign_up, wait_until
from tests.story.test_main_job import test_from_sign_up_to_tasks_on_a_board as the_main_job

__all__ = ["_close_clients"]


@pytest.fixture
def in_s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An object store that servers started from here may use."""
    with run_s3() as s3:
        for name, value in s3.environment.items():
            monkeypatch.setenv(name, value)
        yield s3.url("coditect")


def test_the_main_job_with_files_in_an_object_store(start_server: StartServer, in_s3: str) -> None:
    # Credentials reach the server as they reach any program: through its environment.
    server = start_server(storage_url=in_s3)
    the_main_job(server)
    person = sign_up(server)
    export = person.post("/me/export", 202)["id"]
    wait_until(lambda: person.get(f"/me/export/{export}")["status"] == "ready" or None)
    assert person.api.get(f"/me/export/{export}/download").content.startswith(b"PK")
    assert not (server.data_dir / "files").exists()


def test_the_main_job_while_redis_is_wiped_and_away(start_server: StartServer) -> None:
    with run_redis() as redis:
        server = start_server(redis_url=redis.url)
        person = sign_up(server)
        workflow = person.workflow(person.project())
        redis.ask("FLUSHALL")
        assert person.wait_for_end(workflow)["status"] == "completed"
        assert redis.ask("DBSIZE") != ""
        redis.stop()
        again = person.workflow(person.project("Without Redis"))
        assert person.wait_for_end(again)["status"] == "completed"
        redis.start()
        the_main_job(server)
