"""What lifecycle registers."""

from coditect.lifecycle import routes
from coditect.lifecycle.handlers import step_handlers

__all__ = ["routers", "step_handlers"]

routers = (routes.router,)
