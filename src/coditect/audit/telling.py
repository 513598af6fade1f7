"""Entries as lines of a file: CSV for people with spreadsheets, JSON Lines for programs."""

import csv
import io
import json
from collections.abc import AsyncIterator, Sequence

from coditect.audit.schemas import AuditEntryRead, Form

_COLUMNS = (
    "sequence",
    "occurred_at",
    "action",
    "outcome",
    "actor_kind",
    "actor_id",
    "actor_name",
    "actor_email",
    "subject_kind",
    "subject",
    "subject_name",
    "details",
    "address",
    "user_agent",
    "hash",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula; a name shall not be one."""


async def lines_of(batches: AsyncIterator[Sequence[AuditEntryRead]], form: Form) -> AsyncIterator[str]:
    """Yield the text of a file, batch by batch."""
    if form == "csv":
        yield _row(_COLUMNS)
    async for batch in batches:
        tell = _csv if form == "csv" else _jsonl
        yield "".join(tell(entry) for entry in batch)


def _jsonl(entry: AuditEntryRead) -> str:
    return json.dumps(entry.model_dump(mode="json"), separators=(",", ":")) + "\n"


def _csv(entry: AuditEntryRead) -> str:
    particulars = entry.particulars or {}
    actor, subject = entry.actor, entry.subject_person
    return _row(
        (
            str(entry.sequence),
            entry.occurred_at.isoformat(),
            entry.action,
            entry.outcome,
            entry.actor_kind,
            str(actor.account_id or "") if actor else "",
            (actor.name or "") if actor else "",
            (actor.email or "") if actor else "",
            entry.subject_kind or "",
            str(subject.account_id or "") if subject else entry.subject or "",
            (subject.name or "") if subject else "",
            json.dumps(entry.details, sort_keys=True) if entry.details else "",
            str(particulars.get("address", "")),
            str(particulars.get("user_agent", "")),
            entry.hash,
        )
    )


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(
        f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells
    )
    return line.getvalue()
