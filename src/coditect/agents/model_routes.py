"""An organization's own model over HTTP; its key goes in and never comes out."""

from fastapi import APIRouter, Request

from coditect.agents import own_model
from coditect.agents.schemas import ModelSettingsRead, ModelSettingsWrite, ModelTrial
from coditect.kernel.api import problems
from coditect.kernel.platform import platform_of
from coditect.organizations import OrganizationReader, OrganizationWriter, ReadSession, WriteSession

router = APIRouter(prefix="/model-settings", tags=["agents"])


@router.get("")
async def read_model_settings(
    request: Request, member: OrganizationReader, session: ReadSession
) -> ModelSettingsRead:
    """Which model answers for the active organization."""
    return await own_model.read(platform_of(request), session, member.organization_id)


@router.put("")
async def write_model_settings(
    given: ModelSettingsWrite, request: Request, member: OrganizationWriter, session: WriteSession
) -> ModelSettingsRead:
    """Let the organization's agents use a model of its own."""
    platform = platform_of(request)
    await own_model.write(platform, session, member.organization_id, given)
    return await own_model.read(platform, session, member.organization_id)


@router.delete("")
async def remove_model_settings(
    request: Request, member: OrganizationWriter, session: WriteSession
) -> ModelSettingsRead:
    """Let the installation's model, or the built-in rules, answer again; deletes the key."""
    platform = platform_of(request)
    await own_model.remove(platform, session, member.organization_id)
    return await own_model.read(platform, session, member.organization_id)


@router.post("/test", responses=problems(429))
async def test_model_settings(
    given: ModelSettingsWrite, request: Request, member: OrganizationWriter
) -> ModelTrial:
    """Put one small question to a model and tell how it went, before or after it is set."""
    return await own_model.trial(platform_of(request), member.organization_id, given)
