"""A title for a description whose author gave none: its first words."""

import re
import unicodedata

LONGEST = 80
UNTITLED = "Untitled process"

_LEADING_MARKS = re.compile(r"^(?:[\W_]+|(?:\d{1,3}|[a-zA-Z])[.)]\s+)+")
_TRAILING_MARKS = re.compile(r"[\s#*_|=.:;,-]+$")
_SENTENCE_END = re.compile(r"(?<!\b(?:St|Mr|Ms|Dr|No))(?<!\b(?:Mrs|e\.g|i\.e))(?<!Dept)[.!?]\s+")
_OPENING = "“„«\"'(["


def title_of(description: str) -> str:
    """Return the first line that has words, without bullets, numbers and marks of headings, cut to one sentence."""
    for line in description.splitlines():
        # Invisible characters, such as those that turn the direction of writing, would fool who reads a list of titles.
        visible = "".join(sign for sign in line if unicodedata.category(sign) not in {"Cc", "Cf"}).strip()
        words = _without_marks(visible)
        if any(sign.isalpha() for sign in words):
            return _fitting(_TRAILING_MARKS.sub("", _SENTENCE_END.split(words, maxsplit=1)[0]))
    return UNTITLED


def _without_marks(line: str) -> str:
    marks = _LEADING_MARKS.match(line)
    if marks is None:
        return line
    start = marks.end()
    while start and line[start - 1] in _OPENING:
        start -= 1
    return line[start:]


def _fitting(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]}…"
