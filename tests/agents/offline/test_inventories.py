"""Files, scripts, records, documents and safety: what rules say of them, each with what they must not say."""

import json
from pathlib import Path

import pytest

from coditect import framework
from coditect.agents.offline import answer_offline, offline_agents, works_offline
from coditect.agents.offline.documenting import inventory_documents
from coditect.agents.offline.organizing import inventory_files
from coditect.agents.offline.records import review_records
from coditect.agents.offline.scripts import inventory_scripts
from coditect.agents.offline.security import review_security
from coditect.framework.contracts import CONTRACTS, ReviewFinding
from tests.agents.offline.conftest import Write

KEY = "AKIA" + "Z7Q2M4XWLPRT5KDH"


@pytest.mark.parametrize("name", sorted(offline_agents()))
def test_answers_have_the_form_of_the_agent(name: str, write: Write) -> None:
    tree = write({"a.py": "def a(): ...\n", "docs/adr/0001-a.md": "# A\n", "run.sh": "#!/bin/sh\ntrue\n"})
    agent = framework.agent(name)
    assert works_offline(name)
    assert agent.output_schema is not None
    answer = answer_offline(name, tree.root, "a")
    assert type(answer) is CONTRACTS[Path(agent.output_schema).stem]
    assert type(answer).model_validate_json(answer.model_dump_json()) == answer


@pytest.mark.parametrize("name", sorted(offline_agents()))
def test_an_empty_folder_is_answered(name: str, tmp_path: Path) -> None:
    answer_offline(name, tmp_path, "")


def test_other_agents_need_a_model(tmp_path: Path) -> None:
    assert not works_offline("senior-architect")
    with pytest.raises(KeyError):
        answer_offline("senior-architect", tmp_path, "")


def test_misplaced_files(write: Write) -> None:
    tree = write(
        {
            "docs/guide.md": "See setup.sh and notes.md\n",
            "notes.md": "x" * 300,
            "scripts/build.sh": "#!/bin/sh\n",
            "setup.sh": "#!/bin/sh\necho\n",
            "src/a.txt": "y" * 300,
            "src/b.txt": "y" * 300,
            "src/a.py.orig": "old\n",
            "src/empty.txt": "",
            "src/__init__.py": "",
            "README.md": "# Read\n",
            "Makefile": "all:\n",
        }
    )
    found = inventory_files(tree, "")
    assert {item.path: (item.verdict, item.target) for item in found.items} == {
        "src/a.py.orig": ("delete", None),
        "src/empty.txt": ("delete", None),
        "src/b.txt": ("merge", "src/a.txt"),
        "notes.md": ("move", "docs/notes.md"),
        "setup.sh": ("move", "scripts/setup.sh"),
    }
    assert found.moves == ("git mv notes.md docs/notes.md", "git mv setup.sh scripts/setup.sh")
    [moved] = [item for item in found.items if item.path == "setup.sh"]
    assert [(place.file, place.line) for place in moved.referenced_from] == [("docs/guide.md", 1)]


def test_scripts(write: Write) -> None:
    good = "#!/usr/bin/env bash\n# Builds the pages.\nset -euo pipefail\nmake\n"
    tree = write(
        {
            "Makefile": "all:\n\tscripts/good.sh\n\tscripts/bad.sh\n",
            "scripts/good.sh": good,
            "scripts/bad.sh": "#!/bin/bash\nrm -rf $TARGET/\nscripts/gone.py\nif then\n",
            "scripts/alone.sh": good.replace("Builds", "Sweeps"),
            "scripts/broken.py": "#!/usr/bin/env python3\ndef f(:\n",
        }
    )
    found = {item.path: item for item in inventory_scripts(tree, "").items}
    assert (found["scripts/good.sh"].verdict, found["scripts/good.sh"].purpose) == (
        "keep",
        "Builds the pages.",
    )
    assert (found["scripts/alone.sh"].verdict, found["scripts/alone.sh"].certainty) == ("archive", "low")
    bad = " / ".join(found["scripts/bad.sh"].evidence)
    assert found["scripts/bad.sh"].verdict == "repair"
    for said in ("no `set -e`", "line 2 removes", "line 3 names scripts/gone.py", "bash cannot read it"):
        assert said in bad
    assert any("Python cannot read it" in text for text in found["scripts/broken.py"].evidence)


def test_reading_a_script_does_not_run_it(write: Write, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    tree = write({"scripts/evil.sh": f"#!/bin/bash\ntouch {mark}\n$(touch {mark})\n"})
    inventory_scripts(tree, "")
    assert not mark.exists()


def test_decision_records(write: Write) -> None:
    whole = "# {}\n\nStatus: {}\n\n## Context\n\n## Decision\n\n## Consequences\n"
    tree = write(
        {
            "docs/adr/0001-db.md": whole.format("Database", "accepted") + "\nSuperseded by 0004\n",
            "docs/adr/0002-api.md": whole.format("API", "accepted")
            + "\nSee [x](0009-gone.md), `src/gone.py`.\n",
            "docs/adr/0004-other.md": "# Other\n\n## Decision\n",
            "docs/adr/0004-twice.md": whole.format("Twice", "proposed"),
            "docs/adr/README.md": "# Index\n",
            "src/a.py": "",
        }
    )
    found = review_records(tree, "")
    assert {(finding.title, finding.place.file if finding.place else None) for finding in found.findings} == {
        ("Number 4 is given 2 times", "docs/adr/0004-other.md"),
        ("Numbers are missing: 3", "docs/adr/0004-twice.md"),
        ("Superseded, and still accepted", "docs/adr/0001-db.md"),
        ("A link leads nowhere", "docs/adr/0002-api.md"),
        ("Code that a record names is gone", "docs/adr/0002-api.md"),
        ("A record without a status", "docs/adr/0004-other.md"),
        ("No context and no consequences", "docs/adr/0004-other.md"),
    }
    assert len(found.checked) == 4


def test_documents(write: Write) -> None:
    tree = write(
        {
            "README.md": "# A\n[here](docs/b.md) [gone](docs/c.md) [out](https://example.org) `src/gone.py`\n```\n[no](x.md)\n```\n",
            "docs/b.md": "# B\n",
            "src/a.py": "import os\nos.environ['SHOP_KEY']\nos.getenv('SHOP_KNOWN')\n",
            "docs/settings.md": "SHOP_KNOWN is known\n",
        }
    )
    found = inventory_documents(tree, "")
    assert {page.path: page.kind for page in found.pages} == {
        "README.md": "how_to",
        "docs/b.md": "explanation",
        "docs/settings.md": "reference",
    }
    assert found.contradictions == ("README.md:2 names `src/gone.py`, which does not exist",)
    assert "README.md:2 links to docs/c.md: nothing is there" in found.missing
    assert "`SHOP_KEY`, read in src/a.py, is described nowhere." in found.missing
    assert not any("SHOP_KNOWN" in text or "x.md" in text for text in found.missing)


def titles(findings: tuple[ReviewFinding, ...]) -> set[tuple[str, str]]:
    return {(finding.severity, finding.title) for finding in findings}


def test_secrets_and_dependencies(write: Write) -> None:
    package = {
        "dependencies": {"left": "*", "right": "git+https://example.org/right.git", "fine": "^1.0.0"},
        "scripts": {"postinstall": "node x.js"},
    }
    lock = {
        "packages": {
            "": {},
            "node_modules/viral": {"license": "AGPL-3.0"},
            "node_modules/kind": {"license": "MIT"},
        }
    }
    tree = write(
        {
            "settings.py": f'KEY = "{KEY}"\n',
            "tests/test_key.py": f'KEY = "{KEY}"\n',
            "a/package.json": json.dumps(package, indent=1),
            "b/package.json": "{}",
            "b/package-lock.json": json.dumps(lock, indent=1),
            "requirements.txt": "flask\nrequests==2.0\n",
        }
    )
    found = review_security(tree, "")
    assert titles(found.findings) == {
        ("blocker", "AWS access key in a file"),
        ("minor", "AWS access key in a file"),
        ("major", "Dependencies without a lock file"),
        ("minor", "left in any version"),
        ("major", "right from an address of its own"),
        ("minor", "A script runs at installation (postinstall)"),
        ("minor", "Requirements that are not exact"),
        ("minor", "No licence"),
        ("major", "viral is under AGPL-3.0"),
    }
    assert found.verdict == "reject"
    assert KEY not in found.model_dump_json()
