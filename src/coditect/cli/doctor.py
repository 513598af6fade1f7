"""`coditect doctor`: what is set up, what runs, what is not well, and how to mend it."""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from rich.markup import escape
from rich.table import Table

from coditect.cli import console
from coditect.cli.doctor_checks import database, machine, secrets, services, work
from coditect.cli.doctor_checks.finding import Check, Finding, State
from coditect.kernel.config import Settings

__all__ = ["CHECKS", "Finding", "examine", "is_well", "report", "report_json"]

LONGEST_LOOK_SECONDS = 20
_SIGNS: dict[State, str] = {"ok": "[green]✓[/]", "note": "[yellow]•[/]", "broken": "[red]✗[/]"}

CHECKS: Sequence[Check] = (*machine.CHECKS, *services.CHECKS, *database.CHECKS, *secrets.CHECKS, *work.CHECKS)


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything that this installation stands on; changes nothing."""
    found = await asyncio.gather(*(_look(check, settings) for check in CHECKS))
    return [finding for findings in found for finding in findings]


def is_well(findings: Sequence[Finding]) -> bool:
    """Tell whether nothing is broken; notes are no fault."""
    return all(finding.state != "broken" for finding in findings)


def report(findings: Sequence[Finding]) -> None:
    """Print the findings as a table."""
    table = Table(show_header=False, box=None, pad_edge=False)
    for finding in findings:
        found = escape(finding.found)
        told = f"{found}\n[dim]{escape(finding.mend)}[/]" if finding.mend else found
        table.add_row(_SIGNS[finding.state], finding.what, told)
    console.OUT.print(table)


def report_json(findings: Sequence[Finding]) -> None:
    """Print the findings for programs."""
    document = {"well": is_well(findings), "findings": [asdict(finding) for finding in findings]}
    sys.stdout.write(json.dumps(document, indent=2) + "\n")


async def _look(check: Check, settings: Settings) -> Sequence[Finding]:
    """Look once; a check that fails or hangs is a finding, and hides no other."""
    what = check.__name__.strip("_").replace("_", " ").capitalize()
    try:
        async with asyncio.timeout(LONGEST_LOOK_SECONDS):
            return await check(settings)
    except TimeoutError:
        return [
            Finding(what, "broken", f"no answer within {LONGEST_LOOK_SECONDS} s", "Look at what it asks.")
        ]
    except Exception as error:  # noqa: BLE001 - the others are still worth telling
        # The text of the error is not told: it may hold an address with a password.
        return [Finding(what, "broken", f"the look itself failed: {type(error).__name__}", "Report this.")]
