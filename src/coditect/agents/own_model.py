"""The model of an organization: its own where it named one, else the installation's."""

import time
from urllib.parse import urlsplit

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.errors import ModelMisconfigured, ModelProblem, ModelSettingsInvalid
from coditect.agents.models import OwnModel
from coditect.agents.providers import ModelSettings, configured
from coditect.agents.runner import probe
from coditect.agents.schemas import ModelSettingsRead, ModelSettingsWrite, ModelTrial
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.errors import FieldError
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.rates import Rate, hit
from coditect.kernel.scope import tenant

KEY_NAME = "agents.model_api_key"
TRIALS = Rate(20, 600)


async def model_of(
    platform: Platform, session: AsyncSession, organization_id: OrganizationId
) -> ModelSettings | None:
    """Return the model that answers for the organization, or None when the rule engine shall."""
    own = await session.get(OwnModel, organization_id)
    if own is None:
        return configured(platform.settings)
    key = await platform.secrets.get(session, organization_id, KEY_NAME)
    if key is None and own.base_url is None:
        raise ModelMisconfigured("The organization's model settings have no key; an admin can give it again.")
    return ModelSettings(
        provider=own.provider,
        name=own.name,
        api_key=key.get_secret_value() if key else None,
        base_url=own.base_url,
        timeout=platform.settings.model_timeout_seconds,
    )


async def names_model(session: AsyncSession, organization_id: OrganizationId) -> bool:
    """Tell whether the organization named a model of its own."""
    return await session.get(OwnModel, organization_id) is not None


async def has_model(platform: Platform, session: AsyncSession, organization_id: OrganizationId) -> bool:
    """Tell whether a model answers for the organization."""
    return platform.settings.model is not None or await names_model(session, organization_id)


async def read(
    platform: Platform, session: AsyncSession, organization_id: OrganizationId
) -> ModelSettingsRead:
    """Return what answers for the organization, without its key."""
    own = await session.get(OwnModel, organization_id)
    if own is not None:
        key = await platform.secrets.get(session, organization_id, KEY_NAME)
        return ModelSettingsRead(
            source="organization",
            provider=own.provider,
            model=own.name,
            base_url=own.base_url,
            has_key=key is not None,
        )
    # The installation's own address and key are its operator's business.
    model = configured(platform.settings)
    return ModelSettingsRead(
        source="installation" if model else "rules",
        provider=model.provider if model else None,
        model=model.name if model else None,
        base_url=None,
        has_key=False,
    )


async def write(
    platform: Platform, session: AsyncSession, organization_id: OrganizationId, given: ModelSettingsWrite
) -> None:
    """Let the organization's agents use its own model; without a new key, the one it gave before stays."""
    _check_address(platform.settings, given.base_url)
    before = await session.get(OwnModel, organization_id)
    same_place = before is not None and (before.provider, before.base_url) == (given.provider, given.base_url)
    if given.api_key is not None:
        await platform.secrets.put(session, organization_id, KEY_NAME, given.api_key)
    elif not same_place:
        # A key goes only where it was given for.
        await platform.secrets.delete(session, organization_id, KEY_NAME)
        if given.base_url is None:
            raise _invalid("api_key", "Give the key of the provider.")
    await session.merge(
        OwnModel(
            organization_id=organization_id,
            provider=given.provider,
            name=given.model,
            base_url=given.base_url,
            updated_at=utc_now(),
        )
    )


async def remove(platform: Platform, session: AsyncSession, organization_id: OrganizationId) -> None:
    """Let the installation's model, or the rule engine, answer again; the key is deleted."""
    await platform.secrets.delete(session, organization_id, KEY_NAME)
    await session.execute(delete(OwnModel).where(OwnModel.organization_id == organization_id))


async def trial(platform: Platform, organization_id: OrganizationId, given: ModelSettingsWrite) -> ModelTrial:
    """Put one small question to the model as it would be set, and tell how it went; stores nothing."""
    await hit(platform.cache, f"model-trial:{organization_id}", TRIALS)
    _check_address(platform.settings, given.base_url)
    key = given.api_key.get_secret_value() if given.api_key else None
    if key is None:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            key = await _key_given_before(platform, session, organization_id, given)
    if key is None and given.base_url is None:
        raise _invalid("api_key", "Give the key of the provider.")
    settings = ModelSettings(
        provider=given.provider,
        name=given.model,
        api_key=key,
        base_url=given.base_url,
        timeout=platform.settings.model_timeout_seconds,
    )
    began = time.monotonic()
    try:
        answer = await probe(settings)
    except ModelProblem as problem:
        return _tried(began, ok=False, model=None, code=problem.code, message=problem.detail)
    return _tried(began, ok=True, model=answer.model, code=None, message=None)


def _tried(began: float, *, ok: bool, model: str | None, code: str | None, message: str | None) -> ModelTrial:
    milliseconds = round((time.monotonic() - began) * 1000)
    return ModelTrial(ok=ok, model=model, milliseconds=milliseconds, code=code, message=message)


async def _key_given_before(
    platform: Platform, session: AsyncSession, organization_id: OrganizationId, given: ModelSettingsWrite
) -> str | None:
    """Return the stored key if it was given for the same provider and address: it goes nowhere else."""
    before = await session.get(OwnModel, organization_id)
    if before is None or (before.provider, before.base_url) != (given.provider, given.base_url):
        return None
    key = await platform.secrets.get(session, organization_id, KEY_NAME)
    return key.get_secret_value() if key else None


def _check_address(settings: Settings, address: str | None) -> None:
    """Refuse an address that the operator did not allow: the server would reach into its own network for anybody."""
    if address is None:
        return
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise _invalid("base_url", "Write http:// or https://, a host and maybe a path, without a password.")
    if parts.netloc.lower() not in settings.allowed_model_hosts:
        raise _invalid(
            "base_url",
            f"{parts.netloc} is not among the hosts that this installation allows; its operator can add it to"
            " CODITECT_MODEL_HOSTS.",
        )


def _invalid(field: str, why: str) -> ModelSettingsInvalid:
    return ModelSettingsInvalid(why, fields=(FieldError(field, why),))
