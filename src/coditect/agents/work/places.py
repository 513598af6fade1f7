"""Where agents work: a folder to change, and what becomes of the changes afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from anyio import to_thread
from pydantic import BaseModel

from coditect.agents.work.given import AgentTask
from coditect.agents.work.journal import Work


class PlaceRecord(BaseModel):
    """What is remembered of a place.

    In a project: the branch of the agent run, the commit `base` that it began with, its last commit `head`, and the commit
    that brought it to `target`. `conflicts` are files that others changed too; the branch then waits for a person.
    """

    kind: Literal["folder", "worktree"]
    path: str
    branch: str | None = None
    base: str | None = None
    target: str = ""
    head: str | None = None
    merged: str | None = None
    conflicts: list[str] = []


@dataclass(frozen=True)
class Place:
    """An open place: `root` is what the agent sees, `scratch` is for what is no part of it."""

    root: Path
    scratch: Path
    record: PlaceRecord
    repository: Path | None = None


class Places(Protocol):
    """Gives each agent run its place; the same one again when it goes on."""

    async def open(self, work: Work, given: AgentTask) -> Place:
        """Return the place of an agent run."""

    async def hand_on(self, place: Place) -> None:
        """Make what has changed so far visible to those who are handed work."""

    async def close(self, place: Place, summary: str) -> PlaceRecord:
        """Bring the changes to where the work came from, or tell which files are in conflict."""


@dataclass(frozen=True)
class FolderPlaces:
    """One folder for all: changes are made where they are seen at once."""

    folder: Path
    state: Path

    async def open(self, work: Work, given: AgentTask) -> Place:
        """Return the folder itself."""
        del given
        scratch = self.state / "scratch" / str(work.id)
        await to_thread.run_sync(lambda: scratch.mkdir(parents=True, exist_ok=True))
        return Place(self.folder, scratch, PlaceRecord(kind="folder", path=str(self.folder)))

    async def hand_on(self, place: Place) -> None:
        """Do nothing: all see the same files."""

    async def close(self, place: Place, summary: str) -> PlaceRecord:
        """Leave the changes where they are."""
        del summary
        return place.record


def changed_files(changes: Sequence[Sequence[dict[str, object]]]) -> list[str]:
    """Return the files that calls changed, each once, in the order of the first change; not what was taken back."""
    standing = (change for each in changes for change in each if not change.get("undone_at"))
    return list(dict.fromkeys(str(change["path"]) for change in standing))
