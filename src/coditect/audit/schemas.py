"""The audit as its readers see it."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from coditect.kernel.api import Page, ResponseModel
from coditect.kernel.ids import AccountId

Outcome = Literal["done", "refused"]
ActorKind = Literal["person", "key", "nobody", "installation"]
"""Who acted: a person, a program by their key, somebody who proved nothing, or the installation by itself."""
Form = Literal["csv", "jsonl"]


class AuditPersonRead(ResponseModel):
    """A person of the audit. Without `account_id` they were erased: only that it was the same one is still known."""

    id: UUID
    account_id: AccountId | None
    name: str | None
    email: str | None


class AuditEntryRead(ResponseModel):
    """One act."""

    sequence: int
    occurred_at: datetime
    action: str
    outcome: Outcome
    actor_kind: ActorKind
    actor: AuditPersonRead | None
    subject_kind: str | None
    subject: str | None
    subject_person: AuditPersonRead | None
    details: dict[str, Any]
    particulars: dict[str, Any] | None
    hash: str


class AuditPage(Page[AuditEntryRead]):
    """One page of entries, newest first."""


class AuditFilters(ResponseModel):
    """What the entries of this organization can be filtered by."""

    actions: list[str]
    people: list[AuditPersonRead]
    retention_days: int | None


class ChainRead(ResponseModel):
    """Whether the chain holds; `broken_at` is the first entry that does not fit, and `fault` says why."""

    entries: int
    last_sequence: int
    last_hash: str
    intact: bool
    broken_at: int | None
    fault: str | None
