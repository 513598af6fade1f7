"""The guard against the outside: in a test process no socket may leave this machine."""

import ipaddress
import socket
import sys

attempts: list[str] = []


class OutsideConnectionError(RuntimeError):
    """A test tried to reach another machine."""


def is_local(host: object) -> bool:
    """Whether `host`, as given to a socket or to a name look-up, is this machine."""
    if host is None:
        return True
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    if name in {"", "localhost", socket.gethostname()}:
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _check(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        # Unix sockets have a path instead of a pair; a connected socket sends to no address.
        host = address[0] if isinstance(address, tuple) else None
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if not is_local(host):
        # Kept as well as raised: the code under test may swallow the error.
        attempts.append(f"{event} to {host!r}")
        raise OutsideConnectionError(f"tests stay on this machine, refused: {event} to {host!r}")


def guard() -> None:
    """Refuse every connection and look-up that leaves this machine, for the life of this process."""
    sys.addaudithook(_check)
