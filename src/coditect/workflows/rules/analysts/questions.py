"""What a description leaves open, and what to ask about it."""

import re
from collections.abc import Iterator

from coditect.workflows.analysis import Ambiguity, Question
from coditect.workflows.rules.analysts.actors import performer
from coditect.workflows.rules.analysts.items import INFERRED, READ, STATED, spans
from coditect.workflows.rules.process.quantities import quantities
from coditect.workflows.rules.process.reading import Reading
from coditect.workflows.rules.process.tree import Work

# Words that leave open what is meant, and what to ask.
_VAGUE: dict[str, str] = {
    "usually": "What happens in the other cases?",
    "normally": "What happens in the other cases?",
    "sometimes": "In which cases exactly?",
    "often": "How often, and in which cases?",
    "occasionally": "In which cases exactly?",
    "if necessary": "Who decides that it is necessary, and by which rule?",
    "if needed": "Who decides that it is needed, and by which rule?",
    "if possible": "What is done when it is not possible?",
    "as appropriate": "By which rule is it appropriate?",
    "as soon as possible": "Within which time?",
    "asap": "Within which time?",
    "soon": "Within which time?",
    "quickly": "Within which time?",
    "in a timely manner": "Within which time?",
    "several": "How many?",
    "some": "Which ones, or how many?",
    "various": "Which ones?",
    "etc": "What else belongs to the list?",
    "and so on": "What else belongs to the list?",
    "under certain circumstances": "Under which circumstances?",
    "in some cases": "In which cases exactly?",
    "large": "From which value on?",
    "small": "Up to which value?",
    "high": "From which value on?",
    "low": "Up to which value?",
    "relevant": "Which ones are relevant?",
    "someone": "Who exactly?",
    "somebody": "Who exactly?",
    "approximately": "What is the exact value?",
    "maybe": "In which cases exactly?",
    "probably": "In which cases exactly?",
}
_VAGUE_PATTERN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _VAGUE), key=len, reverse=True)) + r")\b", re.IGNORECASE
)
# A question that the author leaves to others: `Who decides about goodwill cases?`
_OPEN_QUESTION = re.compile(
    r"^(?:who|when|what|which|where|until when|by when|how (?:many|much|long|often))\b", re.IGNORECASE
)
_LONGEST_EXCERPT = 110


def sentence_of(reading: Reading, index: int) -> str:
    """A sentence in one line."""
    start, end = reading.document.sentences[index].span
    return " ".join(reading.document.text[start:end].split())


def ambiguities(reading: Reading, works: list[Work]) -> Iterator[Ambiguity]:
    """Words that leave something open, and work that nobody is named for."""
    number = 0
    for read in reading.document.sentences:
        for match in _VAGUE_PATTERN.finditer(reading.document.text, *read.span):
            if not read.activities and not any(m for m in read.parsed.segments if m.role == "condition"):
                continue
            number += 1
            yield Ambiguity(
                id=f"u{number}",
                term=match.group(),
                problem=f"“{match.group()}” leaves open what exactly is meant.",
                evidence=spans([match.span()]),
                confidence=READ,
                origin="rule",
            )
    for work in works:
        if work.activity.passive and performer(reading, work) is None:
            number += 1
            yield Ambiguity(
                id=f"u{number}",
                term=reading.labels.label(work),
                problem="It is not said who does this.",
                evidence=spans([(work.activity.first, work.activity.last)]),
                confidence=STATED,
                origin="rule",
            )


def questions(reading: Reading, unclear: tuple[Ambiguity, ...]) -> Iterator[Question]:
    """One for each ambiguity, for what the text asks itself, and for what it does not say."""
    texts: list[tuple[str, str | None, tuple[tuple[int, int], ...]]] = []
    for ambiguity in unclear:
        evidence = tuple((span.start, span.end) for span in ambiguity.evidence)
        vague = _VAGUE.get(ambiguity.term.lower())
        said = _excerpt(reading, evidence[0][0]) if vague and evidence else ""
        text = (
            f"“{ambiguity.term}”: {vague}{said}" if vague else f"Who is responsible for “{ambiguity.term}”?"
        )
        texts.append((text, ambiguity.id, evidence))
    texts += [(text, None, evidence) for text, evidence in (*_left_open(reading), *_gaps(reading))]
    for number, (text, about, evidence) in enumerate(texts, 1):
        yield Question(
            id=f"q{number}",
            text=text,
            ambiguity=about,
            evidence=spans(evidence),
            confidence=READ if evidence else INFERRED,
            origin="rule" if evidence else "assumption",
        )


def _excerpt(reading: Reading, position: int) -> str:
    """The sentence around a word, for who has not the text at hand."""
    for read in reading.document.sentences:
        start, end = read.span
        if start <= position < end:
            said = " ".join(reading.document.text[start:end].split()).rstrip(".")
            cut = said if len(said) <= _LONGEST_EXCERPT else f"{said[:_LONGEST_EXCERPT].rsplit(' ', 1)[0]} …"
            return f" (“{cut}”)"
    return ""


def _left_open(reading: Reading) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Questions that the description asks itself."""
    for read in reading.document.sentences:
        said = sentence_of(reading, read.index)
        if said.endswith("?") and _OPEN_QUESTION.match(said) and " you" not in said.lower():
            yield f"The description asks: “{said}”", (read.span,)


def _gaps(reading: Reading) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    kinds = {
        q.kind for read in reading.document.sentences for q in quantities(reading.document.text, *read.span)
    }
    if "volume" not in kinds:
        yield "How many cases are there per day, week or month?", ()
    if "duration" not in kinds:
        yield "How long does each task take?", ()
    for node in reading.graph.nodes.values():
        outgoing = node.kind == "xor" and node.direction == "split" and node.label
        if outgoing and node.partner is None and len(node.spans) == 1:
            yield f"What happens when the answer to “{node.label}” is no?", node.spans
