"""What the code agents find without a model, on a small shop and on single files of each language."""

from pathlib import Path

import pytest

from coditect.agents.offline.analyzing import analyze_code
from coditect.agents.offline.asking import read_question
from coditect.agents.offline.files import Tree, read_tree
from coditect.agents.offline.locating import locate_code, locate_notes
from coditect.agents.offline.patterns import find_patterns
from coditect.agents.offline.structure import build_graph, find_cycles, is_parsed, parse
from tests.agents.offline.conftest import SHOP, Write, commit


def test_a_question_is_followed_through_the_calls(shop: Tree) -> None:
    found = analyze_code(shop, "How does `place_order` work?")
    assert [(step.place.file, step.place.line) for step in found.flow] == [
        ("shop/orders.py", 6),
        ("shop/prices.py", 4),
    ]
    assert [(step.place.line, step.what.split(":")[0]) for step in found.failure_paths] == [
        (8, "place_order")
    ]
    assert {step.what.split(": ")[0] for step in found.state} == {
        "place_order reads the environment",
        "price_of calls over the network",
    }
    assert "shop/orders.py:6" in found.summary
    assert any("`shop` runs shop.main:run" in step.what for step in found.entry_points)


def test_structure_is_counted(shop: Tree, write: Write) -> None:
    for _ in range(3):
        shop = write({"shop/orders.py": SHOP["shop/orders.py"] + f"# {_}\n"})
    found = analyze_code(shop, "").structure
    assert found is not None
    assert [(share.language, share.files) for share in found.languages] == [("Python", 5)]
    assert found.most_complex[0].name == "place_order"
    assert found.most_complex[0].complexity == 1 + 3  # two ifs, one `and`
    assert found.hot_spots[0].file == "shop/orders.py"
    assert found.hot_spots[0].changes == 4
    assert found.commits_read == 4
    assert set(found.libraries) == {"os", "requests"}
    assert found.import_cycles == ()
    assert {one.module: one.used_by for one in found.most_used} == {"shop/orders.py": 2, "shop/prices.py": 1}


def test_circles_of_imports_are_found(write: Write) -> None:
    tree = write({"a.py": "import b\n", "b.py": "import c\n", "c.py": "import a\n", "d.py": "import a\n"})
    graph = build_graph(tree, [parse(file) for file in tree.files])
    assert find_cycles(graph.uses) == [("a.py", "b.py", "c.py")]


SAMPLES = {
    "a.py": "import os\nclass A:\n    def f(self, x):\n        if x and x.y:\n            g()\n        raise E\n",
    "a.js": 'import x from "lib";\nclass A { f(x) { if (x && x.y) { g(); } throw e; } }\n',
    "a.ts": 'import x from "lib";\ninterface A {}\nconst f = (x: any) => { if (x && x.y) { g(); } throw e; };\n',
    "a.go": 'package a\nimport "lib"\ntype A struct{}\nfunc f(x *A) { if x != nil && x.y { g() }\n panic("e") }\n',
    "a.rs": "use lib::b;\nstruct A;\nfn f(x: A) { if x.y && x.z { g(); } panic!(); }\n",
    "a.java": "import lib.b.C;\nclass A { void f(A x) { if (x != null && x.y) { g(); } throw new E(); } }\n",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_language_is_read(name: str, write: Write) -> None:
    tree = write({name: SAMPLES[name]})
    [file] = tree.files
    parsed = parse(file)
    assert not parsed.broken
    [function] = parsed.functions
    assert (function.name, function.complexity) == ("f", 3)
    assert "g" in function.calls
    assert len(function.raises) == 1
    assert parsed.types == 1
    assert len(parsed.imports) == 1


def test_imports_between_files_are_resolved_in_each_language(write: Write) -> None:
    tree = write(
        {
            "web/src/a.ts": 'import { b } from "./b";\nimport c from "@/c";\nexport * from "./d.js";\n',
            "web/src/b.tsx": "",
            "web/src/c/index.ts": "",
            "web/src/d.ts": "",
            "go.mod": "module example.org/m\n",
            "main.go": 'package main\nimport "example.org/m/inner"\n',
            "inner/x.go": "package inner\n",
            "crate/src/main.rs": "mod part;\nuse crate::part::thing;\n",
            "crate/src/part.rs": "",
            "java/org/a/A.java": "import org.b.B;\n",
            "java/org/b/B.java": "",
            "pkg/__init__.py": "from . import one\n",
            "pkg/one.py": "from .two import x\n",
            "pkg/two.py": "",
        }
    )
    graph = build_graph(tree, [parse(file) for file in tree.files if is_parsed(file)])
    assert {path: set(uses) for path, uses in graph.uses.items() if uses} == {
        "web/src/a.ts": {"web/src/b.tsx", "web/src/c/index.ts", "web/src/d.ts"},
        "main.go": {"inner/x.go"},
        "crate/src/main.rs": {"crate/src/part.rs"},
        "java/org/a/A.java": {"java/org/b/B.java"},
        "pkg/__init__.py": {"pkg/one.py"},
        "pkg/one.py": {"pkg/two.py"},
    }


@pytest.mark.parametrize(
    ("request_", "text", "held"),
    [
        ("where are invoices handled", "class InvoiceBook", True),
        ("where is the user account", "user_account = 1", True),
        ("where is `user-account`", "UserAccount", True),
        ("retries of jobs", "def retry():", True),
        ("caching", "cache = {}", True),
        ("where are invoices handled", "voice", False),
    ],
)
def test_spellings(request_: str, text: str, held: bool) -> None:
    assert any(term.found_in(text) for term in read_question(request_).terms) is held


def test_small_talk_is_not_looked_for() -> None:
    assert [
        term.words for term in read_question("Where in the code do we handle webhook signatures?").terms
    ] == [
        ("webhook",),
        ("signatures",),
    ]


def test_places_are_grouped_by_purpose(shop: Tree) -> None:
    found = locate_code(shop, "where is place_order")
    groups = {group.purpose: group.places for group in found.groups}
    assert (groups["implementation"][0].file, groups["implementation"][0].line) == ("shop/orders.py", 6)
    assert groups["implementation"][0].certainty == "high"
    assert [place.file for place in groups["tests"]] == ["tests/test_orders.py"]
    nothing = locate_code(shop, "where is the teleporter")
    assert (nothing.groups, nothing.not_found) == ((), ("teleporter",))


def test_notes_are_found_where_notes_are(write: Write) -> None:
    tree = write(
        {
            "docs/adr/0001-db.md": "# Use SQLite\n",
            "notes/day.md": "SQLite came up\n",
            "a.py": "sqlite = 1\n",
        }
    )
    found = locate_notes(tree, "what did we write about sqlite")
    assert [(group.purpose, group.places[0].file) for group in found.groups] == [
        ("decision records", "docs/adr/0001-db.md"),
        ("notes", "notes/day.md"),
    ]


def test_the_used_recent_and_tested_variant_is_recommended(write: Write) -> None:
    old = "".join(f"def export_{n}(rows):\n    # csv export\n    return rows\n\n\n" for n in range(3))
    new = "".join(
        f"@job.task\ndef write_{n}(rows):\n    # csv export\n    return rows\n\n\n" for n in range(2)
    )
    tree = write({"old.py": old, "new.py": new, "tests/test_new.py": "from new import write_0, write_1\n"})
    found = find_patterns(tree, "how do we do a csv export")
    assert {variant.name: variant.uses for variant in found.variants} == {
        "export… in .py files": 3,
        "@job.task in .py files": 2,
    }
    assert found.follow == "@job.task in .py files"
    assert found.variants[1].excerpt.startswith("@job.task\ndef write_")
    none = find_patterns(tree, "how do we teleport")
    assert (none.follow, none.variants) == (None, ())


def test_links_ignored_files_and_binaries_are_not_read(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("def outside(): ...\n")
    tree = write(
        {".gitignore": "built/\n", "built/x.py": "def built(): ...\n", "a.py": "def inside(): ...\n"}
    )
    (tree.root / "link.py").symlink_to(tmp_path / "secret.py")
    (tree.root / "b.py").write_bytes(b"\0\0def binary(): ...")
    tree = read_tree(tree.root)
    assert [file.path for file in tree.files] == [".gitignore", "a.py", "b.py"]
    assert tree.by_path["b.py"].text == ""


def test_the_repository_s_own_settings_run_nothing(write: Write) -> None:
    tree = write({"a.py": "x = 1\n"})
    mark = tree.root / "ran"
    hook = tree.root / ".git" / "watch"
    hook.write_text(f"#!/bin/sh\ntouch {mark}\n")
    hook.chmod(0o755)
    with (tree.root / ".git" / "config").open("a") as config:
        config.write(
            f"[core]\n\tfsmonitor = {hook}\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {hook}\n"
        )
    analyze_code(read_tree(tree.root), "")
    assert not mark.exists()
    commit(tree.root)  # the settings do run what they name when git is called without defence
    assert mark.exists()


def test_a_folder_without_git_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "x.js").write_text("function x() {}\n")
    (tmp_path / "a.js").write_text("function a() { return 1 }\n")
    found = analyze_code(read_tree(tmp_path), "").structure
    assert found is not None
    assert (found.functions, found.commits_read, found.hot_spots) == (1, 0, ())


def test_text_that_is_no_code_is_said_and_harms_nothing(write: Write) -> None:
    tree = write({"bad.py": "def f(:\n  ((((\n" * 50, "good.py": "def good(): ...\n"})
    found = analyze_code(tree, "good")
    assert found.flow[0].place.file == "good.py"
    assert any("bad.py" in text for text in found.unknowns)
