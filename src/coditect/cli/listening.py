"""The listening socket: taken before anything is changed, given up without losing who has just connected."""

import contextlib
import ctypes
import os
import socket
import struct
import sys
from collections.abc import Iterator

from coditect.kernel.config import Settings
from coditect.kernel.errors import Unavailable

BACKLOG = 2048
_FIRST_INHERITED = 3
_ATTACH_FILTER = 26  # SO_ATTACH_FILTER, which Python's socket module does not name
# Classic BPF over the TCP header: keep a packet unless it asks for a connection (SYN without ACK).
_KEEP_ALL_BUT_NEWCOMERS = (
    (0x30, 0, 0, 13),  # load the byte of flags
    (0x54, 0, 0, 0x12),  # keep SYN and ACK of it
    (0x15, 0, 1, 0x02),  # SYN alone?
    (0x06, 0, 0, 0),  # yes: drop
    (0x06, 0, 0, 0xFFFFFFFF),  # no: keep
)


class AddressUnavailable(Unavailable):
    code = "address_unavailable"
    title = "The address cannot be listened on"


@contextlib.contextmanager
def taken(settings: Settings, *, at_once: bool) -> Iterator[socket.socket]:
    """Take the address of the settings, or the socket that systemd hands over.

    With `at_once` who connects before the start is done waits for it: right for the only server of an installation.
    Otherwise they are refused until then, and a proxy goes to the next server.
    """
    inherited = _inherited()
    if inherited is not None:
        with inherited:
            yield inherited
        return
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((settings.host, settings.port))
            if at_once:
                listener.listen(BACKLOG)
        except OSError as error:
            reason = (error.strerror or str(error)).partition(" (")[0]
            raise AddressUnavailable(
                f"{settings.host} port {settings.port} cannot be used: {reason}."
                " Stop what listens there, or choose another by --host and --port."
            ) from None
        yield listener


def turn_newcomers_away(listener: socket.socket) -> None:
    """Let the kernel drop requests for new connections from now on, while those already made can be accepted.

    Closing a listener resets the connections in its queue: their owners may have sent a request, and cannot know
    whether it was done. After this call the queue only gets shorter. Who is dropped asks again within a second or so,
    is refused by the then closed address, and may go elsewhere without a doubt. Needs no privilege; Linux only.
    """
    if not sys.platform.startswith("linux"):
        return
    packed = b"".join(struct.pack("HBBI", *instruction) for instruction in _KEEP_ALL_BUT_NEWCOMERS)
    instructions = ctypes.create_string_buffer(packed)
    program = struct.pack("HP", len(_KEEP_ALL_BUT_NEWCOMERS), ctypes.addressof(instructions))
    # Some sandboxes have no socket filters; the queue is then almost always empty, not surely.
    with contextlib.suppress(OSError):
        listener.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, program)


def _inherited() -> socket.socket | None:
    """Return the first socket of systemd's socket activation, if this process was started by it."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()) or not os.environ.get("LISTEN_FDS", "0").isdecimal():
        return None
    if int(os.environ["LISTEN_FDS"]) < 1:
        return None
    return socket.socket(fileno=_FIRST_INHERITED)
