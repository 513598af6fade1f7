"""What agents registers."""

from coditect.agents import model_routes
from coditect.agents.routes import router

__all__ = ["routers"]

routers = (router, model_routes.router)
