"""What projects do about events: a repository whose maker died is made after all."""

from collections.abc import Sequence
from contextlib import suppress

from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.projects.errors import ProjectNotFound
from coditect.projects.events import ProjectCreated
from coditect.projects.repositories import ensure_repository


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what projects do about events."""

    async def make_repository(event: ProjectCreated) -> None:
        assert event.organization_id is not None
        with suppress(ProjectNotFound):
            await ensure_repository(platform, event.organization_id, event.project_id)

    return (Consumer("projects.make_repository", ProjectCreated, make_repository),)
