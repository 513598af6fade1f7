"""The library as a Claude Code plugin: the repository is the marketplace, the folder of the library the plugin."""

import json
import tomllib
from pathlib import Path
from typing import Any

from coditect import framework
from coditect.framework.catalogue import LIBRARY

ROOT = Path(__file__).parents[2]
PLUGIN_KEYS = {
    *("name", "displayName", "version", "description", "author", "homepage", "repository", "license"),
    *("keywords", "commands", "agents", "skills", "hooks", "mcpServers"),
}
ENTRY_KEYS = {"name", "source", "description", "version", "author", "category", "tags", "strict"}


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


PLUGIN = read(LIBRARY / ".claude-plugin" / "plugin.json")
MARKETPLACE = read(ROOT / ".claude-plugin" / "marketplace.json")


def test_the_plugin_is_this_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(PLUGIN) <= PLUGIN_KEYS
    assert (PLUGIN["name"], PLUGIN["version"], PLUGIN["license"]) == (
        project["name"],
        project["version"],
        project["license"],
    )


def test_the_marketplace_leads_to_the_library() -> None:
    assert set(MARKETPLACE) <= {"name", "owner", "description", "plugins"}
    assert MARKETPLACE["owner"]["name"]
    [entry] = MARKETPLACE["plugins"]
    assert set(entry) <= ENTRY_KEYS
    assert (ROOT / entry["source"]).resolve() == LIBRARY
    assert (entry["name"], entry["description"]) == (PLUGIN["name"], PLUGIN["description"])


def test_the_plugin_brings_every_agent_where_plugins_keep_them() -> None:
    found = {path.stem for path in (LIBRARY / "agents").glob("*.md")}
    assert found == set(framework.load_library().agents)
