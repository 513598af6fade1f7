"""Reads text as stems: lower case, without endings and without the words that every sentence has."""

import re
import string
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from coditect.framework.dispatch.tables import entries, lines

_WORD: Final = re.compile(r"[^\W_]+(?:[._'][^\W_]+)*(?:\+\+|#)?")
_HUMP: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

STOP: Final = frozenset(word for line in lines("stop_words.txt") for word in line.split())
_IRREGULAR: Final = {form: base for base, forms in entries("irregular_stems.txt") for form in forms.split()}

# An ending, and how many letters must remain without it.
_REMAINS: Final = """
    abilities=4 ability=4 able=4 ally=4 al=5 ance=5 ated=4 ate=4 atically=4 atic=4 ating=4 ation=4 ative=4 ator=4
    ed=3 ence=5 erly=4 er=4 fulness=4 ful=4 ibility=4 ible=4 ication=4 ic=5 ied=2 ing=3 ion=4 isation=4 ised=4
    iser=4 ise=5 ising=4 itive=4 itor=4 ities=4 ity=4 iveness=4 ively=4 ive=4 ivity=4 ization=4 ized=4 izer=4 ize=4
    izing=4 ly=4 mental=4 mentation=4 mented=4 menter=4 menting=4 ment=4 ness=4 or=5 ous=4 ty=6 ural=4 ure=4
"""
_ENDINGS: Final = {
    last: sorted(
        (
            (ending, int(remains))
            for ending, _, remains in (pair.partition("=") for pair in _REMAINS.split())
            if ending[-1] == last
        ),
        key=lambda pair: -len(pair[0]),
    )
    for last in string.ascii_lowercase
}
_NOT_PLURAL: Final = ("ss", "us", "is")


class Word(NamedTuple):
    """A word as it was written, and its stem."""

    written: str
    stem: str


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Reduce a lower-case word to what its forms have in common; it need not be a word itself."""
    word = word.removesuffix("'s")
    if (known := _IRREGULAR.get(word)) is not None:
        return known
    if len(word) < 4 or word in STOP or not word.isalpha():
        return word
    return _without_ending(_singular(word))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(_NOT_PLURAL) else word


def _without_ending(word: str) -> str:
    root = word
    for ending, remains in _ENDINGS.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= remains:
            root = word.removesuffix(ending)
            break
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        # `stopped` is `stop`, but `called` stays `call`.
        root = root[:-1]
    bare = root[:-1] if len(root) > 3 and root[-1] in "eyi" else root
    return root if bare in STOP else bare


def read(text: str) -> list[Word]:
    """Every word of the text in order, stop words included."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return [Word(match[0], stem(match[0].lower())) for match in _WORD.finditer(plain)]


def parts(word: Word) -> list[Word]:
    """What `camelCase` and `snake_case` are made of; nothing for other words."""
    written = word.written
    lower = written.lower()
    if "_" not in written and (written == lower or written.istitle() or written.isupper()):
        return []
    humps = [hump.lower() for hump in _HUMP.findall(written)]
    return [Word(written, stem(hump)) for hump in humps if len(hump) > 2 and hump != lower]


def is_stop(word: Word) -> bool:
    """Whether the word says nothing about a subject."""
    return word.written.lower() in STOP or (len(word.stem) == 1 and word.stem.isalpha())


def stems(text: str) -> list[str]:
    """The stems of a text without its stop words."""
    return [word.stem for word in read(text) if not is_stop(word)]


def quoted(items: Iterable[str]) -> str:
    """Join as a sentence does: “a”, “b” and “c”."""
    marked = [f"“{item}”" for item in items]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}" if marked else ""
