"""Which file of a repository imports which, and what comes from outside."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from coditect.agents.offline.files import Tree
from coditect.agents.offline.structure.parsing import Import, Parsed

_ENDINGS: Final = ("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", "/index.ts", "/index.tsx", "/index.js")
_RUST_OWN: Final = frozenset({"crate", "self", "super", "std", "core", "alloc"})


@dataclass(frozen=True)
class ImportGraph:
    """Edges between files, and the libraries with the number of files that import them."""

    uses: Mapping[str, tuple[str, ...]]
    libraries: Counter[str]

    @property
    def used_by(self) -> Counter[str]:
        """How many files import each file."""
        return Counter(target for targets in self.uses.values() for target in targets)


def build_graph(tree: Tree, parsed: Sequence[Parsed]) -> ImportGraph:
    """Resolve every import to a file of the repository, or to a library."""
    resolver = _Resolver(tree)
    uses: dict[str, tuple[str, ...]] = {}
    libraries: Counter[str] = Counter()
    for file in parsed:
        targets: dict[str, None] = {}
        outside: set[str] = set()
        for one in file.imports:
            found = list(resolver.resolve(file, one))
            targets.update(dict.fromkeys(target for target in found if target != file.path))
            if not found and (library := _library(file, one)):
                outside.add(library)
        uses[file.path] = tuple(targets)
        libraries.update(outside)
    return ImportGraph(uses, libraries)


class _Resolver:
    def __init__(self, tree: Tree) -> None:
        self._paths = frozenset(tree.by_path)
        modules = [path for path in tree.by_path if path.endswith(".py")]
        # A folder without __init__.py is a package too (PEP 420), named from the root.
        self._python = {path.removesuffix(".py").replace("/", "."): path for path in modules}
        self._python |= {_python_name(path, self._paths): path for path in modules}
        self._java = {PurePosixPath(path).stem: path for path in tree.by_path if path.endswith(".java")}
        self._go = _go_packages(tree)

    def resolve(self, file: Parsed, one: Import) -> Iterator[str]:
        match file.language:
            case "Python":
                yield from self._of_python(file.path, one)
            case "JavaScript" | "TypeScript":
                yield from self._of_script(file.path, one.module)
            case "Go":
                yield from self._go.get(one.module, ())
            case "Rust":
                yield from self._of_rust(file.path, one.module)
            case "Java":
                path = self._java.get(one.module.rpartition(".")[2])
                if path is not None and path.removesuffix(".java").endswith(one.module.replace(".", "/")):
                    yield path

    def _of_python(self, path: str, one: Import) -> Iterator[str]:
        module = one.module
        if module.startswith("."):
            own = _python_name(path, self._paths).split(".")
            level = len(module) - len(module.lstrip("."))
            is_package = path.endswith("__init__.py")
            base = own[: len(own) - level + is_package]
            module = ".".join([*base, *filter(None, [module.lstrip(".")])])
        inner = [self._python[f"{module}.{name}"] for name in one.names if f"{module}.{name}" in self._python]
        yield from inner
        if module in self._python and len(inner) < max(len(one.names), 1):
            yield self._python[module]

    def _of_script(self, path: str, module: str) -> Iterator[str]:
        if not module.startswith("."):
            if not module.startswith(("@/", "~/")):
                return
            roots = ["src", *{found.split("/src/")[0] + "/src" for found in (path,) if "/src/" in found}]
            bases = [posixpath.join(root, module[2:]) for root in roots]
        else:
            bases = [posixpath.normpath(posixpath.join(posixpath.dirname(path), module))]
        for base in bases:
            stems = (base, base.removesuffix(".js"))
            found = next(
                (stem + end for stem in stems for end in _ENDINGS if stem + end in self._paths), None
            )
            if found is not None:
                yield found
                return

    def _of_rust(self, path: str, module: str) -> Iterator[str]:
        parts = [part for part in re.split(r"::|\{.*", module) if part]
        folder = posixpath.dirname(path)
        if not parts:
            return
        if parts[0] == "crate":
            source = path.rpartition("src/")
            folder, parts = source[0] + source[1].rstrip("/"), parts[1:]
        elif parts[0] == "super":
            folder, parts = posixpath.dirname(folder) if path.endswith("mod.rs") else folder, parts[1:]
        elif len(parts) > 1 or parts[0] in _RUST_OWN:
            return
        for length in range(len(parts), 0, -1):
            base = posixpath.join(folder, *parts[:length])
            for candidate in (f"{base}.rs", f"{base}/mod.rs"):
                if candidate in self._paths:
                    yield candidate
                    return


def _python_name(path: str, paths: frozenset[str]) -> str:
    """The dotted name of a module, from the highest folder that is still a package."""
    package = _package(posixpath.dirname(path), paths)
    stem = PurePosixPath(path).stem
    return package if package and stem == "__init__" else ".".join(filter(None, [package, stem]))


@cache
def _package(folder: str, paths: frozenset[str]) -> str:
    if f"{folder}/__init__.py" not in paths or not folder:
        return ""
    above = _package(posixpath.dirname(folder), paths)
    name = posixpath.basename(folder)
    return f"{above}.{name}" if above else name


def _go_packages(tree: Tree) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    modules = {
        file.folder: line.split()[1]
        for file in tree.files
        if file.name == "go.mod"
        for line in file.lines
        if line.startswith("module ")
    }
    for file in tree.files:
        if file.suffix != ".go" or file.name.endswith("_test.go"):
            continue
        for folder, module in modules.items():
            if not folder or file.folder == folder or file.folder.startswith(f"{folder}/"):
                inner = file.folder[len(folder) :].strip("/")
                found.setdefault(f"{module}/{inner}".rstrip("/"), []).append(file.path)
    return {package: tuple(files[:1]) for package, files in found.items()}


def _library(file: Parsed, one: Import) -> str | None:
    module = one.module
    match file.language:
        case "Python":
            return None if module.startswith(".") else module.split(".")[0]
        case "JavaScript" | "TypeScript":
            if module.startswith((".", "@/", "~/", "/")):
                return None
            return "/".join(module.split("/")[: 2 if module.startswith("@") else 1])
        case "Rust":
            first = re.split(r"::|\{", module)[0].strip()
            return None if first in _RUST_OWN or "::" not in module else first
        case "Go":
            return module
        case "Java":
            return ".".join(module.split(".")[:3])


def find_cycles(uses: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Groups of files that reach one another (Tarjan 1972, without recursion), the largest first."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    groups: list[tuple[str, ...]] = []
    for start in uses:
        if start in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(start, iter(uses[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(uses.get(target, ()))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    groups.append(_pop_group(stack, on_stack, node))
    return sorted((group for group in groups if len(group) > 1), key=lambda group: (-len(group), group))


def _pop_group(stack: list[str], on_stack: set[str], root: str) -> tuple[str, ...]:
    group = []
    while True:
        node = stack.pop()
        on_stack.discard(node)
        group.append(node)
        if node == root:
            return tuple(sorted(group))
