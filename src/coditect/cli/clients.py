"""`coditect clients …`: programs that let people sign in with their account here. For the operator."""

import asyncio
from typing import Annotated

import typer

from coditect.cli import console
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Settings

app = typer.Typer(name="clients", help="Programs that sign people in with us.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Programs that sign people in with us."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="What people read on the page that asks them.")],
    redirect_uri: Annotated[
        list[str],
        typer.Option("--redirect-uri", help="Where people are sent back to; may be given several times."),
    ],
    post_logout_uri: Annotated[
        list[str] | None, typer.Option("--post-logout-uri", help="Where they go after signing out.")
    ] = None,
    public: Annotated[
        bool,
        typer.Option("--public", help="The program can keep no secret: it runs in browsers or on phones."),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Register a program; prints its id, and its secret, which is shown now and never again."""
    settings = settings_of(data_dir=data_dir)
    client_id, secret = console.exit_on_problem(
        lambda: asyncio.run(
            _add(settings, name, redirect_uri, post_logout_uri or [], confidential=not public)
        )
    )
    console.OUT.print(f"client_id: {client_id}", highlight=False)
    if secret is not None:
        console.OUT.print(f"client_secret: {secret}", highlight=False)


async def _add(
    settings: Settings, name: str, redirect_uris: list[str], post_logout: list[str], *, confidential: bool
) -> tuple[str, str | None]:
    from coditect import identity
    from coditect.cli.database import opened
    from coditect.kernel.scope import NOBODY

    given = identity.ClientRegistration(name, redirect_uris, post_logout, confidential)
    async with opened(settings) as database, database.write(NOBODY) as session:
        return await identity.register_client(session, given)
