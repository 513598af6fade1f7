"""The step between us and bubblewrap: gives up root, enters the cgroups, sets the limits, and becomes the command.

A program of its own, started as `python -I -S launcher.py SPECIFICATION`, that imports nothing of ours. As root it shows
each folder through an id-mapped mount, on which the folder's owner appears as the unprivileged user that we become:
so the command may write there, what it writes belongs to the owner on disk, and it is root nowhere.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

FAILED = 125
"""Our status when we could not become the command."""

_OPEN_TREE, _MOVE_MOUNT, _MOUNT_SETATTR = 428, 429, 442  # the same on every architecture
_CLONE_NEWNS, _CLONE_NEWUSER = 0x20000, 0x10000000
_MS_REC, _MS_PRIVATE, _MS_NOSUID, _MS_NODEV = 0x4000, 0x40000, 2, 4
_AT_FDCWD, _AT_EMPTY_PATH, _AT_SYMLINK_NOFOLLOW = -100, 0x1000, 0x100
_OPEN_TREE_CLONE, _OPEN_TREE_CLOEXEC = 1, os.O_CLOEXEC
_MOVE_MOUNT_F_EMPTY_PATH = 4
_ATTR_RDONLY, _ATTR_NOSUID, _ATTR_NODEV, _ATTR_IDMAP = 1, 2, 4, 0x100000
_PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True)


class _MountAttributes(ctypes.Structure):
    _fields_ = (
        ("attr_set", ctypes.c_uint64),
        ("attr_clr", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    )


@dataclass(frozen=True)
class Show:
    """A folder or file `source` that bubblewrap shall find at `at`, below the private `/tmp`."""

    source: str
    at: str
    writable: bool


def main(specification: str) -> None:
    """Become the command of the specification."""
    given = json.loads(specification)
    # Before anything else: a launcher whose starter has died must not go on.
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "prctl")
    for procs in given["cgroups"]:
        Path(procs).write_text(str(os.getpid()))
    if given["uid"] is not None:
        _show([Show(**one) for one in given["shows"]], given["uid"])
        os.chdir("/")
        os.setgroups([])
        os.setresgid(given["uid"], given["uid"], given["uid"])
        os.setresuid(given["uid"], given["uid"], given["uid"])
    os.nice(5)
    os.umask(0o022)
    for name, value in given["rlimits"].items():
        _, hardest = resource.getrlimit(getattr(resource, name))
        bound = value if hardest == resource.RLIM_INFINITY else min(value, hardest)
        resource.setrlimit(getattr(resource, name), (bound, bound))
    os.execv(given["command"][0], given["command"])  # noqa: S606 - that is what it is for


def _show(shows: list[Show], uid: int) -> None:
    """Mount each of the sources where bubblewrap can reach it, in a mount name space of our own."""
    _checked(_libc.unshare(_CLONE_NEWNS), "unshare")
    _checked(_libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None), "mount private")
    mounts = [_mapped(show, uid) for show in shows]
    options = b"mode=0755,size=1m"
    _checked(_libc.mount(b"tmpfs", b"/tmp", b"tmpfs", _MS_NOSUID | _MS_NODEV, options), "mount tmpfs")
    for show, (tree, is_folder) in zip(shows, mounts, strict=True):
        if is_folder:
            Path(show.at).mkdir(mode=0o755)
        else:
            os.close(os.open(show.at, os.O_CREAT | os.O_WRONLY, 0o644))
        place = os.fsencode(show.at)
        _checked(
            _libc.syscall(_MOVE_MOUNT, tree, b"", _AT_FDCWD, place, _MOVE_MOUNT_F_EMPTY_PATH), "move_mount"
        )
        os.close(tree)


def _mapped(show: Show, uid: int) -> tuple[int, bool]:
    """Return a detached mount of a source on which its owner is `uid`, and whether it is a folder."""
    flags = _OPEN_TREE_CLONE | _OPEN_TREE_CLOEXEC | _AT_SYMLINK_NOFOLLOW
    tree = _libc.syscall(_OPEN_TREE, _AT_FDCWD, os.fsencode(show.source), flags)
    _checked(tree, f"open_tree of {show.source}")
    found = Path(f"/proc/self/fd/{tree}").stat()
    space = _user_namespace(found.st_uid, found.st_gid, uid)
    wanted = _ATTR_IDMAP | _ATTR_NOSUID | _ATTR_NODEV | (0 if show.writable else _ATTR_RDONLY)
    attributes = _MountAttributes(wanted, 0, 0, space)
    done = _libc.syscall(
        _MOUNT_SETATTR, tree, b"", _AT_EMPTY_PATH, ctypes.byref(attributes), ctypes.sizeof(attributes)
    )
    _checked(done, f"an id-mapped mount of {show.source}")
    os.close(space)
    return tree, Path(f"/proc/self/fd/{tree}").is_dir()


def _user_namespace(owner: int, group: int, uid: int) -> int:
    """Return a descriptor of a user name space in which what is `owner` on disk appears as `uid`."""
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        failed = _libc.unshare(_CLONE_NEWUSER)
        os.write(tell, b"1" if failed else b"0")
        while True:
            signal.pause()
    try:
        if os.read(ready, 1) != b"0":
            raise OSError("no user name space can be made")
        Path(f"/proc/{child}/uid_map").write_text(f"{owner} {uid} 1")
        Path(f"/proc/{child}/gid_map").write_text(f"{group} {uid} 1")
        return os.open(f"/proc/{child}/ns/user", os.O_RDONLY | os.O_CLOEXEC)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready)
        os.close(tell)


def _checked(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as problem:
        sys.stderr.write(f"{problem.strerror or problem}\n")
        sys.exit(FAILED)
