"""What identity registers."""

from fastapi import FastAPI

from coditect.identity import dev_mailbox, routes
from coditect.identity.handlers import consumers
from coditect.identity.registration import OnRegistered

__all__ = ["consumers", "routers", "supply"]

routers = (routes.router, dev_mailbox.router)


def supply(app: FastAPI, *, on_registered: OnRegistered) -> None:
    """Give identity what it needs from the contexts above."""
    app.state.on_registered = on_registered
