"""The wheel is the whole product: the page, the library and the migrations are in it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_all_that_the_product_reads_is_in_it(inside: set[str]) -> None:
    source = ROOT / "src"
    built = ("__pycache__", ".mypy_cache", ".ruff_cache")
    files = [
        file
        for file in (source / "coditect").rglob("*")
        if file.is_file() and not set(built) & set(file.parts)
    ]
    assert {str(file.relative_to(source)) for file in files} <= inside


def test_the_built_page_is_in_it(inside: set[str]) -> None:
    assert "coditect/web/index.html" in inside
    assert [name for name in inside if name.startswith("coditect/web/assets/") and name.endswith(".js")]


def test_nothing_of_the_workshop_is_in_it(inside: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in inside} == {"coditect"}
    assert not [name for name in inside if "__pycache__" in name or ".mypy_cache" in name]
