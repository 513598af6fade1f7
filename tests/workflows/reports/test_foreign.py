"""Our documents in the programs that people open them with."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from coditect.workflows.diagrams import clean_label
from coditect.workflows.reports import ARTIFACTS, Material, artifact
from tests.workflows.reports import materials

pytestmark = pytest.mark.slow

TOOLS = Path(__file__).parents[2] / "tools"
MATERIALS: Mapping[str, Callable[[], Material]] = {"real": materials.real, "hostile": materials.hostile}


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is missing: install it with `apt-get install {package}`")
    return found


def run(*command: str, given: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        timeout=180,
        check=False,
        cwd=cwd,
        env={**os.environ, **(env or {})},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def words(text: str) -> set[str]:
    return {word for word in re.split(r"\W+", clean_label(text)) if word.isascii() and 2 < len(word) < 12}


def expected_words(material: Material) -> set[str]:
    return words(" ".join((material.title, *(task.label for task in material.analysis.tasks))))


@pytest.fixture(params=MATERIALS)
def material(request: pytest.FixtureRequest) -> Material:
    return MATERIALS[request.param]()


@pytest.mark.parametrize("name", ARTIFACTS)
def test_poppler_reads_every_pdf(name: str, material: Material, tmp_path: Path) -> None:
    document = tmp_path / "document.pdf"
    document.write_bytes(artifact(material, name, "pdf"))
    told = run(program("pdfinfo", "poppler-utils"), str(document))
    pages = re.search(r"^Pages:\s+(\d+)$", told, re.MULTILINE)
    assert pages is not None
    assert 1 <= int(pages[1]) < 60
    assert re.search(r"^Tagged:\s+yes$", told, re.MULTILINE)
    assert "(A4)" in told
    text = run(program("pdftotext", "poppler-utils"), "-raw", str(document), "-")
    assert expected_words(material) - words(text) == set()
    fonts = run(program("pdffonts", "poppler-utils"), str(document)).splitlines()[2:]
    assert any("Geist" in line for line in fonts)
    # emb, sub and uni: every typeface is inside, and its text can be copied.
    assert all(re.search(r" yes (yes|no)\s+yes ", line) for line in fonts), fonts
    run(program("pdftoppm", "poppler-utils"), "-r", "30", "-l", "3", str(document), str(tmp_path / "page"))
    for page in tmp_path.glob("page*.ppm"):
        assert len(set(page.read_bytes())) > 20, f"{page.name} is empty"


def test_libreoffice_opens_every_word_file_and_sheet(material: Material, tmp_path: Path) -> None:
    wanted = [(name, "docx") for name in ARTIFACTS] + [("raci", "xlsx")]
    files = []
    for name, kind in wanted:
        file = tmp_path / f"{name}-{kind}.{kind}"
        file.write_bytes(artifact(material, name, kind))
        files.append(file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    soffice = program("soffice", "libreoffice-writer libreoffice-calc")
    run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files))
    labels = words(" ".join(task.label for task in material.analysis.tasks))
    for file in files:
        text = run(program("pdftotext", "poppler-utils"), "-raw", str(file.with_suffix(".pdf")), "-")
        missing = set() if file.stem == "roadmap-docx" else labels - words(text)
        assert missing == set(), file.name


def test_a_browser_shows_every_page_and_asks_for_nothing(material: Material) -> None:
    jobs = [{"kind": "document", "text": artifact(material, name, "html").decode()} for name in ARTIFACTS]
    env = {"CHROMIUM": program("chromium", "chromium")}
    told = run(program("node", "nodejs"), "read.mjs", given=json.dumps(jobs).encode(), cwd=TOOLS, env=env)
    found: list[dict[str, Any]] = json.loads(told)
    for name, one in zip(ARTIFACTS, found, strict=True):
        assert "failure" not in one, one
        assert (one["errors"], one["requests"], one["scripts"]) == ([], [], 0), name
        assert one["title"] == clean_label(material.title)
        assert one["overflow"] <= 0, f"{name} is wider than its window"
    report = found[list(ARTIFACTS).index("report")]
    assert len(report["pictures"]) >= 2
    assert expected_words(material) - words(report["text"]) == set()
