"""No test reaches another machine, whichever way it tries."""

import asyncio
import socket
from collections.abc import Iterator

import pytest

from tests.servers import network

# An address kept for documentation: nobody is there, should the guard ever fail.
ELSEWHERE = "192.0.2.1"


@pytest.fixture(autouse=True)
def _attempts_are_meant() -> Iterator[None]:
    yield
    assert network.attempts, "the guard did not see it"
    network.attempts.clear()


def test_a_socket_is_refused() -> None:
    with socket.socket() as client, pytest.raises(network.OutsideConnectionError):
        client.connect((ELSEWHERE, 80))


def test_a_datagram_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as client, pytest.raises(network.OutsideConnectionError):
        client.sendto(b"hello", (ELSEWHERE, 80))


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(network.OutsideConnectionError):
        socket.getaddrinfo("example.test", 80)


async def test_asyncio_is_refused() -> None:
    with pytest.raises(network.OutsideConnectionError):
        await asyncio.open_connection(ELSEWHERE, 80)


def test_a_swallowed_refusal_is_still_seen() -> None:
    try:
        socket.create_connection((ELSEWHERE, 80))
    except network.OutsideConnectionError:
        return
    pytest.fail("it was not refused")
