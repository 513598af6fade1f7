"""What projects register."""

from fastapi import FastAPI

from coditect.projects import comment_routes, routes, task_routes
from coditect.projects.finding import find_projects, find_tasks, has_done_task, has_project, has_sent_tasks
from coditect.projects.following import open_project
from coditect.projects.handlers import consumers
from coditect.projects.housekeeping import chores
from coditect.projects.ports import CountWorkflows

__all__ = ["chores", "consumers", "finders", "first_steps", "routers", "subjects", "supply"]

routers = (routes.router, task_routes.router, comment_routes.router)
subjects = {"project": open_project}
finders = (find_projects, find_tasks)
first_steps = {"project": has_project, "tasks": has_sent_tasks, "task_done": has_done_task}


def supply(app: FastAPI, *, count_workflows: CountWorkflows) -> None:
    """Give projects what they need from the contexts above."""
    app.state.count_workflows = count_workflows
