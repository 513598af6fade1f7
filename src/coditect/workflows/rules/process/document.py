"""A description, read: sentences taken apart, and the activities and names found in them."""

from dataclasses import dataclass, replace

from coditect.workflows.rules.language.clauses import Parsed, parse_sentence
from coditect.workflows.rules.language.sentences import Sentence, sentences
from coditect.workflows.rules.language.tagging import tag
from coditect.workflows.rules.language.tokens import tokenise
from coditect.workflows.rules.process import nouns
from coditect.workflows.rules.process.activities import Activity, ActivityReader
from coditect.workflows.rules.process.orders import with_orders
from coditect.workflows.rules.process.references import Reference


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its parts and what it tells."""

    index: int
    sentence: Sentence
    parsed: Parsed
    activities: tuple[Activity, ...]

    @property
    def span(self) -> tuple[int, int]:
        return self.sentence.start, self.sentence.end


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    sentences: tuple[ReadSentence, ...]
    """All but headings and asides."""
    headings: tuple[Sentence, ...]
    acting: frozenset[str]
    """Keys of all names that act."""

    @property
    def activities(self) -> list[Activity]:
        return [activity for sentence in self.sentences for activity in sentence.activities]


def read(text: str) -> Document:
    found = sentences(text)
    ordering = with_orders(text, [(sentence.start, sentence.end) for sentence in found])
    told = [
        _in_lane(sentence)
        for sentence, orders in zip(found, ordering, strict=True)
        if sentence.block.kind not in {"heading", "aside"} and not orders
    ]
    parsed = [parse_sentence(tag(tokenise(text, sentence.start, sentence.end))) for sentence in told]
    acting = _acting(text, told, parsed)
    read_sentences = tuple(
        ReadSentence(index, sentence, parts, tuple(_reader(text, sentence, parts, acting).activities()))
        for index, (sentence, parts) in enumerate(zip(told, parsed, strict=True))
    )
    headings = tuple(sentence for sentence in found if sentence.block.kind == "heading")
    return Document(text, read_sentences, headings, acting)


def _in_lane(sentence: Sentence) -> Sentence:
    """A list below a heading that names a role belongs to that role."""
    block = sentence.block
    heading = (block.section or "").strip(" :").lower().split()
    if block.lane or not block.in_listing or not 0 < len(heading) <= 4:
        return sentence
    head = nouns.singular(heading[-1])
    if nouns.names_role(head) or head in nouns.DEPARTMENTS or nouns.names_system(heading):
        return replace(sentence, block=replace(block, lane=(block.section or "").strip(" :")))
    return sentence


def _reader(text: str, sentence: Sentence, parsed: Parsed, acting: frozenset[str]) -> ActivityReader:
    return ActivityReader(
        text, parsed, acting, item=sentence.block.kind in {"item", "cell"} or bool(sentence.block.lane)
    )


def _acting(text: str, told: list[Sentence], parsed: list[Parsed]) -> frozenset[str]:
    """Whoever is the subject of an active verb with an object, wherever the text says so, acts everywhere."""
    keys: set[str] = {sentence.block.lane.lower() for sentence in told if sentence.block.lane}
    for sentence, parts in zip(told, parsed, strict=True):
        reader = _reader(text, sentence, parts, frozenset())
        for activity in reader.activities():
            keys.update(reference.key for reference in activity.performers if _may_act(reference))
    return frozenset(keys)


def _may_act(reference: Reference) -> bool:
    return not reference.pronoun and reference.head not in nouns.THINGS
