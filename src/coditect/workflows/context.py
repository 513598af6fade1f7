"""What workflows registers."""

from coditect.workflows import routes
from coditect.workflows.handlers import step_handlers
from coditect.workflows.progress import open_workflow
from coditect.workflows.service import count_by_project

__all__ = ["count_by_project", "routers", "step_handlers", "subjects"]

routers = (routes.router,)
subjects = {"workflow": open_workflow}
