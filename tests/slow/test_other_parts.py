"""The main job with cache and rates in a Redis that is wiped and away."""

from tests.conftest import StartServer
from tests.servers.redis import run_redis
from tests.story.conftest import _close_clients
from tests.story.people import sign_up
from tests.story.test_main_job import test_from_sign_up_to_tasks_on_a_board as the_main_job

__all__ = ["_close_clients"]


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
