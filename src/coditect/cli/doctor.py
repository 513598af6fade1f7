"""`coditect doctor`: what is set up, what is not, and how to mend it."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from rich.markup import escape
from rich.table import Table

from coditect import agents
from coditect.cli import console
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url
from coditect.kernel.errors import Problem
from coditect.kernel.migrate import DatabaseUnusable, current_revision, head_revision, known_revisions

State = Literal["ok", "note", "broken"]
_SIGNS: dict[State, str] = {"ok": "[green]✓[/]", "note": "[yellow]•[/]", "broken": "[red]✗[/]"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do about it."""

    what: str
    state: State
    found: str
    mend: str = ""


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything that this installation stands on; changes nothing."""
    return [
        _names(os.environ),
        _data_folder(settings.data_dir),
        await _database(settings.resolved_database_url),
        _pages(),
        _program("git", "broken", "Projects have git repositories: install git."),
        _program("bwrap", "note", "Agents' shell needs bubblewrap; without it that tool is refused."),
        _model(settings),
        _mail(settings),
    ]


def report(findings: list[Finding]) -> None:
    """Print the findings as a table."""
    table = Table(show_header=False, box=None, pad_edge=False)
    for finding in findings:
        found = escape(finding.found)
        told = f"{found}\n[dim]{escape(finding.mend)}[/]" if finding.mend else found
        table.add_row(_SIGNS[finding.state], finding.what, told)
    console.OUT.print(table)


def _names(environment: Mapping[str, str]) -> Finding:
    known = {f"CODITECT_{name.upper()}" for name in Settings.model_fields}
    strange = sorted(name for name in environment if name.startswith("CODITECT_") and name not in known)
    if strange:
        mend = "Nothing reads them; docs/guides/settings.md lists the names that count."
        return Finding("Settings", "note", f"unknown: {', '.join(strange)}", mend)
    return Finding("Settings", "ok", "every name is known")


def _data_folder(folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        mend = "Choose a folder that you may write to, by --data-dir or CODITECT_DATA_DIR."
        return Finding("Data folder", "broken", f"{folder} cannot be written", mend)
    return Finding("Data folder", "ok", str(folder))


async def _database(address: str) -> Finding:
    try:
        url = async_url(address)
    except ValueError as error:
        return Finding("Database", "broken", "no usable address", str(error))
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[url.get_backend_name()]
    mend = (
        "`coditect serve` brings it to this version's schema at its start; `coditect migrate` does only that."
    )
    if kind == "SQLite" and not os.path.exists(url.database or ""):  # noqa: ASYNC240, PTH110 - one look at a local file
        return Finding("Database", "note", f"{kind}, not made yet", mend)
    try:
        revision = await current_revision(address)
    except DatabaseUnusable as problem:
        return Finding("Database", "broken", f"{kind} does not answer", problem.detail)
    if revision is not None and revision not in known_revisions():
        mend = "Install the version that made it, or restore a backup from before it."
        return Finding("Database", "broken", f"{kind} at revision {revision}, of a newer version", mend)
    if revision == head_revision():
        return Finding("Database", "ok", f"{kind} at revision {revision}")
    return Finding("Database", "note", f"{kind} at revision {revision}, behind this version", mend)


def _pages() -> Finding:
    if (Path(str(files("coditect"))) / "web" / "index.html").is_file():
        return Finding("Pages", "ok", "built")
    return Finding("Pages", "broken", "not built", "Run `make setup` in the source folder.")


def _program(name: str, missing: State, mend: str) -> Finding:
    path = shutil.which(name)
    return Finding(name, "ok", path) if path else Finding(name, missing, "not found", mend)


def _model(settings: Settings) -> Finding:
    try:
        model = agents.configured(settings)
    except Problem as problem:
        return Finding("Model", "broken", problem.title, problem.detail)
    if model is None:
        mend = "Set CODITECT_MODEL and its key to let a model answer."
        return Finding("Model", "note", "none; analysts use the built-in rule engine", mend)
    return Finding("Model", "ok", f"{model.provider}:{model.name}")


def _mail(settings: Settings) -> Finding:
    if settings.smtp_url is None:
        mend = "Set CODITECT_SMTP_URL to send real mails."
        return Finding("Mail", "note", f"development mailbox in {settings.data_dir / 'mailbox'}", mend)
    return Finding("Mail", "ok", "SMTP")
