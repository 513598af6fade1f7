"""`coditect tiers …`: which tier binds an organization. For the operator, on the machine of the installation."""

import asyncio
from typing import TYPE_CHECKING, Annotated, cast, get_args
from uuid import UUID

import typer
from rich.table import Table

from coditect.cli import console
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Settings

if TYPE_CHECKING:  # loaded when a command runs: other commands need not wait for them
    from coditect.kernel.db import Database
    from coditect.kernel.ids import OrganizationId
    from coditect.licensing.schemas import MeasureUsage, UsageRead
    from coditect.organizations import Tier

app = typer.Typer(
    name="tiers", help="Bind organizations to tiers, and show what they use.", no_args_is_help=True
)

Organization = Annotated[
    str, typer.Argument(help="The organization's slug or id, as GET /api/v1/me tells them.")
]
TierName = Annotated[str, typer.Argument(help="free, team, enterprise, or none: no tier binds.")]


@app.command()
def assign(organization: Organization, tier: TierName, data_dir: DataDir = None) -> None:
    """Bind an organization to the limits of a tier, effective now."""
    settings = settings_of(data_dir=data_dir)
    console.exit_on_problem(lambda: asyncio.run(_assign(settings, organization, tier)))
    console.say(f"{organization}: {'no tier binds it' if tier == 'none' else tier}.")


@app.command()
def usage(organization: Organization, data_dir: DataDir = None) -> None:
    """Show what an organization uses, and what its tier allows."""
    settings = settings_of(data_dir=data_dir)
    found = console.exit_on_problem(lambda: asyncio.run(_usage(settings, organization)))
    table = Table("Measure", "Used", "Reserved", "Limit", box=None, pad_edge=False)
    for one in found.measures:
        table.add_row(*_row(one))
    console.OUT.print(f"Tier: {found.tier or 'none'}")
    console.OUT.print(table)


def _row(one: "MeasureUsage") -> tuple[str, ...]:
    return one.measure, f"{one.used:,}", f"{one.reserved:,}", "—" if one.limit is None else f"{one.limit:,}"


async def _assign(settings: Settings, organization: str, tier: str) -> None:
    from coditect import licensing, organizations
    from coditect.cli.database import opened
    from coditect.kernel.scope import tenant

    names = get_args(organizations.Tier)
    if tier not in {*names, "none"}:
        raise ValueError(f"{tier} is no tier; choose one of {', '.join(names)}, or none.")
    async with opened(settings) as database:
        found = await _named(database, organization)
        async with database.write(tenant(found)) as session:
            if tier == "none":
                await licensing.lift_tier(session, found)
            else:
                await licensing.assign_tier(session, found, cast("Tier", tier))


async def _usage(settings: Settings, organization: str) -> "UsageRead":
    from coditect import licensing
    from coditect.cli.database import opened
    from coditect.kernel.scope import tenant

    async with opened(settings) as database:
        found = await _named(database, organization)
        async with database.read(tenant(found)) as session:
            return await licensing.usage(session, found)


async def _named(database: "Database", organization: str) -> "OrganizationId":
    """Return the organization of an id or a slug."""
    from coditect import organizations
    from coditect.kernel.ids import OrganizationId

    try:
        return OrganizationId(UUID(organization))
    except ValueError:
        found = await organizations.organization_by_slug(database, organization)
    if found is None:
        raise ValueError(f"No organization has the slug {organization}; GET /api/v1/me tells it.")
    return found
