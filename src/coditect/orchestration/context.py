"""What orchestration registers."""

from coditect.orchestration import routes
from coditect.orchestration.following import open_run

__all__ = ["routers", "subjects"]

routers = (routes.router,)
subjects = {"run": open_run}
