"""What notifications state."""

from dataclasses import dataclass

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId


@dataclass(frozen=True, kw_only=True)
class NotificationsChanged(Event, topic="notifications.changed"):
    """A person's notifications grew, or some were read."""

    account_id: AccountId
    unread: int

    @property
    def subject(self) -> str:
        return f"account:{self.account_id}"
