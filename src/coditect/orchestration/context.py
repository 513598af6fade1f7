"""What orchestration registers."""

from coditect.orchestration import routes
from coditect.orchestration.finding import find_runs
from coditect.orchestration.following import open_run

__all__ = ["finders", "routers", "subjects"]

routers = (routes.router,)
subjects = {"run": open_run}
finders = (find_runs,)
