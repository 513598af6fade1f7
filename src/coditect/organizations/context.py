"""What organizations registers."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from fastapi import FastAPI

from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.organizations import (
    api_key_routes,
    finding,
    first_steps,
    member_routes,
    routes,
    stream_routes,
    switch_routes,
)
from coditect.organizations.custom_roles import routes as custom_role_routes
from coditect.organizations.domains import joining
from coditect.organizations.domains import routes as domain_routes
from coditect.organizations.finding import Find
from coditect.organizations.first_steps import IsDone
from coditect.organizations.invitations import mailing
from coditect.organizations.invitations import routes as invitation_routes
from coditect.organizations.subjects import OpenSubject, open_account, open_organization
from coditect.organizations.teams import routes as team_routes

__all__ = ["consumers", "routers", "subjects", "supply"]

routers = (
    routes.router,
    switch_routes.router,
    member_routes.router,
    invitation_routes.public_router,
    invitation_routes.router,
    team_routes.router,
    custom_role_routes.router,
    domain_routes.router,
    api_key_routes.router,
    stream_routes.router,
    finding.router,
    first_steps.router,
)
subjects: Mapping[str, OpenSubject] = {"account": open_account, "organization": open_organization}


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what organizations does about events."""
    return (*mailing.consumers(platform), *joining.consumers(platform))


def supply(
    app: FastAPI,
    *,
    subject_kinds: Mapping[str, OpenSubject],
    finders: Sequence[Find] = (),
    steps: Mapping[str, IsDone] = MappingProxyType({}),
) -> None:
    """Give organizations what can be followed, found and ticked off, of all contexts."""
    app.state.subject_kinds = subject_kinds
    app.state.finders = finders
    app.state.first_steps = steps
