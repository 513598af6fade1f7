"""`coditect keys …`: renewing the keys that sign tokens. For the operator, on the machine of the installation."""

import asyncio
from typing import Annotated

import typer

from coditect.cli import console
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Settings

app = typer.Typer(name="keys", help="Keys that sign tokens.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keys that sign tokens."""


@app.command()
def rotate(
    at_once: Annotated[
        bool,
        typer.Option("--at-once", help="Let no token of before count: for when a key may have become known."),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Let the next key sign, and make a new next one; a running server goes on, and nobody is signed out."""
    settings = settings_of(data_dir=data_dir)
    console.exit_on_problem(lambda: asyncio.run(_rotate(settings, at_once=at_once)))
    console.say("Running servers sign with the new keys within half a minute.")


async def _rotate(settings: Settings, *, at_once: bool) -> None:
    from coditect import identity
    from coditect.cli.database import opened

    async with opened(settings) as database:
        await identity.rotate_signing_keys(database, at_once=at_once)
