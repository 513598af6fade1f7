"""Misplaced files: copies, rubbish, strangers in the root. Files are judged, never touched."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, Literal

from coditect.agents.offline.files import SourceFile, Tree
from coditect.framework.contracts import Certainty, Inventory, InventoryItem, Place

MOST_ITEMS: Final = 60

Verdict = Literal["keep", "merge", "move", "delete"]

_PINNED: Final = re.compile(
    r"^(?:\..*|readme.*|licen[cs]e.*|copying|notice|changelog.*|contributing.*|security.*|code_of_conduct.*|authors.*|makefile|justfile|"
    r"dockerfile.*|compose.*|docker-compose.*|jenkinsfile|procfile|vagrantfile|.*\.(?:toml|lock|cfg|ini)|.*requirements.*\.txt|"
    r"package.*\.json|.*config\.[cm]?[jt]s|tsconfig.*|.*\.ya?ml|go\.(?:mod|sum)|pom\.xml|build\.gradle.*|settings\.gradle.*|gradlew.*|"
    r"cmakelists\.txt|setup\.py|conftest\.py|manage\.py|main\.(?:py|go|ts|js)|index\.(?:html|js|ts)|build\.rs|claude\.md|agents\.md|"
    r"codeowners|version)$",
    re.IGNORECASE,
)
_RUBBISH: Final = re.compile(
    r"(?:~|\.bak|\.orig|\.rej|\.swp|\.tmp|\.pyc|\.class|\.log)$|(?:^|/)(?:\.DS_Store|Thumbs\.db|core)$| copy\b| \(\d+\)\."
)
_HOMES: Final = (
    ("documents", frozenset({".md", ".rst", ".adoc", ".pdf", ".docx"}), ("docs", "doc", "documentation")),
    ("scripts", frozenset({".sh", ".bash", ".ps1", ".bat"}), ("scripts", "bin", "tools", "hack")),
    ("data", frozenset({".csv", ".tsv", ".jsonl", ".parquet", ".sql", ".xlsx"}), ("data", "fixtures", "sql")),
    (
        "pictures",
        frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg"}),
        ("docs/images", "assets", "images", "static", "public"),
    ),
    ("tests", frozenset[str](), ("tests", "test")),
)
_TEST_NAME: Final = re.compile(r"^test_.*\.py$|.*_test\.py$")


def inventory_files(tree: Tree, request: str) -> Inventory:
    """Say which files stand in the wrong place, with who refers to them, and the moves in their order."""
    folders = _folders(tree)
    names = Counter(file.name for file in tree.files)
    items = [*_rubbish(tree), *_copies(tree), *_strangers(tree, folders)][:MOST_ITEMS]
    referred = {item.path: _references(tree, item.path, names) for item in items}
    items = [item.model_copy(update={"referenced_from": referred[item.path]}) for item in items]
    moves = [item for item in items if item.verdict == "move" and item.target]
    return Inventory(
        scope=request.strip() or f"all {len(tree.files)} files",
        convention=_convention(tree, folders),
        items=tuple(items),
        moves=tuple(f"git mv {_quoted(item.path)} {_quoted(item.target or '')}" for item in moves),
        checks=tuple(
            f"git grep -nF {_quoted(PurePosixPath(item.path).name)}  # {len(item.referenced_from)} places name it today"
            for item in moves
            if item.referenced_from
        ),
        untouched=(
            "Files that tools look for at fixed paths.",
            "Links, submodules and ignored files, which were not read.",
        ),
    )


def _folders(tree: Tree) -> frozenset[str]:
    return frozenset(
        str(parent)
        for file in tree.files
        for parent in PurePosixPath(file.path).parents
        if str(parent) != "."
    )


def _convention(tree: Tree, folders: frozenset[str]) -> str:
    written = next((file.path for file in tree.files if file.name.lower().startswith("contributing")), None)
    top = ", ".join(sorted(folder for folder in folders if "/" not in folder)[:12])
    source = f"; {written} may say more" if written else ", by majority: no written rule was found"
    return f"Folders that stand at the top today ({top or 'none'}){source}."


def _rubbish(tree: Tree) -> Iterator[InventoryItem]:
    for file in tree.files:
        if _RUBBISH.search(file.path):
            yield _item(
                file,
                "What a program or an editor left behind.",
                "delete",
                "its name ends like a left-over",
                "medium",
            )
        elif file.size == 0 and file.name not in {
            "__init__.py",
            ".gitkeep",
            ".keep",
            "py.typed",
            ".nojekyll",
        }:
            yield _item(file, "An empty file.", "delete", "0 bytes", "low")


def _copies(tree: Tree) -> Iterator[InventoryItem]:
    sizes: defaultdict[int, list[SourceFile]] = defaultdict(list)
    for file in tree.files:
        if file.size > 200:
            sizes[file.size].append(file)
    for alike in sizes.values():
        digests: defaultdict[bytes, list[SourceFile]] = defaultdict(list)
        for file in alike if len(alike) > 1 else ():
            if file.data:
                digests[hashlib.sha256(file.data).digest()].append(file)
        for group in digests.values():
            kept, *rest = sorted(group, key=lambda file: (file.path.count("/"), file.path))
            for file in rest:
                evidence = f"byte for byte the same as {kept.path}"
                yield _item(file, "A copy.", "merge", evidence, "medium", target=kept.path)


def _strangers(tree: Tree, folders: frozenset[str]) -> Iterator[InventoryItem]:
    """Files of the root that have a home elsewhere in this repository."""
    for file in tree.files:
        if file.folder or _PINNED.match(file.name) or _RUBBISH.search(file.path):
            continue
        kind, home = _home(file, folders)
        if kind and home:
            evidence = f"{kind} of this repository stand in {home}/"
            yield _item(file, f"One of the {kind}.", "move", evidence, "medium", target=f"{home}/{file.name}")
        elif kind:
            evidence = f"no folder for {kind} exists; one file does not justify one"
            yield _item(file, f"One of the {kind}.", "keep", evidence, "low")


def _home(file: SourceFile, folders: frozenset[str]) -> tuple[str | None, str | None]:
    for kind, suffixes, homes in _HOMES:
        if file.suffix in suffixes or (kind == "tests" and _TEST_NAME.match(file.name)):
            return kind, next((home for home in homes if home in folders), None)
    return None, None


def _item(
    file: SourceFile,
    purpose: str,
    verdict: Verdict,
    evidence: str,
    certainty: Certainty,
    *,
    target: str | None = None,
) -> InventoryItem:
    return InventoryItem(
        path=file.path,
        purpose=purpose,
        verdict=verdict,
        target=target,
        evidence=(evidence,),
        referenced_from=(),
        certainty=certainty,
    )


def _references(tree: Tree, path: str, names: Counter[str]) -> tuple[Place, ...]:
    """Lines that name the file; by its whole path where its name is not the only one."""
    name = PurePosixPath(path).name
    wanted = name if names[name] == 1 else path
    found = [
        Place(file=file.path, line=at)
        for file in tree.files
        if file.path != path and wanted in file.text
        for at, line in enumerate(file.lines, 1)
        if wanted in line
    ]
    return tuple(found[:10])


def _quoted(path: str) -> str:
    return path if re.fullmatch(r"[\w./-]+", path) else "'" + path.replace("'", "'\\''") + "'"


def referring(tree: Tree, paths: Sequence[str]) -> dict[str, tuple[Place, ...]]:
    """For each path the lines elsewhere that name it."""
    names = Counter(file.name for file in tree.files)
    return {path: _references(tree, path, names) for path in paths}
