"""How a code base already does something: functions alike in shape, clustered by what registers them, dated by git."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from coditect.agents.offline.asking import Question, read_question
from coditect.agents.offline.files import SourceFile, Tree
from coditect.agents.offline.history import History, read_history
from coditect.agents.offline.structure import Function, is_parsed, parse
from coditect.framework.contracts import PatternExamples, Place, Variant

MOST_VARIANTS: Final = 5
MOST_PLACES: Final = 10
LONGEST_EXCERPT: Final = 30
"""Lines."""
_DECORATOR: Final = re.compile(r"^\s*@([\w.]+)")
_SUPPRESSED: Final = re.compile(
    r"\b(?:TODO|FIXME|XXX|HACK)\b|type: ignore|noqa|eslint-disable|deprecated", re.IGNORECASE
)


@dataclass(frozen=True)
class _Instance:
    file: SourceFile
    function: Function
    first: int
    """Line where its decorators begin."""

    @property
    def skeleton(self) -> str:
        """What makes it one of a kind: its decorator, or the leading word of its name, and the kind of file."""
        decorators = [
            found.group(1)
            for line in self.file.lines[self.first - 1 : self.function.line - 1]
            if (found := _DECORATOR.match(line))
        ]
        if decorators:
            return f"@{decorators[0]} in {self.file.suffix} files"
        lead = re.split(r"_|(?<=[a-z])(?=[A-Z])", self.function.name.lstrip("_"))[0].lower()
        return f"{lead}… in {self.file.suffix} files"

    @property
    def text(self) -> str:
        return "\n".join(self.file.lines[self.first - 1 : self.function.end])


def find_patterns(tree: Tree, request: str) -> PatternExamples:
    """Cluster the functions that hold what was asked for, and recommend the one that is used, recent and healthy."""
    question = read_question(request)
    history = read_history(tree.root)
    clusters: defaultdict[str, list[_Instance]] = defaultdict(list)
    for instance in _instances(tree, question):
        clusters[instance.skeleton].append(instance)
    ranked = sorted(clusters.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:MOST_VARIANTS]
    variants = [_variant(name, instances, tree, history) for name, instances in ranked]
    follow, why = _recommended(variants)
    return PatternExamples(
        question=question.text or "(nothing was asked)",
        variants=tuple(variants),
        follow=follow,
        why=why,
        pieces=tuple(_pieces(tree, ranked[0][1])) if ranked else (),
        searched=question.patterns,
    )


def _instances(tree: Tree, question: Question) -> Iterator[_Instance]:
    if not question.terms:
        return
    for file in tree.files:
        if (
            not is_parsed(file)
            or _is_test(file.path)
            or not any(term.found_in(file.text) for term in question.terms)
        ):
            continue
        for function in parse(file).functions:
            first = _first_line(file, function)
            text = "\n".join(file.lines[first - 1 : function.end])
            held = sum(term.found_in(text) or term.found_in(file.path) for term in question.terms)
            if held * 3 >= len(question.terms) * 2 and function.end > function.line:
                yield _Instance(file, function, first)


def _is_test(path: str) -> bool:
    return (
        re.search(r"(^|/)(tests?|specs?|__tests__|e2e)/|(^|/)test_|[._]test\.|[._]spec\.", path) is not None
    )


def _first_line(file: SourceFile, function: Function) -> int:
    first = function.line
    while first > 1 and _DECORATOR.match(file.lines[first - 2]):
        first -= 1
    return first


def _variant(name: str, instances: Sequence[_Instance], tree: Tree, history: History) -> Variant:
    dated = sorted(
        instances, key=lambda one: (history.oldest.get(one.file.path, ""), -len(one.text)), reverse=True
    )
    typical = min(
        dated[: MOST_PLACES // 2],
        key=lambda one: (bool(_SUPPRESSED.search(one.text)), abs(len(one.text) - 800)),
    )
    others = [one for one in dated if one is not typical]
    return Variant(
        name=name,
        uses=len(instances),
        newest=max(
            (history.newest[one.file.path] for one in instances if one.file.path in history.newest),
            default=None,
        ),
        places=tuple(_place(one) for one in [typical, *others][:MOST_PLACES]),
        excerpt=_excerpt(typical),
        tests=tuple(_tests_of(typical, tree)),
        remarks=tuple(_remarks(instances)),
    )


def _place(one: _Instance) -> Place:
    return Place(file=one.file.path, line=one.function.line)


def _excerpt(one: _Instance) -> str:
    lines = one.file.lines[one.first - 1 : one.function.end]
    cut = len(lines) - LONGEST_EXCERPT
    return "\n".join(lines[:LONGEST_EXCERPT] + ([f"… {cut} more lines"] if cut > 0 else []))


def _tests_of(one: _Instance, tree: Tree) -> Iterator[Place]:
    name = re.compile(rf"\b{re.escape(one.function.name)}\b")
    stem = PurePosixPath(one.file.path).stem
    tests = [file for file in tree.files if is_parsed(file) and _is_test(file.path)]
    found = [(file, at) for file in tests for at, line in enumerate(file.lines, 1) if name.search(line)]
    if not found:
        found = [(file, 1) for file in tests if stem in file.name and stem != "__init__"]
    first: dict[str, int] = {}
    for file, at in found:
        first.setdefault(file.path, at)
    for path, at in list(first.items())[:3]:
        yield Place(file=path, line=at)


def _remarks(instances: Sequence[_Instance]) -> Iterator[str]:
    marked = [one for one in instances if _SUPPRESSED.search(one.text)]
    if marked:
        places = ", ".join(f"{one.file.path}:{one.function.line}" for one in marked[:3])
        yield f"{len(marked)} of {len(instances)} carry an open remark or a suppressed warning ({places})"
    if len(instances) == 1:
        yield "One instance is an example, not yet a pattern."


def _recommended(variants: Sequence[Variant]) -> tuple[str | None, str]:
    if not variants:
        return None, "Nothing in the code holds what was asked for."
    healthy = [variant for variant in variants if variant.uses > 1 and variant.tests]
    if not healthy:
        return (
            None,
            "No variant is both used more than once and tested, so none is recommended; look before you copy.",
        )
    best = max(healthy, key=lambda variant: (variant.newest or "", variant.uses))
    newest = f", last touched {best.newest}" if best.newest else ""
    return best.name, f"Used {best.uses} times{newest}, and tested in {best.tests[0].file}."


def _pieces(tree: Tree, instances: Sequence[_Instance]) -> Iterator[str]:
    """What else names the newest instance: registration, test, migration, document."""
    name = re.compile(rf"\b{re.escape(instances[0].function.name)}\b")
    for file in tree.files:
        if file.path == instances[0].file.path or file.generated:
            continue
        line = next((at for at, text in enumerate(file.lines, 1) if name.search(text)), None)
        if line is not None:
            yield f"{file.path}:{line} names {instances[0].function.name}"
