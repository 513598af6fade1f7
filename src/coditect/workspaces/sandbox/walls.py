"""What a sandboxed command sees: bubblewrap's arguments.

Read-only: the programs of the machine, a few files of `/etc` that name no secret, and git's folder of the work.
Writable: the folder of the work, an empty home and an empty `/tmp`. Nothing else of the machine exists in there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SANDBOX_ROOT: Final = "/workspace"
"""Where the command finds the folder of its work."""

_HOME: Final = "/home/agent"
_TMP: Final = "/tmp"  # noqa: S108 - of the sandbox, empty and its own
_USER: Final = "1000"
_LARGEST_TMP_BYTES: Final = 512 * 1024 * 1024
_PROGRAMS: Final = ("/usr",)
_MERGED: Final = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
_ETC: Final = (
    "alternatives", "ca-certificates.conf", "debian_version", "fonts", "java-17-openjdk", "ld.so.cache", "ld.so.conf",
    "ld.so.conf.d", "localtime", "magic", "mime.types", "os-release", "profile.d", "protocols", "python3",
    "python3.11", "services", "ssl/certs", "timezone",
)  # fmt: skip
_ACCOUNTS: Final = (
    "root:x:0:0:root:/root:/usr/sbin/nologin\n"
    f"agent:x:{_USER}:{_USER}:agent:{_HOME}:/bin/bash\n"
    "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
)
_GROUPS: Final = f"root:x:0:\nagent:x:{_USER}:\nnogroup:x:65534:\n"
SMALL_FILES: Final[Sequence[tuple[str, str]]] = (
    ("/etc/passwd", _ACCOUNTS),
    ("/etc/group", _GROUPS),
    ("/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n"),
    ("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"),
)
"""What the sandbox has in place of the machine's."""

_ENVIRONMENT: Final = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": _HOME,
    "USER": "agent",
    "LOGNAME": "agent",
    "SHELL": "/bin/bash",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "TMPDIR": _TMP,
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "PAGER": "cat",
    "GIT_PAGER": "cat",
}
# Stands between bubblewrap and the command: says that all walls are up, on a descriptor that it then closes.
_READY: Final = 'printf 1 >&"$1"; eval "exec $1>&-"; exec /bin/bash -c "$2"'


@dataclass(frozen=True)
class Place:
    """Where bubblewrap finds the folder of the work, and git's folders that shall be readable at their own paths."""

    root: str
    git_folders: Sequence[tuple[str, str]]
    protected: Sequence[str]
    """Names at the top of the folder that stay read-only although the folder is writable."""
    hidden: Sequence[str]
    """Folders at its top that appear empty."""
    writable: bool


@dataclass(frozen=True)
class Descriptors:
    """Open descriptors that bubblewrap inherits."""

    seccomp: int
    ready: int
    files: Sequence[int]
    """The contents of `SMALL_FILES`, in their order."""
    more: int | None = None
    """Further arguments of bubblewrap, which no list of processes shall show."""

    def all(self) -> tuple[int, ...]:
        """Return each of them."""
        return (self.seccomp, self.ready, *self.files, *(() if self.more is None else (self.more,)))


def arguments(
    bubblewrap: str, place: Place, given: Descriptors, *, memory_bytes: int, processes: int
) -> list[str]:
    """Return the command line up to and with what announces that the walls are up; the command itself is added."""
    return [
        bubblewrap,
        "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session",
        "--uid", _USER, "--gid", _USER, "--hostname", "sandbox", "--cap-drop", "ALL", "--clearenv",
        *(part for name, value in _ENVIRONMENT.items() for part in ("--setenv", name, value)),
        *(() if given.more is None else ("--args", str(given.more))),
        *_machine(),
        *_own_etc(given.files),
        *_kernel_and_memory(min(_LARGEST_TMP_BYTES, memory_bytes // 2)),
        *_work(place),
        "--remount-ro", "/dev", "--remount-ro", "/",
        "--chdir", SANDBOX_ROOT, "--seccomp", str(given.seccomp), "--",
        "/usr/bin/prlimit", f"--nproc={processes}:{processes}", "--",
        "/bin/bash", "-c", _READY, "sandbox", str(given.ready),
    ]  # fmt: skip


def _machine() -> Iterator[str]:
    for folder in _PROGRAMS:
        yield from ("--ro-bind", folder, folder)
    for name in _MERGED:
        path = Path("/") / name
        if path.is_symlink():
            yield from ("--symlink", str(path.readlink()), str(path))
        elif path.is_dir():
            yield from ("--ro-bind", str(path), str(path))
    for name in _ETC:
        yield from ("--ro-bind-try", f"/etc/{name}", f"/etc/{name}")


def _own_etc(files: Sequence[int]) -> Iterator[str]:
    for (path, _), descriptor in zip(SMALL_FILES, files, strict=True):
        yield from ("--perms", "0444", "--file", str(descriptor), path)


def _kernel_and_memory(tmp_bytes: int) -> Iterator[str]:
    yield from ("--proc", "/proc", "--dev", "/dev")
    for path in ("/dev/shm", _TMP, _HOME):  # noqa: S108 - of the sandbox, empty and its own
        yield from ("--perms", "0700", "--size", str(tmp_bytes), "--tmpfs", path)


def _work(place: Place) -> Iterator[str]:
    yield from ("--bind" if place.writable else "--ro-bind", place.root, SANDBOX_ROOT)
    for name in place.protected:
        yield from ("--ro-bind", f"{place.root}/{name}", f"{SANDBOX_ROOT}/{name}")
    for name in place.hidden:
        yield from ("--perms", "0500", "--size", "4096", "--tmpfs", f"{SANDBOX_ROOT}/{name}")
        yield from ("--remount-ro", f"{SANDBOX_ROOT}/{name}")
    for source, path in place.git_folders:
        yield from ("--ro-bind", source, path)
