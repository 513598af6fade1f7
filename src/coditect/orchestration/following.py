"""A run as something to follow."""

from coditect import engine
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.streams import Channel, as_stored


def channel_of(organization_id: OrganizationId, run_id: RunId) -> Channel:
    """Return what happens to a run and its steps, each event named by its topic."""
    subject = engine.run_subject(run_id)
    return Channel(
        name=subject,
        subject=subject,
        organization_id=organization_id,
        translate=as_stored,
        ended=lambda stored: stored.topic == engine.RunFinished.topic,
    )
