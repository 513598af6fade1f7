"""The documents of a repository: what kind each is, which links and paths are broken, what nothing describes."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from coditect.agents.offline.files import SourceFile, Tree
from coditect.agents.offline.linking import broken_links, named_paths
from coditect.agents.offline.locating import is_note
from coditect.framework.contracts import Documentation, Page, Place

MOST_PAGES: Final = 300
_PROSE: Final = frozenset({".md", ".rst", ".adoc"})
_EXPECTED: Final = (
    ("a README", re.compile(r"^readme", re.IGNORECASE)),
    ("a licence", re.compile(r"^(licen[cs]e|copying)", re.IGNORECASE)),
    ("a guide for contributors", re.compile(r"^contributing", re.IGNORECASE)),
    ("a change log", re.compile(r"^(changelog|changes|history|news|releases)", re.IGNORECASE)),
)
_SETTING: Final = re.compile(
    r"(?:os\.environ(?:\.get)?[\[(]|getenv\(|process\.env\.|env::var\()\s*[\"']?([A-Z][A-Z0-9_]{3,})"
)

Kind = Literal["tutorial", "how_to", "reference", "explanation", "release_note"]
_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("release_note", re.compile(r"changelog|changes|history|news|release", re.IGNORECASE)),
    (
        "tutorial",
        re.compile(
            r"tutorial|getting[-_ ]?started|quick[-_ ]?start|first[-_ ]?steps|walkthrough", re.IGNORECASE
        ),
    ),
    (
        "how_to",
        re.compile(
            r"guide|how[-_]?to|recipe|install|deploy|upgrad|migrat|backup|contributing|readme", re.IGNORECASE
        ),
    ),
    (
        "reference",
        re.compile(r"reference|api|cli|config|settings|options|schema|glossary|licen[cs]e", re.IGNORECASE),
    ),
)


def inventory_documents(tree: Tree, request: str) -> Documentation:
    """List every page with its kind and its faults. Nothing is written."""
    pages = [file for file in tree.files if file.suffix in _PROSE][:MOST_PAGES]
    broken = [(file, line, target) for file in pages for line, target in broken_links(file, tree)]
    gone = [
        (file, line, path) for file in pages if not is_note(file) for line, path in named_paths(file, tree)
    ]
    return Documentation(
        summary=f"{len(pages)} pages, {len(broken)} broken links, {len(gone)} paths that are gone, for: "
        f"{request.strip() or 'all documents'}. Read by rules: what the pages claim was not compared with the code.",
        pages=tuple(_page(file) for file in pages),
        examples_run=(),
        sources=tuple(Place(file=file.path, line=line) for file, line, _ in [*broken, *gone]),
        contradictions=tuple(
            f"{file.path}:{line} names `{path}`, which does not exist" for file, line, path in gone
        ),
        missing=(
            *_missing(tree),
            *(f"{file.path}:{line} links to {target}: nothing is there" for file, line, target in broken),
        ),
    )


def _page(file: SourceFile) -> Page:
    title = next((line.lstrip("# =").strip() for line in file.lines if line.strip("# =")), "") or file.name
    return Page(
        path=file.path,
        kind=_kind(file),
        reader="operators"
        if re.search(r"deploy|operat|backup|runbook", file.path, re.IGNORECASE)
        else "developers",
        action="unchanged",
        what=f"{title[:120]} ({len(file.text.split())} words)",
    )


def _kind(file: SourceFile) -> Kind:
    for kind, pattern in _KINDS:
        if pattern.search(file.name):
            return kind
    for kind, pattern in _KINDS:
        if pattern.search(file.folder):
            return kind
    return "explanation"


def _missing(tree: Tree) -> Iterator[str]:
    roots = [file.name for file in tree.files if not file.folder]
    for what, pattern in _EXPECTED:
        if not any(pattern.match(name) for name in roots):
            yield f"The root has no {what.removeprefix('a ')}."
    prose = "\n".join(file.text for file in tree.files if file.suffix in _PROSE)
    settings: dict[str, str] = {}
    for file in tree.files:
        if file.suffix in {".py", ".js", ".ts", ".go", ".rs"} and "test" not in file.path:
            for found in _SETTING.finditer(file.text):
                settings.setdefault(found.group(1), file.path)
    for name, path in sorted(settings.items()):
        if name not in prose:
            yield f"`{name}`, read in {path}, is described nowhere."
