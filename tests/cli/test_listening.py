"""Giving up a listening socket loses nobody who has connected."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from coditect.cli import listening
from coditect.kernel.config import Settings


def test_who_waits_in_the_queue_is_served_and_newcomers_are_not_let_in() -> None:
    """Fails when the filter drops what connected clients send, or lets new ones into a queue about to be reset."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        with socket.create_connection(address, timeout=10) as waiting:
            listening.turn_newcomers_away(listener)
            waiting.sendall(b"here before")
            with pytest.raises(TimeoutError):
                socket.create_connection(address, timeout=0.3)
            accepted, _ = listener.accept()
            with accepted:
                listener.close()
                assert accepted.recv(100) == b"here before"
                accepted.sendall(b"answered")
            assert waiting.recv(100) == b"answered"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=10)


def test_one_of_several_servers_refuses_until_it_is_ready(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, port=0)
    with listening.taken(settings, at_once=False) as listener:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(listener.getsockname(), timeout=10)
        listener.listen()
        socket.create_connection(listener.getsockname(), timeout=10).close()


def test_the_only_server_lets_people_wait_for_its_start(tmp_path: Path) -> None:
    with listening.taken(Settings(data_dir=tmp_path, port=0), at_once=True) as listener:
        socket.create_connection(listener.getsockname(), timeout=10).close()


INHERITING = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
from coditect.cli import listening
from coditect.kernel.config import Settings
with listening.taken(Settings(port=1), at_once=True) as listener:
    print(listener.getsockname()[1])
"""


def test_a_socket_that_systemd_hands_over_is_used() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        done = subprocess.run(
            [sys.executable, "-c", INHERITING, str(listener.fileno())],
            pass_fds=[listener.fileno()],
            check=True,
            capture_output=True,
            text=True,
        )
        assert int(done.stdout) == listener.getsockname()[1]
