"""The words of a request that can be looked for, and the spellings that code gives them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_QUOTED: Final = re.compile(
    r"[`'\"\u201c\u201d\u2018\u2019]([^`'\"\u201c\u201d\u2018\u2019\n]{2,80})[`'\"\u201c\u201d\u2018\u2019]"
)
_WORD: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*[A-Za-z0-9_]|[A-Za-z0-9]{2,}")
_PARTS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_STOP: Final = frozenset(
    [
        "a",
        "about",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "code",
        "codebase",
        "could",
        "defined",
        "did",
        "do",
        "does",
        "example",
        "examples",
        "existing",
        "explain",
        "file",
        "files",
        "find",
        "for",
        "from",
        "function",
        "functions",
        "get",
        "give",
        "handle",
        "handled",
        "handles",
        "handling",
        "happens",
        "has",
        "have",
        "he",
        "how",
        "i",
        "implement",
        "implemented",
        "in",
        "into",
        "is",
        "it",
        "its",
        "let",
        "like",
        "list",
        "live",
        "lives",
        "locate",
        "look",
        "made",
        "make",
        "me",
        "module",
        "my",
        "of",
        "on",
        "or",
        "our",
        "out",
        "place",
        "places",
        "please",
        "project",
        "repo",
        "repository",
        "same",
        "see",
        "set",
        "should",
        "show",
        "similar",
        "so",
        "some",
        "somewhere",
        "such",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "touch",
        "up",
        "us",
        "use",
        "used",
        "uses",
        "using",
        "want",
        "was",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "work",
        "works",
        "would",
        "write",
        "written",
        "you",
        "your",
    ]
)
_ENDINGS: Final = ("ies", "ing", "ed", "es", "s", "y", "e")
_SHORTEST_STEM: Final = 4


@dataclass(frozen=True)
class Question:
    """What to look for. Each term is a regular expression that matches every spelling of one idea."""

    text: str
    terms: tuple["Term", ...]

    @property
    def patterns(self) -> tuple[str, ...]:
        """The terms as they can be typed into a search."""
        return tuple(term.pattern.pattern for term in self.terms)


@dataclass(frozen=True)
class Term:
    """One idea: `user account`, in whatever case and with whatever joint."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def found_in(self, text: str) -> bool:
        """Whether any spelling stands in the text."""
        return self.pattern.search(text) is not None


def read_question(request: str) -> Question:
    """Take what is quoted as it stands, and of the rest the words that are not small talk."""
    quoted = [found.group(1) for found in _QUOTED.finditer(request)]
    rest = _QUOTED.sub(" ", request)
    named = [word for word in _WORD.findall(rest) if _parts(word) and not _small_talk(word)]
    terms: dict[tuple[str, ...], Term] = {}
    for thing in (*quoted, *named):
        parts = tuple(part.lower() for part in _parts(thing))
        if parts and parts not in terms:
            terms[parts] = Term(parts, _spellings(parts))
    return Question(request.strip(), tuple(terms.values()))


def _small_talk(word: str) -> bool:
    return word.lower() in _STOP


def _parts(word: str) -> list[str]:
    return _PARTS.findall(word)


def _spellings(parts: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"[\s_.\-/]?".join(map(_forms, parts)), re.IGNORECASE)


def _forms(word: str) -> str:
    """An expression for the forms of a word: `invoices` finds `invoice`, `retry` finds `retries`, `cache` finds `caching`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - (ending == "ies"):
            stem = word.removesuffix(ending)
            return re.escape(stem) + ("(?:y|ies?)" if ending in {"y", "ies"} else "[a-z]{0,3}")
    return re.escape(word)
