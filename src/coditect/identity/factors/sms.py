"""The port for SMS, and the choice of its adapter."""

from typing import Protocol

from coditect.kernel.config import Settings


class SmsSender(Protocol):
    """Sends short messages."""

    async def send(self, number: str, text: str) -> None:
        """Hand a message over, or raise; the caller tries again."""


def sender_of(settings: Settings) -> SmsSender | None:
    """Return the adapter that the settings name; without one nobody can set up SMS."""
    if settings.twilio_account_sid and settings.twilio_auth_token and settings.twilio_from:
        # Its HTTP client is needed nowhere else at the start.
        from coditect.identity.factors.twilio import Twilio

        return Twilio(
            settings.twilio_url,
            settings.twilio_account_sid,
            settings.twilio_auth_token,
            settings.twilio_from,
        )
    return None
