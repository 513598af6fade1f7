"""One source file, read: its functions with their complexity and calls, its types, what it imports."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node, QueryCursor

from coditect.agents.offline.files import SourceFile
from coditect.agents.offline.structure.languages import LanguageName, grammars

_FROM: Final = re.compile(r"\s*from\s+(\.*[\w.]*)\s+import\s+(.*)", re.DOTALL)
_NAME: Final = re.compile(r"(?<![\w.])([A-Za-z_]\w*)(?:\s+as\s+\w+)?")


@dataclass(frozen=True)
class Function:
    """A function or method. Lines count from 1."""

    name: str
    line: int
    end: int
    signature: str
    complexity: int
    calls: tuple[str, ...]
    """Names that it calls, in their order, each once."""
    raises: tuple[tuple[int, str], ...]
    """Lines that raise, with their text."""


@dataclass(frozen=True)
class Import:
    """`module` as written; `names` are what a Python `from` takes from it."""

    module: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """What was found in one file."""

    path: str
    language: LanguageName
    lines: int
    functions: tuple[Function, ...]
    types: int
    imports: tuple[Import, ...]
    broken: bool
    """Whether the parser met text that is not of the language."""

    @property
    def complexity(self) -> int:
        """Of all functions together."""
        return sum(function.complexity for function in self.functions)


def is_parsed(file: SourceFile) -> bool:
    """Whether there is a grammar for the file, and a person wrote it."""
    return file.suffix in grammars() and not file.generated


def parse(file: SourceFile) -> Parsed:
    """Read one file; text that is not of the language is passed over."""
    grammar = grammars()[file.suffix]
    root = grammar.parser.parse(file.data).root_node
    found = QueryCursor(grammar.query).captures(root)
    functions = sorted(found.get("function", ()), key=lambda node: (node.start_byte, -node.end_byte))
    inside = _Inside(functions)
    branches = inside.count(found.get("branch", ()))
    calls = inside.group(found.get("call", ()))
    raises = inside.group(found.get("raise", ()))
    return Parsed(
        path=file.path,
        language=grammar.language,
        lines=len(file.lines),
        functions=tuple(
            _function(node, file, 1 + branches[at], calls[at], raises[at])
            for at, node in enumerate(functions)
        ),
        types=len(found.get("type", ())),
        imports=tuple(_import(node, grammar.language) for node in _ordered(found.get("import", ()))),
        broken=root.has_error,
    )


class _Inside:
    """Which function each node belongs to: the innermost that spans it."""

    def __init__(self, functions: Sequence[Node]) -> None:
        self._starts = [node.start_byte for node in functions]
        self._ends = [node.end_byte for node in functions]
        self._outer: list[int] = []
        open_: list[int] = []
        for at, start in enumerate(self._starts):
            while open_ and self._ends[open_[-1]] <= start:
                open_.pop()
            self._outer.append(open_[-1] if open_ else -1)
            open_.append(at)

    def find(self, node: Node) -> int:
        at = bisect_right(self._starts, node.start_byte) - 1
        while at >= 0 and self._ends[at] < node.end_byte:
            at = self._outer[at]
        return at

    def count(self, nodes: Iterable[Node]) -> list[int]:
        return [len(group) for group in self.group(nodes)]

    def group(self, nodes: Iterable[Node]) -> list[list[Node]]:
        groups: list[list[Node]] = [[] for _ in self._starts]
        for node in _ordered(nodes):
            if (at := self.find(node)) >= 0:
                groups[at].append(node)
        return groups


def _ordered(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.start_byte)


def _function(
    node: Node, file: SourceFile, complexity: int, calls: Sequence[Node], raises: Sequence[Node]
) -> Function:
    row = node.start_point.row
    return Function(
        name=_text(node.child_by_field_name("name")),
        line=row + 1,
        end=node.end_point.row + 1,
        signature=file.lines[row].strip().rstrip("{:").rstrip() if row < len(file.lines) else "",
        complexity=complexity,
        calls=tuple(dict.fromkeys(_text(call) for call in calls)),
        raises=tuple(
            (place.start_point.row + 1, file.lines[place.start_point.row].strip())
            for place in raises
            if place.start_point.row < len(file.lines)
        ),
    )


def _text(node: Node | None) -> str:
    return node.text.decode("utf-8", "replace") if node is not None and node.text is not None else "(no name)"


def _import(node: Node, language: LanguageName) -> Import:
    text = _text(node).strip("\"'`")
    if language == "Python" and (parts := _FROM.match(text)) is not None:
        return Import(parts.group(1), tuple(_NAME.findall(parts.group(2).replace("(", " "))))
    return Import(text)
