"""A description, read: sentences taken apart, and the activities and names found in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coditect.workflows.rules.language.clauses import Parsed, parse_sentence
from coditect.workflows.rules.language.sentences import Sentence, sentences
from coditect.workflows.rules.language.tagging import tag
from coditect.workflows.rules.language.tokens import tokenise
from coditect.workflows.rules.process import nouns
from coditect.workflows.rules.process.activities import ActivityReader
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.nominal import named_work
from coditect.workflows.rules.process.orders import with_orders
from coditect.workflows.rules.process.references import Reference, References


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
        ReadSentence(index, sentence, parts, _told(text, sentence, parts, acting))
        for index, (sentence, parts) in enumerate(zip(told, parsed, strict=True))
    )
    read_sentences = _with_shared_work(text, read_sentences)
    headings = tuple(sentence for sentence in found if sentence.block.kind == "heading")
    return Document(text, read_sentences, headings, acting)


def _told(text: str, sentence: Sentence, parsed: Parsed, acting: frozenset[str]) -> tuple[Activity, ...]:
    """The activities of a sentence; a question and a table's further columns tell none."""
    if sentence.block.kind == "note" or _last_sign(text, sentence) == "?":
        return ()
    return tuple(_activities(text, sentence, parsed, acting))


def _activities(text: str, sentence: Sentence, parsed: Parsed, acting: frozenset[str]) -> Iterator[Activity]:
    reader = _reader(text, sentence, parsed, acting)
    yield from reader.activities()
    if sentence.block.kind in {"item", "cell"}:
        yield from named_work(text, sentence.block, parsed, reader.references)


def _last_sign(text: str, sentence: Sentence) -> str:
    return text[max(sentence.start, sentence.end - 4) : sentence.end].rstrip()[-1:]


def _with_shared_work(text: str, found: tuple[ReadSentence, ...]) -> tuple[ReadSentence, ...]:
    """`The following offices comment on the plan:` above a list of offices: each of them does it."""
    result = list(found)
    for position, opener in enumerate(found):
        if len(opener.activities) != 1 or _last_sign(text, opener.sentence) != ":":
            continue
        names = list(_names_below(text, found, position))
        for place, name in names:
            shared = replace(
                opener.activities[0], performers=(name,), inherited=False, passive=False, last=name.end
            )
            result[place] = replace(found[place], activities=(shared,))
        if names:
            result[position] = replace(opener, activities=())
    return tuple(result)


def _names_below(
    text: str, found: tuple[ReadSentence, ...], position: int
) -> Iterator[tuple[int, Reference]]:
    level = found[position].sentence.block.level
    for place in range(position + 1, len(found)):
        item = found[place]
        if item.sentence.block.kind != "item" or item.sentence.block.level <= level:
            return
        if len(item.parsed.phrases) != 1 or item.parsed.groups:
            return
        references = References(text, item.parsed, frozenset())
        name = references.of(item.parsed.phrases[0], extended=True)
        if not references.acts(name):
            return
        yield place, name


def _in_lane(sentence: Sentence) -> Sentence:
    """A list below a heading that names a role belongs to that role."""
    block = sentence.block
    heading = (block.section or "").strip(" :").lower().split()
    if block.lane or not block.in_listing or not 0 < len(heading) <= 4:
        return sentence
    head = nouns.singular(heading[-1])
    if nouns.names_role(head) or {head, heading[-1]} & nouns.DEPARTMENTS or nouns.names_system(heading):
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
        for activity in _activities(text, sentence, parts, frozenset()):
            keys.update(reference.key for reference in activity.performers if _may_act(reference))
    return frozenset(keys)


def _may_act(reference: Reference) -> bool:
    return not reference.pronoun and reference.head not in nouns.THINGS
