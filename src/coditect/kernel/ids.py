"""Identifiers: UUIDv7 (RFC 9562), so that a primary key index grows at its end."""

from datetime import datetime
from typing import NewType
from uuid import UUID

import uuid_utils.compat

OrganizationId = NewType("OrganizationId", UUID)
AccountId = NewType("AccountId", UUID)
ProjectId = NewType("ProjectId", UUID)
RunId = NewType("RunId", UUID)


def new_id() -> UUID:
    """Return a fresh, time-ordered id."""
    return uuid_utils.compat.uuid7()


def first_id_of(moment: datetime) -> UUID:
    """Return the smallest id that can be made at `moment`: every id of before is less."""
    milliseconds = int(moment.timestamp() * 1000)
    return UUID(int=milliseconds << 80)
