"""Where something lives: names and lines that hold what was asked for, grouped by what they are for."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from coditect.agents.offline.asking import Question, Term, read_question
from coditect.agents.offline.files import SourceFile, Tree
from coditect.framework.contracts import Certainty, FoundPlace, Locations, PlaceGroup

MOST_PLACES: Final = 15
"""In one group; the rest is counted in the reason of the last."""
LONGEST_LINE: Final = 160

_CODE: Final = frozenset(
    [
        ".py",
        ".pyi",
        ".js",
        ".jsx",
        ".mjs",
        ".cjs",
        ".ts",
        ".tsx",
        ".go",
        ".rs",
        ".java",
        ".kt",
        ".rb",
        ".php",
        ".c",
        ".h",
        ".cc",
        ".cpp",
        ".hpp",
        ".cs",
        ".swift",
        ".scala",
        ".sh",
        ".bash",
        ".lua",
    ]
)
_PROSE: Final = frozenset({".md", ".rst", ".txt", ".adoc", ".org"})
_DEFINES: Final = re.compile(
    r"^\s*(?:export\s+|default\s+|public\s+|private\s+|static\s+|async\s+|pub(?:\([a-z]+\))?\s+|abstract\s+)*"
    r"(?:def|class|function|func|fn|struct|enum|trait|interface|type|const|let|var|impl|create\s+table)\b",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(
    r"(^|/)(notes?|thoughts?|journal|diary|minutes|meetings?|adr|adrs|decisions?|rfcs?|plans?|handoffs?|research|ideas|"
    r"memory-context|retro(spective)?s?|postmortems?|incidents?|changelog|todo|roadmap)([/._-]|$)",
    re.IGNORECASE,
)

Purpose = Callable[[SourceFile], str | None]


@dataclass(frozen=True)
class _Match:
    file: SourceFile
    line: int | None
    why: str
    weight: float
    certainty: Certainty


def locate_code(tree: Tree, request: str) -> Locations:
    """Answer where in the code something is, by names, definitions and uses."""
    return _locate(tree, request, _purpose_of_code, _CODE_ORDER)


def locate_notes(tree: Tree, request: str) -> Locations:
    """Answer where something is written down: notes, plans, records, minutes."""
    return _locate(tree, request, _kind_of_note, _NOTE_ORDER)


_CODE_ORDER: Final = (
    *(
        "implementation",
        "data model and migrations",
        "interface",
        "tests",
        "configuration",
        "build and deploy",
    ),
    *("documents", "other files"),
)
_NOTE_ORDER: Final = (
    *("decision records", "plans", "meetings", "research", "incidents", "hand-offs", "notes", "documents"),
)


_PURPOSES: Final = (
    ("tests", r"(^|/)(tests?|specs?|__tests__|e2e)(/|$)|(^|/)test_|[._]test\.|[._]spec\.|_test\."),
    ("data model and migrations", r"(^|/)(migrations?|alembic|schema)(/|$)|\.sql$|\.prisma$"),
    (
        "build and deploy",
        r"(^|/)(\.github|\.gitlab|\.ci|deploy|k8s|helm|terraform|infra)(/|$)|dockerfile|makefile|jenkinsfile",
    ),
    ("documents", r"\.(md|rst|txt|adoc|org)$"),
    ("interface", r"\.(html|css|scss|vue|svelte|po|tsx|jsx)$"),
    ("configuration", r"\.(toml|ya?ml|json|ini|cfg|conf|env|properties|xml|tf|hcl)$"),
)


def _purpose_of_code(file: SourceFile) -> str | None:
    """The first purpose whose pattern the path fits."""
    if file.generated:
        return None
    path = file.path.lower()
    named = next((purpose for purpose, pattern in _PURPOSES if re.search(pattern, path)), None)
    return named or ("implementation" if file.suffix in _CODE else "other files")


_KINDS: Final = (
    ("decision records", r"adrs?|decisions?|rfcs?"),
    ("plans", r"plans?|roadmap|todo"),
    ("meetings", r"minutes|meetings?|retro(spective)?s?"),
    ("research", r"research|ideas|spikes?"),
    ("incidents", r"postmortems?|incidents?"),
    ("hand-offs", r"handoffs?|memory-context"),
    ("notes", r"notes?|thoughts?|journal|diary|changelog"),
)


def _kind_of_note(file: SourceFile) -> str | None:
    if file.suffix not in _PROSE:
        return None
    path = file.path.lower()
    for kind, words in _KINDS:
        if re.search(rf"(^|/)({words})([/._-]|$)", path):
            return kind
    return "documents"


def is_note(file: SourceFile) -> bool:
    """Whether the path says that people keep notes there."""
    return file.suffix in _PROSE and _NOTES.search(file.path) is not None


def _locate(tree: Tree, request: str, purpose: Purpose, order: Sequence[str]) -> Locations:
    question = read_question(request)
    groups: defaultdict[str, list[_Match]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    weights = _weights(tree, question, purpose)
    for file in tree.files:
        kind = purpose(file)
        if kind is None:
            continue
        match, terms = _best_match(file, question, weights)
        seen |= terms
        if match is not None:
            groups[kind].append(match)
    return Locations(
        question=question.text or "(nothing was asked)",
        groups=tuple(_group(kind, groups[kind]) for kind in order if groups[kind]),
        searched=question.patterns,
        not_found=tuple(" ".join(term.words) for term in question.terms if term.words not in seen),
    )


def _weights(tree: Tree, question: Question, purpose: Purpose) -> dict[Term, float]:
    """Rare ideas lead straight home, common ones lead everywhere."""
    files = [file for file in tree.files if purpose(file) is not None]
    return {
        term: 1 / (1 + sum(term.found_in(file.path) or term.found_in(file.text) for file in files))
        for term in question.terms
    }


def _best_match(
    file: SourceFile, question: Question, weights: dict[Term, float]
) -> tuple[_Match | None, set[tuple[str, ...]]]:
    """The line that tells most, or the name when it does; and which ideas the file holds at all."""
    in_name = [term for term in question.terms if term.found_in(file.path)]
    held = [term for term in question.terms if term in in_name or term.found_in(file.text)]
    terms = {term.words for term in held}
    if not held or len(held) * 2 < len(question.terms):
        return None, terms
    best: tuple[float, int, bool] = (0.0, 0, False)
    for number, line in enumerate(file.lines, 1):
        value = sum(weights[term] for term in question.terms if term.found_in(line))
        if value == 0:
            continue
        defines = _DEFINES.match(line) is not None
        best = max(best, (value * (2 if defines else 1), -number, defines))
    named = sum(weights[term] for term in in_name)
    value, number, defines = best[0], -best[1], best[2]
    weight = (value + 2 * named) * len(held) ** 2
    certain = _certainty(len(in_name), len(held), len(question.terms), defines=defines)
    if value == 0:
        return _Match(file, None, f"its path holds {_listed(in_name)}", weight, certain), terms
    return _Match(file, number, file.lines[number - 1].strip()[:LONGEST_LINE], weight, certain), terms


def _certainty(named: int, held: int, asked: int, *, defines: bool) -> Certainty:
    if held == asked and (named or defines):
        return "high"
    return "medium" if held == asked or named or defines else "low"


def _listed(terms: Iterable[Term]) -> str:
    return ", ".join(f"“{' '.join(term.words)}”" for term in terms)


def _group(purpose: str, matches: Sequence[_Match]) -> PlaceGroup:
    ranked = sorted(matches, key=lambda match: (-match.weight, match.file.path))
    places = [
        FoundPlace(file=match.file.path, line=match.line, why=match.why, certainty=match.certainty)
        for match in ranked[:MOST_PLACES]
    ]
    if left := ranked[MOST_PLACES:]:
        folders = sorted({PurePosixPath(match.file.path).parent.as_posix() for match in left})
        last = places[-1]
        more = f"{last.why} (and {len(left)} more files, in {', '.join(folders[:3])}{' …' if len(folders) > 3 else ''})"
        places[-1] = last.model_copy(update={"why": more})
    return PlaceGroup(purpose=purpose, places=tuple(places))
