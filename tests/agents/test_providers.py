"""Which model the settings mean, and what is said when they mean none."""

import subprocess
import sys

import pytest
from pydantic import SecretStr

from coditect.agents import ModelMisconfigured, ModelSettings, configured
from coditect.kernel.config import Settings

KEY = SecretStr("sk-secret")


def test_without_a_model_the_rules_answer() -> None:
    assert configured(Settings(model=None)) is None
    assert configured(Settings(model="")) is None


def test_the_named_provider_gives_key_and_address() -> None:
    settings = Settings(
        model="anthropic:some-claude",
        anthropic_api_key=KEY,
        openai_api_key=SecretStr("another"),
        model_timeout_seconds=7,
    )
    assert configured(settings) == ModelSettings("anthropic", "some-claude", "sk-secret", timeout=7)


def test_a_local_server_needs_no_key_and_names_may_hold_colons() -> None:
    found = configured(Settings(model="openai:llama3:8b", openai_base_url="http://127.0.0.1:11434/v1"))
    assert found == ModelSettings("openai", "llama3:8b", None, "http://127.0.0.1:11434/v1")


@pytest.mark.parametrize(
    ("model", "mend"),
    [
        ("some-claude", "Write `anthropic:NAME`"),
        ("acme:model", "Write `anthropic:NAME`"),
        ("anthropic:", "Write `anthropic:NAME`"),
        ("anthropic:some-claude", "set CODITECT_ANTHROPIC_API_KEY"),
        ("openai:some-model", "CODITECT_OPENAI_BASE_URL"),
    ],
)
def test_settings_that_name_no_model_say_how_to_mend(model: str, mend: str) -> None:
    with pytest.raises(ModelMisconfigured, match=mend):
        configured(Settings(model=model))


def test_the_key_does_not_show() -> None:
    assert "sk-secret" not in repr(ModelSettings("openai", "x", "sk-secret"))


def test_no_model_library_is_loaded_before_the_first_answer() -> None:
    program = (
        "import sys, coditect.agents; "
        "sys.exit([name for name in ('pydantic_ai', 'anthropic', 'openai') if name in sys.modules] or 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
