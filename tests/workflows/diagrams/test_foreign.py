"""Our exports in the programs that they are made for."""

import html
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coditect.workflows.diagrams import Diagram, Look, render
from coditect.workflows.diagrams.mermaid import TITLE_SIGNS
from tests.workflows.diagrams import samples

pytestmark = pytest.mark.slow

TOOLS = Path(__file__).parents[2] / "tools"
DIAGRAMS = {
    "small": samples.small,
    "medium": samples.medium,
    "large": samples.large,
    "hostile": samples.hostile,
    "changed": samples.changed,
    "changed, dark": samples.changed,
    "changed, print": samples.changed,
}
LOOK: dict[str, Look] = {"changed, dark": "dark", "changed, print": "print"}
BROWSER_FORMATS = ("bpmn", "mermaid", "svg", "html")


def written(name: str, format_name: str) -> bytes:
    return render(DIAGRAMS[name](), format_name, look=LOOK.get(name, "light"))


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is missing: install it with `apt-get install {package}`")
    return found


@cache
def read_in_browser() -> dict[tuple[str, str], dict[str, Any]]:
    """All documents go through one Chromium: starting it takes longer than reading them."""
    node, chromium = program("node", "nodejs"), program("chromium", "chromium")
    if not (TOOLS / "node_modules/playwright-core").is_dir():
        pytest.fail(
            "the Node programs of the tests are missing: run `make setup`, or `npm ci` in tests/tools"
        )
    keys = [(name, kind) for name in DIAGRAMS for kind in BROWSER_FORMATS]
    jobs = [{"kind": kind, "text": written(name, kind).decode()} for name, kind in keys]
    done = subprocess.run(
        [node, "read.mjs"],
        cwd=TOOLS,
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "CHROMIUM": chromium},
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(keys, json.loads(done.stdout), strict=True))


@pytest.fixture(params=DIAGRAMS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def found_in(name: str, kind: str) -> tuple[dict[str, Any], Diagram]:
    found = read_in_browser()[name, kind]
    assert "failure" not in found, found
    assert found["errors"] == []
    assert found["requests"] == []
    return found, DIAGRAMS[name]()


def test_bpmn_js_opens_it_without_a_warning(name: str) -> None:
    found, diagram = found_in(name, "bpmn")
    assert found["warnings"] == []
    assert [label for _, label in found["nodes"]] == [node.label for node in diagram.nodes]
    assert found["edges"] == [edge.label for edge in diagram.edges]
    assert found["lanes"] == [lane.label for lane in diagram.lanes]


def test_mermaid_parses_and_draws_it(name: str) -> None:
    found, diagram = found_in(name, "mermaid")
    assert found["scripts"] == 0
    assert len(found["nodes"]) == len(diagram.nodes)
    assert found["edges"] == len(diagram.edges)
    assert len(found["lanes"]) == len(diagram.lanes)
    assert found["title"] == diagram.title.translate(TITLE_SIGNS)
    labels = [node.label for node in diagram.nodes if node.label]
    drawn = [re.sub(r"\s+", " ", text) for text in found["nodes"]]
    assert [label for label in labels if label not in drawn] == []
    assert sorted(found["labels"]) == sorted(edge.label for edge in diagram.edges if edge.label)


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_a_browser_shows_it_and_asks_for_nothing(name: str, kind: str) -> None:
    found, diagram = found_in(name, kind)
    assert found["scripts"] == 0
    assert len(found["nodes"]) == len(diagram.nodes)
    assert all(
        node.label in title
        for node, title in zip(in_drawn_order(found, diagram), found["nodes"], strict=True)
    )
    assert found["lanes"]


def in_drawn_order(found: dict[str, Any], diagram: Diagram) -> list[Any]:
    """A folded picture shows its nodes band by band."""
    nodes = {node.id: node for node in diagram.nodes}
    return [nodes[node_id] for node_id in found["ids"]]


def test_pdf_has_one_page_with_readable_text(name: str, tmp_path: Path) -> None:
    document = tmp_path / "diagram.pdf"
    document.write_bytes(written(name, "pdf"))
    told = run(program("pdfinfo", "poppler-utils"), str(document))
    assert re.search(r"^Pages:\s+1$", told, re.MULTILINE)
    size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+) pts", told, re.MULTILINE)
    assert size is not None
    assert max(float(side) for side in size.groups()) <= 14_400
    text = run(program("pdftotext", "poppler-utils"), "-raw", str(document), "-")
    words = {
        word
        for node in DIAGRAMS[name]().nodes
        for word in node.label.split()
        if word.isascii() and word.isalpha()
    }
    assert [word for word in words if len(word) < 12 and word not in text] == []


def test_pdf_is_drawn_by_another_program(tmp_path: Path) -> None:
    document = tmp_path / "diagram.pdf"
    document.write_bytes(render(samples.medium(), "pdf"))
    run(program("pdftoppm", "poppler-utils"), "-r", "40", str(document), str(tmp_path / "page"))
    (page,) = tmp_path.glob("page*.ppm")
    pixels = page.read_bytes()
    assert len(set(pixels)) > 50, "the page is empty"


def run(*command: str, given: bytes = b"") -> str:
    done = subprocess.run(command, input=given, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_graphviz_renders_it(name: str) -> None:
    diagram = DIAGRAMS[name]()
    drawn = json.loads(run(program("dot", "graphviz"), "-Tjson", given=written(name, "dot")))
    nodes = [one for one in drawn["objects"] if "nodes" not in one]
    assert len(nodes) == len(diagram.nodes)
    assert len(drawn["edges"]) == len(diagram.edges)


def test_plantuml_accepts_it(name: str) -> None:
    diagram = DIAGRAMS[name]()
    told = run(program("plantuml", "plantuml"), "-syntax", given=written(name, "plantuml"))
    assert told.splitlines() == ["DESCRIPTION", f"({len(diagram.nodes)} entities)"]


def test_plantuml_writes_labels_as_they_are(tmp_path: Path) -> None:
    """On the server nothing renders PlantUML; whoever does must see words, not the files they name."""
    (tmp_path / "hostile.puml").write_bytes(render(samples.hostile(), "plantuml"))
    run(program("plantuml", "plantuml"), "-tsvg", str(tmp_path / "hostile.puml"))
    drawn = html.unescape((tmp_path / "hostile.svg").read_text())
    assert "!include /etc/passwd" in drawn
    assert "root:" not in drawn
    assert "/' comment '/ ;|#red:x; <$sprite> %n() \\n" in drawn


def test_libreoffice_draws_the_visio_package(name: str, tmp_path: Path) -> None:
    document = tmp_path / "diagram.vsdx"
    document.write_bytes(written(name, "vsdx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run(
        program("soffice", "libreoffice-draw"), profile, "--headless", "--convert-to", "pdf", str(document),
        "--outdir", str(tmp_path),
    )  # fmt: skip
    text = run(program("pdftotext", "poppler-utils"), "-raw", str(tmp_path / "diagram.pdf"), "-")
    words = {
        word
        for node in DIAGRAMS[name]().nodes
        for word in node.label.split()
        if word.isascii() and word.isalpha()
    }
    assert [word for word in words if len(word) < 12 and word not in text] == []
