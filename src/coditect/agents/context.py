"""What agents registers."""

from coditect.agents.routes import router

__all__ = ["routers"]

routers = (router,)
