"""`coditect audit …`: does the audit hold? For the operator, on the machine of the installation."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from coditect.cli import console
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Settings

if TYPE_CHECKING:  # loaded when a command runs: other commands need not wait for it
    from coditect.audit import Chain

app = typer.Typer(name="audit", help="The audit, insert-only and chained by hashes.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """The audit, insert-only and chained by hashes."""


@app.command()
def verify(
    organization: Annotated[
        UUID | None, typer.Option(help="Verify the chain of one organization alone, by its id.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Hash every entry anew; name the first broken link of each chain, and end with 1 if there is one."""
    settings = settings_of(data_dir=data_dir)
    chains = console.exit_on_problem(lambda: asyncio.run(_verify(settings, organization)))
    for chain in chains:
        console.OUT.print(_line(chain), highlight=False, markup=False, soft_wrap=True)
    broken = sum(chain.broken_at is not None for chain in chains)
    if broken:
        raise console.fail(f"{broken} of {len(chains)} chains are broken.")
    console.say(f"{len(chains)} chains hold.")


def _line(chain: "Chain") -> str:
    if chain.broken_at is not None:
        return f"{chain.organization_id}  BROKEN at entry {chain.broken_at}: {chain.fault}"
    # The last hash, kept elsewhere, shows later that nobody wrote the whole chain anew.
    return f"{chain.organization_id}  holds, {chain.entries} entries up to {chain.last_sequence}, {chain.last_hash.hex()}"


async def _verify(settings: Settings, organization: UUID | None) -> "Sequence[Chain]":
    from coditect import audit
    from coditect.cli.database import opened

    async with opened(settings) as database:
        return await audit.verify_chains(database, organization)
