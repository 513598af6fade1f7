"""What the command says: results on standard output, everything else on standard error."""

from collections.abc import Callable
from typing import TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape
from sqlalchemy.exc import DBAPIError

from coditect.kernel.errors import Problem
from coditect.kernel.lock import DataFolderInUseError

T = TypeVar("T")

OUT = Console()
ERR = Console(stderr=True)


def say(text: str) -> None:
    """Print a line for people."""
    ERR.print(text, highlight=False, markup=False, soft_wrap=True)


def fail(text: str, code: int = 1) -> typer.Exit:
    """Print what is wrong, on one line however narrow the window, and return the exit to raise."""
    ERR.print(f"[bold red]error[/]: {escape(text)}", highlight=False, soft_wrap=True)
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
    except OSError as error:
        raise fail(_sentence(error)) from None
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        raise fail(f"The database refuses: {reason}") from None
    except (Problem, DataFolderInUseError, ValueError) as error:
        raise fail(str(error)) from None


def _sentence(error: OSError) -> str:
    if error.filename is None or error.strerror is None:
        return str(error)
    return f"{error.filename} cannot be used: {error.strerror}."
