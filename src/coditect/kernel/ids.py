"""Identifiers: UUIDv7 (RFC 9562), so that a primary key index grows at its end."""

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
