"""What a run's step worked by stays readable when the agent changes later."""

import hashlib
from dataclasses import replace

import pytest

from coditect import agents, framework
from coditect.agents.errors import AgentNotFound
from coditect.agents.used import reference_of
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.fixtures.platforms import new_organization, platform

__all__ = ["platform"]


async def test_an_old_reference_shows_the_old_text(platform: Platform) -> None:
    """Fails when a run keeps only the name of its agent: the text of today would be shown for it."""
    ours, theirs = new_organization(), new_organization()
    before = framework.agent("workflow-analyzer")
    text = before.text + "\nOne more rule.\n"
    after = replace(before, text=text, digest=hashlib.sha256(text.encode()).hexdigest())
    references = []
    for agent in (before, after, before):
        async with platform.database.write(tenant(ours)) as session:
            references.append(await agents.keep_used(session, ours, agent))
    assert references[0] == references[2] != references[1]
    async with platform.database.read(tenant(ours)) as session:
        assert (await agents.read_used(session, references[0])).text == before.text
        assert (await agents.read_used(session, references[1])).text == after.text
    async with platform.database.read(tenant(theirs)) as session:
        with pytest.raises(AgentNotFound):
            await agents.read_used(session, references[0])


@pytest.mark.parametrize("publisher", [None, "acme"])
def test_a_reference_reads_back(publisher: str | None) -> None:
    agent = framework.agent("workflow-analyzer")
    read = framework.parse_reference(reference_of(agent, publisher))
    assert (read.publisher, read.name, read.version) == (publisher, agent.name, f"sha256:{agent.digest}")
