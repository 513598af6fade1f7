"""What orchestration registers."""

from coditect.orchestration import routes

__all__ = ["routers"]

routers = (routes.router,)
