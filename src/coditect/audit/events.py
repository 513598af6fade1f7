"""What the audit states."""

from dataclasses import dataclass

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId


@dataclass(frozen=True, kw_only=True)
class AuditExported(Event, topic="audit.exported"):
    """A member took a copy of the audit along."""

    account_id: AccountId
    form: str
