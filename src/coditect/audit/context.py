"""What the audit registers."""

from coditect.audit import routes
from coditect.audit.handlers import consumers

__all__ = ["consumers", "routers"]

routers = (routes.router,)
