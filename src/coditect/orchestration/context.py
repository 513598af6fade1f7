"""What orchestration registers."""

from fastapi import FastAPI

from coditect.orchestration import routes
from coditect.orchestration.about import DescribeRuns
from coditect.orchestration.finding import find_runs
from coditect.orchestration.following import open_run

__all__ = ["finders", "routers", "subjects", "supply"]

routers = (routes.router,)
subjects = {"run": open_run}
finders = (find_runs,)


def supply(app: FastAPI, *, describe_runs: DescribeRuns) -> None:
    """Give orchestration what it needs from the contexts above."""
    app.state.describe_runs = describe_runs
