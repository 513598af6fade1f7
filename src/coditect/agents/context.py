"""What agents registers."""

from coditect.agents import routes

__all__ = ["routers"]

routers = (routes.router,)
