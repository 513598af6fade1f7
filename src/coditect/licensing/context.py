"""What licensing registers."""

from coditect.licensing import routes
from coditect.licensing.counting import SqlEntitlements

__all__ = ["SqlEntitlements", "routers"]

routers = (routes.router,)
