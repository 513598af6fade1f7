"""What is looked at before the analysis: is there text at all, is it English, does it try to give orders to the analyst."""

import re
from collections.abc import Iterator

from coditect.workflows.analysis import Flag, Span
from coditect.workflows.rules.language.lexicon import known_word
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process.orders import orders

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SAMPLE = 3_000
"""Words looked at to tell the language."""

_ENGLISH = wordset(
    "the a an of to and in is are be by for with on from if it that this then when or as has have not at will which who "
    "can after must they we i you he she all each before their his her its our your"
)
# The most frequent words of neighbouring languages that are no English words.
_FOREIGN = wordset("der die das und ist nicht ein eine einen einem den dem des mit wird werden für auf von zu zur zum wenn oder auch bei nach "
    "durch sich sie wir ich dann sind vom "
    "le la les des du une est et dans pour pas sur avec par qui que au aux ce cette sont nous vous ils elle ou il "
    "el los las una es y en para con por del que se no su al como lo más si "
    "il lo gli di e è che per con una del della nel sono viene se non alla "
    "o os um uma do da dos das não com ao à são ele ela "
    "het een van en niet wordt zijn naar met voor bij als dan ook te "
    "och att det som på är av för inte med ett till den "
    "i w na z się do jest nie że od po dla oraz "
    "og det er ikke til på av som en") - wordset("do no on i me as a in an to so he by at or was if we be is it of and the die")  # fmt: skip


def refuse(description: str) -> Flag | None:
    """Why the text cannot be analysed, if so; the rules read English only."""
    words = list(_words(description))
    if not description.strip() or not words:
        return Flag(code="empty", message="The description contains no text to analyse.", evidence=())
    if is_binary(description):
        place = _CONTROL.search(description)
        evidence = (Span(start=place.start(), end=place.end()),) if place else ()
        return Flag(
            code="binary",
            message="The description contains control characters: it is not plain text.",
            evidence=evidence,
        )
    if not is_english(description):
        message = "The description does not seem to be English. Without a language model only English can be analysed."
        return Flag(code="not_english", message=message, evidence=())
    return None


def flags(description: str) -> tuple[Flag, ...]:
    """What a reader should know about the text; none of it stops the analysis."""
    evidence = tuple(Span(start=start, end=end) for start, end in orders(description))
    if not evidence:
        return ()
    message = "The description contains instructions aimed at the analyst. They were treated as text and not followed."
    return (Flag(code="instructions_in_text", message=message, evidence=evidence),)


def is_binary(text: str) -> bool:
    return _CONTROL.search(text) is not None


def is_english(text: str) -> bool:
    """Function words decide; short notes without any are judged by how many of their words are known."""
    words = list(_words(text))
    if not words:
        return False
    letters = "".join(words)
    if sum(letter > "ɏ" for letter in letters) > 0.3 * len(letters):
        return False
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN and word not in _ENGLISH for word in words)
    if foreign > english or (foreign > 0.1 * len(words) and english < 0.1 * len(words)):
        return False
    if english >= 0.08 * len(words):
        return True
    return sum(known_word(word) for word in words) >= 0.5 * len(words)


def _words(text: str) -> Iterator[str]:
    for number, match in enumerate(_WORD.finditer(text)):
        if number == _SAMPLE:
            return
        yield match.group().lower()
