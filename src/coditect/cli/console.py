"""What the command says: results on standard output, everything else on standard error."""

from collections.abc import Callable
from typing import TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console

from coditect.kernel.errors import Problem
from coditect.kernel.lock import DataFolderInUseError

T = TypeVar("T")

OUT = Console()
ERR = Console(stderr=True)


def say(text: str) -> None:
    """Print a line for people."""
    ERR.print(text, highlight=False, markup=False)


def fail(text: str, code: int = 1) -> typer.Exit:
    """Print what is wrong and return the exit to raise."""
    ERR.print(f"[bold red]error[/]: {_plain(text)}", highlight=False)
    return typer.Exit(code)


def exit_on_problem(action: Callable[[], T]) -> T:
    """Return what `action` returns; errors that a person can mend become one line and exit code 1."""
    try:
        return action()
    except ValidationError as error:
        lines = [
            f"CODITECT_{'_'.join(str(part) for part in item['loc']).upper()}: {item['msg']}"
            for item in error.errors()
        ]
        raise fail("The settings are not valid. " + " ".join(lines)) from None
    except (Problem, DataFolderInUseError, OSError, ValueError) as error:
        raise fail(str(error)) from None


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
