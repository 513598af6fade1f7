"""`coditect secrets …`: replacing the keys that encrypt what organizations keep secret."""

import asyncio
from typing import Annotated

import typer

from coditect.cli import console
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Settings

app = typer.Typer(name="secrets", help="Keys of stored secrets.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keys of stored secrets."""


@app.command()
def rotate(
    data_keys: Annotated[
        bool,
        typer.Option("--data-keys", help="Renew each organization's key too, and encrypt its secrets anew."),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Wrap every organization's key by a new key; a running server goes on.

    Where CODITECT_SECRETS_KEY holds the keys, put a new one first in it before, restart the servers, and take the old
    one away after.
    """
    settings = settings_of(data_dir=data_dir)
    rewrapped, renewed = console.exit_on_problem(lambda: asyncio.run(_rotate(settings, data_keys=data_keys)))
    console.say(f"Keys wrapped anew: {rewrapped}. Secrets encrypted anew: {renewed}.")


async def _rotate(settings: Settings, *, data_keys: bool) -> tuple[int, int]:
    from coditect.cli.database import opened
    from coditect.kernel import secrets

    ours = secrets.Secrets(settings)
    if ours.keys.is_in_file:
        ours.keys.renew()
    async with opened(settings) as database:
        return await secrets.rotate(database, ours, data_keys=data_keys)
