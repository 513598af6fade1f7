"""What organizations registers."""

from collections.abc import Mapping

from fastapi import FastAPI

from coditect.organizations import routes, stream_routes
from coditect.organizations.subjects import OpenSubject, open_account, open_organization

__all__ = ["routers", "subjects", "supply"]

routers = (routes.router, stream_routes.router)
subjects: Mapping[str, OpenSubject] = {"account": open_account, "organization": open_organization}


def supply(app: FastAPI, *, subject_kinds: Mapping[str, OpenSubject]) -> None:
    """Give organizations what can be followed, of all contexts."""
    app.state.subject_kinds = subject_kinds
