"""Control groups that bound the memory and the processes of one command: version 2, or version 1 where it is mounted."""

import contextlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coditect.kernel.ids import new_id

_MOUNTS: Final = Path("/proc/self/mounts")
_OWN: Final = Path("/proc/self/cgroup")
_REMOVAL_SECONDS: Final = 5.0
_NEEDED: Final = ("memory", "pids")
_PREFIX: Final = "coditect-"
_STALE_SECONDS: Final = 600.0


@dataclass(frozen=True)
class Group:
    """The groups of one command; entered by writing a process id to each of `entries`."""

    folders: Sequence[Path]
    oom_file: Path

    @property
    def entries(self) -> list[str]:
        """The files that take a process in."""
        return [str(folder / "cgroup.procs") for folder in self.folders]

    def ran_out_of_memory(self) -> bool:
        """Tell whether the kernel ended a process of the group for want of memory."""
        with contextlib.suppress(OSError):
            for line in self.oom_file.read_text().splitlines():
                name, _, count = line.partition(" ")
                if name == "oom_kill" and count.strip() != "0":
                    return True
        return False

    def remove(self) -> None:
        """Remove the groups; their processes must have ended, which the kernel may notice a little later."""
        until = time.monotonic() + _REMOVAL_SECONDS
        for folder in self.folders:
            while True:
                try:
                    folder.rmdir()
                except FileNotFoundError:
                    break
                except OSError:
                    if time.monotonic() > until:
                        break
                    time.sleep(0.01)
                else:
                    break


def make(memory_bytes: int, processes: int, parents: Mapping[str, Path] | None = None) -> Group | None:
    """Return groups that bound a command, or None where this process may make none."""
    found = usable_parents() if parents is None else parents
    name = f"{_PREFIX}{new_id()}"
    made: list[Path] = []
    try:
        for parent in dict.fromkeys(found[controller] for controller in _NEEDED):
            _sweep(parent)
            folder = parent / name
            folder.mkdir()
            made.append(folder)
        memory, pids = (found[controller] / name for controller in _NEEDED)
        _bound_memory(memory, memory_bytes)
        (pids / "pids.max").write_text(str(processes))
    except (KeyError, OSError):
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        return None
    old = memory / "memory.oom_control"
    return Group(made, old if old.exists() else memory / "memory.events")


def _sweep(parent: Path) -> None:
    """Remove what a killed server left; a group with processes in it cannot be removed, and a new one is spared."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                folder.rmdir()


def _bound_memory(folder: Path, memory_bytes: int) -> None:
    if (folder / "memory.limit_in_bytes").exists():
        (folder / "memory.limit_in_bytes").write_text(str(memory_bytes))
        with contextlib.suppress(OSError):  # there only where the kernel accounts for swap
            (folder / "memory.memsw.limit_in_bytes").write_text(str(memory_bytes))
        return
    (folder / "memory.max").write_text(str(memory_bytes))
    with contextlib.suppress(OSError):
        (folder / "memory.swap.max").write_text("0")
    with contextlib.suppress(OSError):
        (folder / "memory.oom.group").write_text("1")


def usable_parents() -> Mapping[str, Path]:
    """Return below which folder a group for each controller can be made; a controller that cannot is left out."""
    try:
        mounts = [line.split() for line in _MOUNTS.read_text().splitlines()]
        own = [line.split(":", 2) for line in _OWN.read_text().splitlines()]
    except OSError:
        return {}
    return parents_in(
        [(Path(fields[1]), fields[2], fields[3].split(",")) for fields in mounts],
        {controllers: path for _, controllers, path in own},
    )


def parents_in(
    mounts: Sequence[tuple[Path, str, Sequence[str]]], own: Mapping[str, str]
) -> Mapping[str, Path]:
    """Find the parents from what is mounted (place, kind, options) and the groups that this process is in."""
    found: dict[str, Path] = {}
    for place, kind, options in mounts:
        if kind == "cgroup2":
            path = place / own.get("", "/").lstrip("/")
            # A group that has processes of its own cannot pass controllers on, so the search goes upwards.
            for parent in (path, *(up for up in path.parents if up.is_relative_to(place))):
                offered = _words(parent / "cgroup.subtree_control")
                if set(_NEEDED) <= offered:
                    found = dict.fromkeys(_NEEDED, parent) | found
                    break
        elif kind == "cgroup":
            for controller in set(_NEEDED) & set(options):
                mine = next((path for names, path in own.items() if controller in names.split(",")), "/")
                found[controller] = place / mine.lstrip("/")
    return found


def _words(file: Path) -> set[str]:
    try:
        return set(file.read_text().split())
    except OSError:
        return set()
