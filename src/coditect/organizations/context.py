"""What organizations registers."""

from coditect.organizations import routes

__all__ = ["routers"]

routers = (routes.router,)
