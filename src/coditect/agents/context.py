"""What agents registers."""

from coditect.agents import model_routes
from coditect.agents.finding import find_agents
from coditect.agents.routes import router

__all__ = ["finders", "routers"]

routers = (router, model_routes.router)
finders = (find_agents,)
