"""The import contracts of pyproject.toml bite: a small tree in the shape of ours passes, and each violation fails its contract."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/coditect"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS: list[str] = CONTRACTS[0]["layers"]
# The shelf everyone takes from, and the places above all contexts.
WITHOUT_A_FACE = {"kernel", "main", "cli"}


def contexts_in_order() -> list[str]:
    """Every context that the first contract knows, high to low."""
    return [name.strip(" ()") for layer in LAYERS for name in layer.split("|")]


def grow(folder: Path, modules: dict[str, str]) -> None:
    """Write a `coditect` package with every context, and `modules` (dotted name to text) in it."""
    packages = {"coditect": "", "coditect.migrations": ""}
    packages |= {f"coditect.{name}": "" for name in contexts_in_order()}
    parents = {".".join(name.split(".")[:end]) for name in modules for end in range(1, name.count(".") + 1)}
    for name in sorted({*packages, *parents, *modules}):
        is_package = name in packages or name in parents
        place = folder / name.replace(".", "/")
        file = place / "__init__.py" if is_package else place.with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(modules.get(name, ""))


def broken_contracts(folder: Path) -> list[str]:
    """Run import-linter with our contracts over `folder` and name those that failed."""
    result = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder)},
        check=False,
        capture_output=True,
        text=True,
    )
    broken = [
        line.removesuffix(" BROKEN").strip()
        for line in result.stdout.splitlines()
        if line.endswith(" BROKEN")
    ]
    if bool(result.returncode) != bool(broken):
        pytest.fail(f"import-linter itself failed:\n{result.stdout}{result.stderr}")
    return broken


def test_a_tree_in_order_passes(tmp_path: Path) -> None:
    grow(
        tmp_path,
        {
            "coditect.main": "from coditect.identity import context\nfrom coditect import workflows",
            "coditect.workflows.routes": "from coditect.workflows import service\nfrom coditect import agents, projects",
            "coditect.workflows.service": "from coditect.workflows import models\nfrom coditect.kernel import db",
            "coditect.workflows.models": "from coditect.kernel.db import Base",
            "coditect.workflows.rules.lexicon": "import lemminflect, textblob",
            "coditect.workflows.diagrams.svg": "import vl_convert",
            "coditect.agents.models_called": "import anthropic, openai, pydantic_ai.models",
            "coditect.identity.context": "",
            "coditect.identity.passwords": "import pwdlib, joserfc",
            "coditect.kernel.db": "",
            "coditect.kernel.mail": "import aiosmtplib",
        },
    )
    assert broken_contracts(tmp_path) == []


@pytest.mark.parametrize(
    ("module", "text", "contract"),
    [
        ("coditect.kernel.db", "from coditect import engine", "1. "),
        ("coditect.identity.service", "import coditect.organizations", "1. "),
        ("coditect.projects.service", "def late():\n    from coditect import workflows", "1. "),
        ("coditect.unplaced", "", "1. "),
        ("coditect.projects.service", "from coditect.projects import routes", "2. "),
        ("coditect.projects.models", "from coditect.projects import service", "2. "),
        ("coditect.projects.schemas", "from coditect.projects.models import Task", "2. "),
        ("coditect.projects.routes", "from coditect.projects import context", "2. "),
        ("coditect.agents.service", "from coditect.projects import models", "3. projects"),
        ("coditect.agents.service", "from coditect.engine.models import Step", "3. engine"),
        ("coditect.migrations.env", "import coditect.identity.models", "3. identity"),
        ("coditect.workflows.service", "import anthropic", "4. Model"),
        ("coditect.workflows.service", "def late():\n    from pydantic_ai import Agent", "4. Model"),
        ("coditect.main", "import openai", "4. Model"),
        ("coditect.identity.service", "import aiosmtplib", "4. Mail"),
        ("coditect.kernel.http", "import aiosmtplib", "4. Mail"),
        ("coditect.workflows.rules.rendered", "import vl_convert", "4. Rendering"),
        ("coditect.workflows.service", "from textblob import TextBlob", "4. Language"),
        ("coditect.kernel.keys", "from joserfc import jwt", "4. Tokens"),
    ],
)
def test_a_violation_fails_its_contract(tmp_path: Path, module: str, text: str, contract: str) -> None:
    others = {
        f"coditect.projects.{name}": "" for name in ("context", "routes", "service", "models", "schemas")
    }
    others |= {"coditect.engine.models": "", "coditect.identity.models": ""}
    grow(tmp_path, others | {module: text})
    assert [name for name in broken_contracts(tmp_path) if name.startswith(contract)]


def test_every_context_has_a_protected_inside() -> None:
    protected = [
        name
        for contract in CONTRACTS
        if contract["type"] == "protected"
        for name in contract["protected_modules"]
    ]
    present = {file.parent.name for file in SOURCE.glob("*/__init__.py")} & set(contexts_in_order())
    assert {f"coditect.{name}.*" for name in present - WITHOUT_A_FACE} <= set(protected)
    assert len(protected) == len(set(protected))
