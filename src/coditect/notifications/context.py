"""What notifications register."""

from coditect.notifications import routes
from coditect.notifications.handlers import consumers

__all__ = ["consumers", "routers"]

routers = (routes.router,)
