"""What an agent should know of the folder before it looks itself: its git state, its files, manifests,
texts and memory.

Everything is read with bounds, and nothing through a link: a repository may be hostile.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from coditect.agents.work import memory
from coditect.agents.work.gitfacts import git_state, tracked_files
from coditect.agents.work.material import Fact, read_text

MANIFESTS: Final = (
    "pyproject.toml", "package.json", "Cargo.toml", "go.mod", "pom.xml", "build.gradle", "build.gradle.kts",
    "Gemfile", "composer.json", "mix.exs", "requirements.txt", "setup.cfg", "Makefile", "Dockerfile", "compose.yaml",
)  # fmt: skip
GUIDES: Final = ("AGENTS.md", "CLAUDE.md", "CONTRIBUTING.md")
READMES: Final = ("README.md", "README.rst", "README.txt", "README")
_SKIPPED: Final = frozenset(
    {
        ".git",
        ".coditect",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        "target",
        "dist",
        "build",
        ".mypy_cache",
    }
)
_MOST_FILES: Final = 20_000
_MOST_READ: Final = 2_000
_LARGEST: Final = 256_000
_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{2,}")
_COMMON: Final = frozenset(
    {"the", "and", "for", "with", "that", "this", "from", "into", "when", "what", "not", "does", "are", "has", "have",
     "should", "file", "files", "code", "please", "find", "fix", "add", "make", "test", "tests", "run", "use", "all",
     "bug", "error", "wrong", "function", "class", "new", "see", "its", "but", "why", "how", "out"}
)  # fmt: skip


def gather(root: Path, request: str) -> Sequence[Fact]:
    """Return what is worth telling of the folder, the most useful first. Blocks: run it in a thread."""
    files = tracked_files(root) or list(_walked(root))
    facts = [
        Fact("git state", "what changed last, and what is not committed", git_state(root)),
        Fact("files", "the tree, by folder", _tree(files)),
        *_texts(root, GUIDES, "how to work in this project", 6_000),
        *_texts(root, MANIFESTS, "what the project is made with", 4_000),
        *_texts(root, READMES, "what the project is", 6_000),
        *memory.recall(root, request),
        *_relevant(root, [name for name in files if not name.startswith(f"{memory.FOLDER}/")], request),
    ]
    return [fact for fact in facts if fact.text.strip()]


def _texts(root: Path, names: Sequence[str], why: str, most: int) -> Iterator[Fact]:
    for name in names:
        if (text := read_text(root, name, most)) is not None:
            yield Fact(name, why, text)


def _walked(root: Path) -> Iterator[str]:
    count = 0
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        for name in sorted(names):
            count += 1
            if count > _MOST_FILES:
                return
            yield os.path.relpath(os.path.join(folder, name), root)  # noqa: PTH118 - os.walk speaks in strings


def _tree(files: Sequence[str], most: int = 150) -> str:
    """Name the files of a small project, and count those of a large one by folder."""
    if len(files) <= most:
        return "\n".join(files)
    folders = Counter(name.rpartition("/")[0] or "." for name in files)
    shown = [f"{folder}/ ({count} files)" for folder, count in sorted(folders.most_common(most))]
    return "\n".join([f"{len(files)} files in {len(folders)} folders; the largest:", *shown])


def _relevant(root: Path, files: Sequence[str], request: str) -> Iterator[Fact]:
    """Name the files that the request speaks of: first those it names, then those with its rarer words."""
    words = {word.lower() for word in _WORD.findall(request)} - _COMMON
    named = [name for name in files if name in request or name.rpartition("/")[2] in request.split()]
    scored = {name: score for name in files if (score := _score_of_name(name, words))}
    counted = _score_of_content(root, [name for name in files if name not in named], words)
    for name, score in counted.items():
        scored[name] = scored.get(name, 0) + score
    best = sorted(scored, key=lambda name: (-scored[name], name))
    for name in dict.fromkeys([*named, *best[:6]]):
        text = read_text(root, name, 8_000)
        if text is not None:
            why = "the request names it" if name in named else "its name or text has words of the request"
            yield Fact(name, why, text)


def _score_of_name(name: str, words: set[str]) -> float:
    parts = set(re.split(r"[^a-z0-9]+", name.lower()))
    return 3 * len(parts & words)


def _score_of_content(root: Path, files: Sequence[str], words: set[str]) -> dict[str, float]:
    """Weigh each word by how few files have it, as far as a bounded look goes."""
    found: dict[str, set[str]] = {}
    if not words:
        return {}
    for name in files[:_MOST_READ]:
        try:
            if (root / name).stat(follow_symlinks=False).st_size > _LARGEST:
                continue
        except OSError:
            continue
        text = read_text(root, name, _LARGEST)
        if text is not None:
            found[name] = words & {word.lower() for word in _WORD.findall(text)}
    spread = Counter(word for each in found.values() for word in each)
    return {name: sum(1 / spread[word] for word in each) for name, each in found.items() if each}
