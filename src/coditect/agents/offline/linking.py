"""Links and paths in documents, and whether they lead to something that is there."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from coditect.agents.offline.files import SourceFile, Tree

_LINK: Final = re.compile(r"\[[^\]\n]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_ELSEWHERE: Final = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|\{)", re.IGNORECASE)
_PATH: Final = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.[A-Za-z]{1,5})(?::\d+)?`")
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)")


def broken_links(file: SourceFile, tree: Tree) -> Iterator[tuple[int, str]]:
    """Lines and targets of relative links that lead to no file or folder."""
    for number, line in _prose(file):
        for found in _LINK.finditer(re.sub(r"`[^`]*`", "", line)):
            target = unquote(found.group(1).partition("#")[0])
            if target and not _ELSEWHERE.match(found.group(1)) and not _exists(file, target, tree):
                yield number, found.group(1)


def named_paths(file: SourceFile, tree: Tree) -> Iterator[tuple[int, str]]:
    """Lines and paths in backquotes that are not there, although their first folder is."""
    tops = {one.path.partition("/")[0] for one in tree.files if "/" in one.path}
    for number, line in _prose(file):
        for found in _PATH.finditer(line):
            path = found.group(1)
            if (
                path.partition("/")[0] in tops
                and not _exists(file, path, tree)
                and not _exists(file, f"/{path}", tree)
            ):
                yield number, path


def _prose(file: SourceFile) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code."""
    fenced = False
    for number, line in enumerate(file.lines, 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def _exists(file: SourceFile, target: str, tree: Tree) -> bool:
    base = "" if target.startswith("/") else file.folder
    path = posixpath.normpath(posixpath.join(base, target.lstrip("/"))) if target != "/" else "."
    if path.startswith(".."):
        return True  # outside the repository: not for us to say
    return path in tree.by_path or (tree.root / path).exists()
