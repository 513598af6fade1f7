"""Options that several commands have, and the settings that they make."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coditect.cli import console
from coditect.kernel.config import Settings

DataDir = Annotated[
    Path | None, typer.Option("--data-dir", help="Folder of the database, repositories and files.")
]


def settings_of(
    *, host: str | None = None, port: int | None = None, data_dir: Path | None = None
) -> Settings:
    """Return the settings, with what a call gives above them."""
    options = {"host": host, "port": port, "data_dir": data_dir}
    given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
    return console.exit_on_problem(lambda: Settings(**given))
