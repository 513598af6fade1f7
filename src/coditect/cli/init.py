"""`coditect init`, `update` and `remove`: the library in a repository of yours."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.syntax import Syntax
from rich.text import Text

from coditect import framework
from coditect.cli import console
from coditect.framework import repository

T = TypeVar("T")

Folder = Annotated[Path, typer.Argument(help="The repository; the current folder when left out.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask; files that you have changed still stay.")]


def init(
    folder: Folder = Path(),
    agents: Annotated[str | None, typer.Option("--agents", help="Only these, separated by commas.")] = None,
    all_agents: Annotated[bool, typer.Option("--all", help="Every agent of the library.")] = False,
    yes: Yes = False,
) -> None:
    """Put the library into a repository: .coditect, and .claude as a link to it. Overwrites nothing.

    Run again, it restores what is missing, adds what is asked for and changes nothing else.
    """
    if agents is not None and all_agents:
        raise console.fail("Give either --agents or --all.", 2)
    chosen = _names(agents) if agents is not None else None
    if chosen is None and not all_agents and not yes and sys.stdin.isatty():
        chosen = _ask()
    done = _mending(lambda: repository.install(folder, chosen, all_agents=all_agents))
    _list("added", done.added)
    _list("changed by you, kept", done.kept)
    _list("older than the library; `coditect update` shows the difference", done.older)
    for note in done.notes:
        console.say(f"note: {note}")
    console.say(f"{done.root}: {'the library is in place' if done.added else 'nothing to do'}.")


def update(folder: Folder = Path(), yes: Yes = False) -> None:
    """Show what the library of this version would change in a repository, and ask before changing it."""
    found = _mending(lambda: repository.changes(folder))
    for change in found:
        console.OUT.print(Syntax(change.diff(), "diff", background_color="default", word_wrap=True))
    plain = [change for change in found if change.kind != "conflict"]
    conflicts = [change for change in found if change.kind == "conflict"]
    agreed = plain if plain and (yes or typer.confirm(f"Make these {len(plain)} changes?", err=True)) else []
    if not yes:
        agreed = agreed + [change for change in conflicts if _confirm_overwrite(change)]
    _mending(lambda: repository.apply(folder, agreed))
    _list("updated", [change.name for change in agreed])
    _list("changed by you, kept", [change.name for change in conflicts if change not in agreed])
    if not found:
        console.say("Everything is as in the library.")


def remove(folder: Folder = Path(), yes: Yes = False) -> None:
    """Take the library out of a repository; what you have changed or added stays."""
    if not yes:
        typer.confirm(
            f"Remove the unchanged files of the library from {folder.resolve()}?", abort=True, err=True
        )
    done = _mending(lambda: repository.remove(folder))
    _list("removed", done.removed)
    _list("changed by you, kept", done.kept)
    console.say(f"{done.root}: the library is gone.")


def _confirm_overwrite(change: repository.Change) -> bool:
    return typer.confirm(
        f"You have changed {change.name}. Overwrite it with the library's?", default=False, err=True
    )


def _ask() -> list[str] | None:
    library = framework.load_library().agents
    answer = typer.prompt(
        f"Which agents? Names separated by commas, or `all` ({len(library)})", default="all", err=True
    )
    return None if answer.strip() == "all" else _names(answer)


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise console.fail("No agent is named. `coditect agents list` shows all.", 2)
    return names


def _list(title: str, names: Sequence[str]) -> None:
    if names:
        console.say(f"{title}:")
    for name in names:
        console.OUT.print(Text(f"  {name}"), soft_wrap=True)


def _mending(action: Callable[[], T]) -> T:
    try:
        return action()
    except (repository.RepositoryRefused, OSError) as error:
        raise console.fail(str(error)) from None
