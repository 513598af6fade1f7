"""The system calls that a sandboxed command may not make, as a program for the kernel's filter (seccomp(2), BPF).

Everything that name spaces and missing capabilities do not already rule out, or that only widens the kernel's surface:
key rings, tracing, loading programs into the kernel, mounting, io_uring (which would go round this filter). Setting the
setuid and setgid bits is refused as systemd's RestrictSUIDSGID does it: what a command writes belongs to the folder's
owner on disk, so a setuid file would lend that owner's rights to others on this machine.
"""

import errno
import platform
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_ERRNO: Final = 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_SET_ID_BITS: Final = 0o6000
_CREATING: Final = 0o100 | 0o20000000  # O_CREAT, O_TMPFILE
_X32: Final = 0x40000000

Instruction = tuple[int, int, int, int]


@dataclass(frozen=True)
class Architecture:
    """The numbers of one kind of machine. `modes` and `opens` map a call to where its mode stands among its arguments."""

    audit: int
    denied: Sequence[int]
    memory: Sequence[int]
    modes: Mapping[int, int]
    opens: Mapping[int, int]
    missing: Sequence[int]
    has_x32: bool = False


# In both tables: key rings, tracing, kernel programs, mounts, name spaces, modules, clock, handles, accounting.
_X86_64: Final = Architecture(
    audit=0xC000003E,
    denied=(
        248, 249, 250, 101, 310, 311, 312, 438, 321, 323, 298, 425, 426, 427, 165, 166, 155, 161, 428, 429, 430, 431,
        432, 433, 442, 308, 272, 246, 320, 175, 313, 176, 167, 168, 169, 304, 303, 179, 163, 103, 164, 227, 305, 170,
        171, 153, 212, 300, 172, 173, 154, 134,
    ),
    memory=(319, 447, 29),
    modes={90: 1, 91: 1, 268: 2, 452: 2, 83: 1, 258: 2, 133: 1, 259: 2, 85: 1},
    opens={2: 1, 257: 2},
    missing=(437,),
    has_x32=True,
)  # fmt: skip
_AARCH64: Final = Architecture(
    audit=0xC00000B7,
    denied=(
        217, 218, 219, 117, 270, 271, 272, 438, 280, 282, 241, 425, 426, 427, 40, 39, 41, 51, 428, 429, 430, 431, 432,
        433, 442, 268, 97, 104, 294, 105, 273, 106, 224, 225, 142, 265, 264, 60, 89, 116, 170, 112, 266, 161, 162, 58,
        18, 262,
    ),
    memory=(279, 447, 194),
    modes={52: 1, 53: 2, 452: 2, 34: 2, 33: 2},
    opens={56: 2},
    missing=(437,),
)  # fmt: skip
_KNOWN: Final[Mapping[str, Architecture]] = {"x86_64": _X86_64, "aarch64": _AARCH64}


def program(*, without_shared_memory: bool) -> bytes | None:
    """Return the filter for this machine, or None for a kind of machine that it is not written for.

    `without_shared_memory` also refuses memory that belongs to no process, which only a cgroup can bound.
    """
    architecture = _KNOWN.get(platform.machine())
    if architecture is None:
        return None
    return b"".join(
        struct.pack("<HBBI", *one) for one in _instructions(architecture, alone=without_shared_memory)
    )


def _instructions(machine: Architecture, *, alone: bool) -> Iterator[Instruction]:
    yield _LOAD, 0, 0, _ARCHITECTURE_AT
    yield _EQUAL, 1, 0, machine.audit
    yield _RETURN, 0, 0, _KILL
    yield _LOAD, 0, 0, _NUMBER_AT
    if machine.has_x32:
        yield _AT_LEAST, 0, 1, _X32
        yield _RETURN, 0, 0, _ERRNO | errno.EPERM
    for number in (*machine.denied, *(machine.memory if alone else ())):
        yield from _refused(number, errno.EPERM)
    for number in machine.missing:
        yield from _refused(number, errno.ENOSYS)
    for number, mode in machine.modes.items():
        yield _EQUAL, 0, 4, number
        yield from _without_set_id(mode)
    for number, flags in machine.opens.items():
        yield _EQUAL, 0, 6, number
        yield _LOAD, 0, 0, _argument(flags)
        yield _ANY_BIT, 0, 3, _CREATING
        yield _LOAD, 0, 0, _argument(flags + 1)
        yield _ANY_BIT, 0, 1, _SET_ID_BITS
        yield _RETURN, 0, 0, _ERRNO | errno.EPERM
        yield _RETURN, 0, 0, _ALLOW
    yield _RETURN, 0, 0, _ALLOW


def _refused(number: int, why: int) -> Iterator[Instruction]:
    yield _EQUAL, 0, 1, number
    yield _RETURN, 0, 0, _ERRNO | why


def _without_set_id(mode: int) -> Iterator[Instruction]:
    yield _LOAD, 0, 0, _argument(mode)
    yield _ANY_BIT, 0, 1, _SET_ID_BITS
    yield _RETURN, 0, 0, _ERRNO | errno.EPERM
    yield _RETURN, 0, 0, _ALLOW


def _argument(index: int) -> int:
    """Return where the lower half of an argument stands (little-endian)."""
    return _ARGUMENTS_AT + 8 * index
