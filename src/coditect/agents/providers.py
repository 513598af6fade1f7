"""Which model answers: its provider, name, address and key. Nothing here imports a model library."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from coditect.agents.errors import ModelMisconfigured
from coditect.kernel.config import Settings

Provider = Literal["anthropic", "openai"]


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A model and how patient to be with it; `openai` stands for every API compatible with OpenAI's."""

    provider: Provider
    name: str
    api_key: str | None = field(default=None, repr=False)
    base_url: str | None = None
    timeout: float = 120
    """Seconds that one try may take."""
    retries: int = 2
    """Further tries after a rate limit, an overload or a failure of the provider."""
    backoff: float = 1
    """Seconds before the first further try when the provider names none; doubles each time."""
    longest_wait: float = 30
    """A provider that asks to wait longer than this is reported as busy at once."""


def configured(settings: Settings) -> ModelSettings | None:
    """Return the model that the installation is set up with, or None when the rule engine shall answer."""
    models = configured_chain(settings)
    return models[0] if models else None


def configured_chain(settings: Settings) -> tuple[ModelSettings, ...]:
    """Return the models that the installation is set up with, the one to ask first before those to fall back on."""
    names = [name.strip() for name in (settings.model or "").split(",") if name.strip()]
    return tuple(model_named(settings, name, "CODITECT_MODEL") for name in names)


def bound(settings: Settings, *keys: str) -> tuple[ModelSettings, ...]:
    """Return the models that are set for the first of `keys` that any are set for: agents, or aliases of models."""
    bindings: dict[str, list[str]] = {}
    for part in (settings.agent_models or "").split(","):
        key, _, names = part.partition("=")
        bindings[key.strip()] = [name.strip() for name in names.split()]
    found = next((bindings[key] for key in keys if bindings.get(key)), [])
    return tuple(model_named(settings, name, "CODITECT_AGENT_MODELS") for name in found)


def model_named(settings: Settings, text: str, setting: str) -> ModelSettings:
    """Return the model that a setting names as `provider:name`, with the key and address of its provider."""
    provider, _, name = text.partition(":")
    if provider not in get_args(Provider) or not name.strip():
        raise ModelMisconfigured(f"{setting} names {text!r}. Write `anthropic:NAME` or `openai:NAME`.")
    if provider == "anthropic":
        key, base_url = settings.anthropic_api_key, settings.anthropic_base_url
        if key is None:
            raise ModelMisconfigured(
                f"{setting} names an Anthropic model; set CODITECT_ANTHROPIC_API_KEY too."
            )
    else:
        key, base_url = settings.openai_api_key, settings.openai_base_url
        if key is None and base_url is None:
            raise ModelMisconfigured(
                f"{setting} names an OpenAI-compatible model; set CODITECT_OPENAI_API_KEY, "
                "or CODITECT_OPENAI_BASE_URL for a local server that needs no key."
            )
    return ModelSettings(
        provider="anthropic" if provider == "anthropic" else "openai",
        name=name.strip(),
        api_key=key.get_secret_value() if key else None,
        base_url=base_url,
        timeout=settings.model_timeout_seconds,
    )
