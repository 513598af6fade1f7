"""What workflows registers."""

from coditect.workflows import routes
from coditect.workflows.editing import routes as editing_routes
from coditect.workflows.finding import find_workflows, has_analysis, workflow_of_run
from coditect.workflows.handlers import step_handlers
from coditect.workflows.housekeeping import chores
from coditect.workflows.progress import open_workflow
from coditect.workflows.runs import describe_runs
from coditect.workflows.service import count_by_project
from coditect.workflows.uploads import routes as upload_routes

__all__ = [
    "chores",
    "count_by_project",
    "describe_runs",
    "finders",
    "first_steps",
    "routers",
    "step_handlers",
    "subjects",
    "workflow_of_run",
]

routers = (upload_routes.router, routes.router, editing_routes.router)
subjects = {"workflow": open_workflow}
finders = (find_workflows,)
first_steps = {"analysis": has_analysis}
