"""Which models answer for an agent: its own binding first, then those of everybody."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.own_model import model_of, names_model
from coditect.agents.providers import ModelSettings, bound, configured_chain
from coditect.framework import Agent
from coditect.kernel.config import Settings
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform

_INHERIT = "inherit"


async def models_of(
    platform: Platform, session: AsyncSession, organization_id: OrganizationId, agent: Agent
) -> Sequence[ModelSettings]:
    """Return the models to ask for an agent of an organization, in order; none where rules shall do the work.

    An organization with a model of its own uses that alone: neither its work nor the cost goes elsewhere.
    """
    if await names_model(session, organization_id):
        own = await model_of(platform, session, organization_id)
        return [own] if own else []
    return installed_models(platform.settings, agent)


def installed_models(settings: Settings, agent: Agent) -> Sequence[ModelSettings]:
    """Return the installation's models for an agent: bound to it, or to the model that its text names, then the rest.

    A full model name in the agent's text is tried with the provider of the first model.
    """
    chain = configured_chain(settings)
    named = agent.model if agent.model not in {None, _INHERIT} else None
    first = bound(settings, agent.name, *([named] if named else ()))
    if not first and named and "-" in named and chain:
        first = (replace(chain[0], name=named),)
    return list(dict.fromkeys([*first, *chain]))
