"""The form of an entry that its hash is made of: canonical JSON, no personal data, continued from the one before."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

GENESIS = bytes(32)
"""What the first entry of a chain continues."""
_SALT_BYTES = 16


class Chained(Protocol):
    """What of an entry is in its hash."""

    @property
    def organization_id(self) -> UUID: ...
    @property
    def sequence(self) -> int: ...
    @property
    def event_id(self) -> UUID: ...
    @property
    def occurred_at(self) -> datetime: ...
    @property
    def action(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def actor_kind(self) -> str: ...
    @property
    def actor(self) -> UUID | None: ...
    @property
    def subject_kind(self) -> str | None: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def subject_person(self) -> UUID | None: ...
    @property
    def details(self) -> dict[str, Any]: ...
    @property
    def particulars_digest(self) -> bytes | None: ...


def hash_of(entry: Chained, previous: bytes) -> bytes:
    """Return the SHA-256 of an entry and the hash that it continues."""
    form = {
        "organization_id": str(entry.organization_id),
        "sequence": entry.sequence,
        "event_id": str(entry.event_id),
        "occurred_at": entry.occurred_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "action": entry.action,
        "outcome": entry.outcome,
        "actor_kind": entry.actor_kind,
        "actor": None if entry.actor is None else str(entry.actor),
        "subject_kind": entry.subject_kind,
        "subject": entry.subject,
        "subject_person": None if entry.subject_person is None else str(entry.subject_person),
        "details": entry.details,
        "particulars_digest": entry.particulars_digest.hex() if entry.particulars_digest else None,
    }
    return hashlib.sha256(previous + _canonical(form)).digest()


def new_salt() -> bytes:
    """Return what keeps a digest from being guessed: addresses are few, and names known."""
    return secrets.token_bytes(_SALT_BYTES)


def digest_of(salt: bytes, particulars: Mapping[str, Any]) -> bytes:
    """Return what an entry keeps of its particulars."""
    return hashlib.sha256(salt + _canonical(particulars)).digest()


def _canonical(form: Mapping[str, Any]) -> bytes:
    return json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
