"""A server that was asked to end still answers whoever is about to ask, and tells proxies to turn away."""

import http.client
import signal
import threading
from contextlib import closing

import httpx
import pytest

from tests.conftest import StartServer
from tests.story.people import wait_until


def ask(connection: http.client.HTTPConnection) -> tuple[int, str | None]:
    """Send one request; fails where the connection was closed instead of answered."""
    connection.request("GET", "/health/live")
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.getheader("connection")


def test_idle_connections_are_served_once_more_and_then_closed(start_server: StartServer) -> None:
    """Fails when the server closes what a proxy may just be sending into: a POST there is lost."""
    server = start_server(drain_seconds="3")
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)) as idle:
        assert ask(idle) == (200, None)
        ended = threading.Thread(target=server.stop)
        ended.start()
        wait_until(lambda: httpx.get(f"{server.url}/health/ready").status_code == 503)
        assert httpx.get(f"{server.url}/health/live").status_code == 200, "newcomers are served meanwhile"
        assert ask(idle) == (200, "close")
    ended.join(60)
    assert server.log.read_text().count("Traceback") == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/health/live")


def test_a_second_interrupt_ends_the_patience(start_server: StartServer) -> None:
    server = start_server(drain_seconds="200")
    ended = threading.Thread(target=server.stop)
    ended.start()
    wait_until(lambda: httpx.get(f"{server.url}/health/ready").status_code == 503)
    server._running().send_signal(signal.SIGINT)
    ended.join(15)
    assert not ended.is_alive()
    assert server._running().returncode == 0
