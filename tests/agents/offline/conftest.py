"""A small repository with a history, written for each test that asks for it."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coditect.agents.offline.files import Tree, read_tree

Write = Callable[[Mapping[str, str]], Tree]

SHOP = {
    "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["flask"]\n[project.scripts]\nshop = "shop.main:run"\n',
    "shop/__init__.py": "",
    "shop/main.py": "from shop import orders\n\n\ndef run():\n    return orders.place_order([1])\n",
    "shop/orders.py": (
        "import os\n\nfrom shop.prices import price_of\n\n\n"
        "def place_order(items):\n"
        "    if not items:\n"
        '        raise ValueError("an order needs items")\n'
        "    total = sum(price_of(item) for item in items)\n"
        '    if total > 100 and os.environ.get("SHOP_DISCOUNT"):\n'
        "        total = total * 0.9\n"
        "    return total\n"
    ),
    "shop/prices.py": "import requests\n\n\ndef price_of(item):\n    return requests.get(f'http://prices/{item}').json()\n",
    "tests/test_orders.py": "from shop.orders import place_order\n\n\ndef test_place_order():\n    assert place_order([1])\n",
    "README.md": "# Shop\n\nSee [the guide](docs/guide.md) and `shop/cart.py`.\n",
    "docs/prices.md": "# Prices\n\nWhere prices come from.\n",
}


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-m", "a change", "--allow-empty")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files into a git repository, commits them, and reads the tree."""

    def write(files: Mapping[str, str]) -> Tree:
        root = tmp_path / "repository"
        root.mkdir(exist_ok=True)
        if not (root / ".git").exists():
            git(root, "init", "-q")
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        commit(root)
        return read_tree(root)

    return write


@pytest.fixture
def shop(write: Write) -> Tree:
    return write(SHOP)
