"""Words and signs with their place in the description."""

import re
import unicodedata
from dataclasses import dataclass

from coditect.workflows.rules.language.function_words import AUXILIARY, NOMINAL, VERBAL

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+(?![^\W_])"  # amounts: 5,000 and 2.5
    r"|[^\W_]+(?:[-'’.@_&+][^\W_]+)*"  # words, numbers, e-mail addresses, well-known joiners inside
    r"|[^\s]",
)
# Emoji, invisible marks and other signs that are no part of a sentence.
_UNREAD = frozenset({"So", "Sk", "Cf", "Co", "Cn", "Cs", "Mn", "Me"})
_GENITIVE = re.compile(r"['’]s$", re.IGNORECASE)
_CONTRACTED_IS = frozenset({"it's", "he's", "she's", "that's", "it’s", "he’s", "she’s", "that’s"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: `description[start:end]`, its tag and its base form."""

    text: str
    start: int
    end: int
    tag: str = ""
    lemma: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def nominal(self) -> bool:
        return self.tag in NOMINAL

    @property
    def verbal(self) -> bool:
        return self.tag in VERBAL

    @property
    def auxiliary(self) -> bool:
        return self.tag in AUXILIARY


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; `customer's` gives two, `doesn't` one."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        if not match.group().isascii() and unicodedata.category(match.group()[0]) in _UNREAD:
            continue
        tokens.extend(_split(match.group(), match.start(), match.end()))
    return tokens


def _split(word: str, start: int, end: int) -> list[Token]:
    genitive = _GENITIVE.search(word)
    if not genitive or word.lower() in _CONTRACTED_IS or genitive.start() == 0:
        return [Token(word, start, end)]
    cut = start + genitive.start()
    return [Token(word[: genitive.start()], start, cut), Token(word[genitive.start() :], cut, end)]
