"""The real product as a child process: what the `server` fixture promises."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.conftest import StartServer
from tests.servers.coditect import Server


def test_it_is_ready_and_sees_no_environment_of_ours(server: Server) -> None:
    assert server.is_ready()
    seen = psutil.Process(server.pid).environ()
    assert {name for name in seen if not name.startswith("CODITECT_")} <= {"PATH", "HOME", "LC_CTYPE"}
    assert Path(seen["HOME"]) != Path(os.environ["HOME"])


def test_it_ends_politely(server: Server) -> None:
    # uvicorn closes everything down and then lets the signal end it.
    assert server.stop() in {0, -signal.SIGTERM}
    assert "shutdown complete" in server.log.read_text()
    assert not server.is_ready()


def test_it_comes_back_after_a_kill(server: Server) -> None:
    first = server.pid
    server.kill()
    assert not server.is_ready()
    assert not psutil.pid_exists(first)
    server.restart()
    assert server.is_ready()
    assert server.pid != first


def test_it_runs_on_each_database(start_server: StartServer, database_url: str) -> None:
    assert start_server(database_url=database_url).is_ready()


def test_a_server_that_cannot_start_says_why(start_server: StartServer) -> None:
    with pytest.raises(RuntimeError, match=r"ended with [1-9](.|\n)*no_such_engine"):
        start_server(database_url="no_such_engine://nowhere")


def test_nothing_of_it_stays(start_server: StartServer) -> None:
    server = start_server()
    family = [psutil.Process(server.pid), *psutil.Process(server.pid).children(recursive=True)]
    family[0].send_signal(signal.SIGTERM)
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive
