"""How code is built, counted and followed without a model: entry points, the calls behind a name, structure, hot spots."""

import json
import re
import tomllib
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from coditect.agents.offline.asking import Question, read_question
from coditect.agents.offline.files import SourceFile, Tree
from coditect.agents.offline.history import History, read_history
from coditect.agents.offline.structure import (
    Function,
    ImportGraph,
    Parsed,
    build_graph,
    find_cycles,
    is_parsed,
    parse,
)
from coditect.framework.contracts import (
    CodeExplanation,
    CodeStructure,
    Dependency,
    FlowStep,
    FunctionMeasure,
    HotSpot,
    LanguageShare,
    Place,
)

LONGEST_LIST: Final = 10
MOST_ENTRIES: Final = 20
MOST_STEPS: Final = 20
DEEPEST: Final = 3
_ROUTE: Final = re.compile(r"^\s*@\w+\.(?:get|post|put|patch|delete|route|command|websocket|task|on_event)\(")
_MAIN: Final = re.compile(
    r"^(?:if __name__ == [\"']__main__[\"']:|func main\(\)|(?:pub )?(?:async )?fn main\(|\s*public static void main\()"
)
_STATE: Final = (
    ("reads the environment", re.compile(r"os\.environ|getenv\(|process\.env\b|env::var")),
    (
        "reads or writes files",
        re.compile(
            r"\bopen\(|read_text|write_text|read_bytes|write_bytes|fs\.\w+\(|std::fs|os\.(?:Open|Create)"
        ),
    ),
    (
        "talks to a database",
        re.compile(
            r"\.(?:execute|executemany|scalars?|commit|rollback)\(|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b"
        ),
    ),
    (
        "calls over the network",
        re.compile(r"\b(?:requests|httpx|aiohttp|axios|reqwest|http)\.\w+\(|\bfetch\(|urlopen\("),
    ),
    ("starts a process", re.compile(r"subprocess\.|os\.system\(|child_process|exec\.Command|Command::new")),
    ("changes a global", re.compile(r"^\s*(?:global|nonlocal)\s+\w+")),
    (
        "reads the clock or chance",
        re.compile(r"\bnow\(\)|utcnow|time\.time\(|Date\.now|Math\.random|random\.\w+\("),
    ),
)


@dataclass(frozen=True)
class _Definition:
    file: Parsed
    function: Function

    @property
    def place(self) -> Place:
        return Place(file=self.file.path, line=self.function.line)


def analyze_code(tree: Tree, request: str) -> CodeExplanation:
    """Follow what was asked about through the calls, and count the whole."""
    question = read_question(request)
    parsed = [parse(file) for file in tree.files if is_parsed(file)]
    graph = build_graph(tree, parsed)
    history = read_history(tree.root)
    named = _named(parsed, question)
    flow = _follow(named, _by_name(parsed), graph)
    return CodeExplanation(
        question=question.text or "(nothing was asked)",
        summary=_summary(parsed, graph, named, question),
        entry_points=tuple(_entry_points(tree))[:MOST_ENTRIES],
        flow=tuple(_step(one, depth) for one, depth in flow),
        state=tuple(_state(tree, [one for one, _ in flow])),
        failure_paths=tuple(
            FlowStep(place=Place(file=one.file.path, line=line), what=f"{one.function.name}: {text[:160]}")
            for one, _ in flow
            for line, text in one.function.raises
        ),
        surprises=(),
        unknowns=tuple(_unknowns(tree, parsed, question, named)),
        structure=_structure(parsed, graph, history),
    )


def _named(parsed: Sequence[Parsed], question: Question) -> list[_Definition]:
    """The functions whose names hold most of what was asked, own code before tests."""
    ranked = []
    for file in parsed:
        for function in file.functions:
            held = sum(term.found_in(function.name) for term in question.terms)
            bare = function.name.lower().replace("_", "")
            exact = any("".join(term.words) == bare for term in question.terms)
            if exact or (held and held * 2 >= len(question.terms)):
                rank = (-exact, -held, "test" in file.path, len(function.name), file.path, function.line)
                ranked.append((rank, _Definition(file, function)))
    best = min((rank[:2] for rank, _ in ranked), default=None)
    return [one for rank, one in sorted(ranked, key=lambda pair: pair[0]) if rank[:2] == best][:3]


def _by_name(parsed: Sequence[Parsed]) -> Mapping[str, Sequence[_Definition]]:
    found: defaultdict[str, list[_Definition]] = defaultdict(list)
    for file in parsed:
        for function in file.functions:
            found[function.name].append(_Definition(file, function))
    return found


def _follow(
    start: Sequence[_Definition], by_name: Mapping[str, Sequence[_Definition]], graph: ImportGraph
) -> list[tuple[_Definition, int]]:
    """Calls in their order, breadth first, as far as one definition can be told from its namesakes."""
    steps: list[tuple[_Definition, int]] = []
    waiting = deque((one, 0) for one in start)
    seen = {(one.file.path, one.function.line) for one in start}
    while waiting and len(steps) < MOST_STEPS:
        one, depth = waiting.popleft()
        steps.append((one, depth))
        if depth == DEEPEST:
            continue
        for name in one.function.calls:
            target = _definition_of(name, one.file.path, by_name, graph)
            if target is not None and (key := (target.file.path, target.function.line)) not in seen:
                seen.add(key)
                waiting.append((target, depth + 1))
    return steps


def _definition_of(
    name: str, path: str, by_name: Mapping[str, Sequence[_Definition]], graph: ImportGraph
) -> _Definition | None:
    candidates = by_name.get(name, ())
    near = [one for one in candidates if one.file.path == path]
    imported = [one for one in candidates if one.file.path in graph.uses.get(path, ())]
    for group in (near, imported):
        if len(group) == 1:
            return group[0]
    return candidates[0] if len(candidates) == 1 else None


def _step(one: _Definition, depth: int) -> FlowStep:
    calls = ", ".join(one.function.calls[:8]) or "nothing"
    more = " …" if len(one.function.calls) > 8 else ""
    called = "starts here" if depth == 0 else f"called {'from there' if depth == 1 else f'at depth {depth}'}"
    return FlowStep(place=one.place, what=f"{one.function.signature} — {called}; calls {calls}{more}")


def _state(tree: Tree, definitions: Sequence[_Definition]) -> Iterator[FlowStep]:
    for one in definitions:
        lines = tree.by_path[one.file.path].lines
        for number in range(one.function.line, min(one.function.end, len(lines)) + 1):
            for what, pattern in _STATE:
                if pattern.search(lines[number - 1]):
                    text = f"{one.function.name} {what}: {lines[number - 1].strip()[:120]}"
                    yield FlowStep(place=Place(file=one.file.path, line=number), what=text)
                    break


def _entry_points(tree: Tree) -> Iterator[FlowStep]:
    yield from _declared(tree)
    for file in tree.files:
        if not is_parsed(file) or "test" in file.path:
            continue
        for number, line in enumerate(file.lines, 1):
            if _MAIN.match(line):
                yield FlowStep(place=Place(file=file.path, line=number), what="runs when the file is started")
            elif _ROUTE.match(line):
                yield FlowStep(place=Place(file=file.path, line=number), what=line.strip()[:160])


def _declared(tree: Tree) -> Iterator[FlowStep]:
    for file in tree.files:
        if file.name == "pyproject.toml":
            scripts = _table(_toml(file), "project", "scripts")
        elif file.name == "package.json":
            manifest = _json(file)
            bins = manifest.get("bin")
            scripts = bins if isinstance(bins, dict) else {}
            scripts |= _table(manifest, "scripts")
        else:
            continue
        for name, target in scripts.items():
            line = next((at for at, text in enumerate(file.lines, 1) if str(name) in text), None)
            yield FlowStep(place=Place(file=file.path, line=line), what=f"`{name}` runs {str(target)[:120]}")


def _toml(file: SourceFile) -> dict[str, Any]:
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError:
        return {}


def _json(file: SourceFile) -> dict[str, Any]:
    try:
        found = json.loads(file.text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _table(values: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    found: Any = values
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return dict(found) if isinstance(found, dict) else {}


def _structure(parsed: Sequence[Parsed], graph: ImportGraph, history: History) -> CodeStructure:
    return CodeStructure(
        languages=tuple(_languages(parsed)),
        functions=sum(len(file.functions) for file in parsed),
        types=sum(file.types for file in parsed),
        most_complex=tuple(_most_complex(parsed)),
        most_used=tuple(
            Dependency(module=module, used_by=count, uses=graph.uses.get(module, ())[:LONGEST_LIST])
            for module, count in _ranked(graph.used_by)
        ),
        import_cycles=tuple(find_cycles(graph.uses)[:LONGEST_LIST]),
        libraries=tuple(name for name, _ in _ranked(graph.libraries, 2 * LONGEST_LIST)),
        hot_spots=tuple(_hot_spots(parsed, history)),
        commits_read=history.commits,
    )


def _ranked(counts: Counter[str], most: int = LONGEST_LIST) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _languages(parsed: Sequence[Parsed]) -> list[LanguageShare]:
    files = Counter(file.language for file in parsed)
    lines: Counter[str] = Counter()
    for file in parsed:
        lines[file.language] += file.lines
    shares = [LanguageShare(language=name, files=count, lines=lines[name]) for name, count in files.items()]
    return sorted(shares, key=lambda share: (-share.lines, share.language))


def _most_complex(parsed: Sequence[Parsed]) -> list[FunctionMeasure]:
    measures = [
        FunctionMeasure(
            file=file.path,
            line=function.line,
            name=function.name,
            lines=function.end - function.line + 1,
            complexity=function.complexity,
        )
        for file in parsed
        for function in file.functions
    ]
    return sorted(measures, key=lambda one: (-one.complexity, -one.lines, one.file, one.line or 0))[
        :LONGEST_LIST
    ]


def _hot_spots(parsed: Sequence[Parsed], history: History) -> list[HotSpot]:
    spots = [
        HotSpot(
            file=file.path,
            changes=history.changes[file.path],
            complexity=file.complexity,
            last_changed=history.newest[file.path],
        )
        for file in parsed
        if file.complexity and history.changes.get(file.path, 0) > 1
    ]
    return sorted(spots, key=lambda spot: (-spot.changes * spot.complexity, spot.file))[:LONGEST_LIST]


def _summary(
    parsed: Sequence[Parsed], graph: ImportGraph, named: Sequence[_Definition], question: Question
) -> str:
    if not parsed:
        return "No source file in a language that is parsed here: Python, JavaScript, TypeScript, Go, Rust, Java."
    shares = ", ".join(f"{share.files} {share.language} files" for share in _languages(parsed)[:3])
    functions = sum(len(file.functions) for file in parsed)
    text = f"{shares}; {functions} functions; {sum(map(len, graph.uses.values()))} imports between files."
    if named:
        first = named[0]
        return (
            f"{text} The request leads to {first.function.name} in {first.file.path}:{first.function.line}."
        )
    return f"{text} No function is named like the request." if question.terms else text


def _unknowns(
    tree: Tree, parsed: Sequence[Parsed], question: Question, named: Sequence[_Definition]
) -> Iterator[str]:
    if tree.cut:
        yield f"The repository has more files than are read here; the first {len(tree.files)} were."
    broken = [file.path for file in parsed if file.broken]
    if broken:
        yield f"Not wholly parsed, and therefore counted too low: {', '.join(broken[:LONGEST_LIST])}."
    if question.terms and not named:
        yield "What the request means in this code: no function bears its words; ask codebase-locator for the place."
    yield "Calls through variables, registries and inheritance are not followed: only names that lead to one definition."
    yield "Whether names, comments and documents tell the truth was not judged: that takes a model."
