"""The analyses kept in docs/examples are what the rules say today."""

import json
from pathlib import Path

import pytest

from coditect.workflows import rules

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


@pytest.mark.parametrize("name", ["short", "long", "messy"])
def test_kept_analyses_are_fresh(name: str) -> None:
    folder = EXAMPLES / name
    now = rules.analyse((folder / "description.txt").read_text("utf-8"))
    kept = json.loads((folder / "analysis.json").read_text("utf-8"))
    assert json.loads(now.model_dump_json(by_alias=True)) == kept, "run scripts/examples"


@pytest.mark.parametrize("name", ["short", "long", "messy"])
def test_every_task_of_a_kept_analysis_is_listed_for_readers(name: str) -> None:
    page = (EXAMPLES / name / "README.md").read_text("utf-8")
    kept = json.loads((EXAMPLES / name / "analysis.json").read_text("utf-8"))
    assert all(f"| {task['label']} |" in page for task in kept["tasks"])
