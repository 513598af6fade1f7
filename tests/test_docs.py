"""The docs tell of every event and every setting."""

from pathlib import Path

import pytest

import coditect.main  # noqa: F401 - imports every context, and with it every event
from coditect.kernel.config import Settings
from coditect.kernel.events import event_types

DOCS = Path(__file__).parent.parent / "docs"


# Tests that ran before in this process have events of their own.
OURS = [event for event in event_types() if event.__module__.startswith("coditect.")]


@pytest.mark.parametrize("event", OURS, ids=lambda event: str(event.topic))
def test_every_event_is_documented_as_its_docstring_says(event: type) -> None:
    meaning = " ".join((event.__doc__ or "").split())
    row = f"| `{event.topic}` | `{event.__name__}` | {meaning} |"  # type: ignore[attr-defined] # every event has one
    assert row in (DOCS / "architecture.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    field = Settings.model_fields[name]
    default = "—" if field.default is None else f"`{field.default}`"
    row = f"| `CODITECT_{name.upper()}` | {default} | {field.description} |"
    assert row in (DOCS / "guides" / "settings.md").read_text("utf-8")


def test_every_setting_has_a_default() -> None:
    assert not [name for name, field in Settings.model_fields.items() if field.is_required()]


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: str(page.relative_to(DOCS)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = [part.split(")")[0] for part in page.read_text("utf-8").split("](")[1:]]
    local = [target.split("#")[0] for target in targets if "://" not in target and not target.startswith("#")]
    assert not [target for target in local if not (page.parent / target).exists()]
