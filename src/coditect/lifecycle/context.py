"""What lifecycle registers."""

from fastapi import FastAPI

from coditect.lifecycle import routes
from coditect.lifecycle.erasure import Erasers, erase_account_data
from coditect.lifecycle.handlers import step_handlers

__all__ = ["erase_account_data", "routers", "step_handlers", "supply"]

routers = (routes.router, routes.leaving)


def supply(app: FastAPI, *, erasers: Erasers) -> None:
    """Give lifecycle the other contexts' parts of erasing a person."""
    app.state.erasers = erasers
