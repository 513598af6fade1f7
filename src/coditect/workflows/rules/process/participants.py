"""Who takes part: one entry for each actor, however often and under whatever name the text mentions it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from coditect.workflows.rules.process import nouns
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.document import Document, ReadSentence
from coditect.workflows.rules.process.references import Reference, References, acts_by_name

Kind = Literal["role", "department", "system", "external"]

_COMPANY = re.compile(r"\b(?:AG|GmbH|Inc|Ltd|LLC|Corp|SE|plc|KG|BV|SA)\b\.?$")
_I_AM = re.compile(
    r"\b(?:I am|I'm|I work as|my role is)\s+(?:the |a |an )?([A-Za-z][\w -]{2,60}?)(?= (?:and|who|at|in|for|here)\b|[.,;\n]|$)",
    re.IGNORECASE,
)
_WE_ARE = re.compile(
    r"\b(?:we are|we're)\s+(?:the |a |an )?([\w -]{2,40}?(?:team|department|unit|office|company|group|desk))\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Za-z]{0,3}[A-Z]{1,5})\s*\)")


# What those who only say `I` or `we` are called.
OUR_TEAM = "Our team"
_ACTING_PRONOUNS = frozenset({"he", "she", "they"})
_PLAIN_NAMES = {"we": OUR_TEAM, "i": "Writer of the description"}


@dataclass
class Participant:
    key: str
    name: str
    kind: Kind
    mentions: list[tuple[int, int]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    acts: bool = False


class Cast:
    """The participants in order of appearance, and who is meant by each reference."""

    def __init__(self) -> None:
        self.participants: dict[str, Participant] = {}
        self._meant: dict[tuple[int, int], str] = {}

    def meant_by(self, reference: Reference) -> Participant | None:
        key = self._meant.get((reference.start, reference.end))
        return self.participants[key] if key else None

    def named(self, name: str) -> Participant | None:
        return self.participants.get(_lane_key(name))

    def add(self, key: str, name: str, kind: Kind, span: tuple[int, int] | None) -> Participant:
        participant = self.participants.setdefault(key, Participant(key, name, kind))
        if span and span not in self._meant:
            participant.mentions.append(span)
        if span:
            self._meant[span] = key
        return participant


def cast(document: Document) -> Cast:
    """Everybody who performs, receives or sends something, or owns a lane."""
    found = Cast()
    _Casting(document, found).run()
    return found


class _Casting:
    def __init__(self, document: Document, found: Cast) -> None:
        self._document, self._cast = document, found
        self._last_person: str | None = None
        self._topic: dict[str, str] = {}
        self._last_system: str | None = None
        self._passed_over: ReadSentence | None = None
        self._by_head: dict[str, str] = {}
        self._by_acronym: dict[str, str] = {}
        self._selves = _selves(document.text)

    def run(self) -> None:
        for sentence in self._document.sentences:
            self._lane(sentence)
            met = False
            for activity in sentence.activities:
                for reference, performs in _references(activity):
                    if reference.pronoun and not met:
                        self._notice(sentence, reference.start)
                    self._meet(reference, performs=performs)
                    met = True
            if not met:
                self._passed_over = sentence

    def _notice(self, sentence: ReadSentence, until: int) -> None:
        """`It is the turn of the finance department: they book …`: named, though nothing was done yet."""
        earlier = self._passed_over
        recent = [earlier] if earlier and earlier.index == sentence.index - 1 else []
        for read in (sentence, *recent):
            references = References(self._document.text, read.parsed, self._document.acting)
            named = [
                reference
                for phrase in read.parsed.phrases
                if (reference := references.of(phrase)).end < until
                and not reference.pronoun
                and not reference.name
                and acts_by_name(reference)
            ]
            if named:
                self._meet(named[-1] if read is sentence else named[0], performs=False)
                return

    def _lane(self, sentence: ReadSentence) -> None:
        lane = sentence.sentence.block.lane
        if not lane:
            return
        start = self._document.text.rfind(
            lane, max(0, sentence.sentence.start - len(lane) - 200), sentence.sentence.start
        )
        span = (start, start + len(lane)) if start >= 0 else None
        key = _lane_key(lane)
        self._cast.add(key, _display(lane), _kind(tuple(key.split()), lane), span).acts = True
        self._remember(key)

    def _meet(self, reference: Reference, *, performs: bool) -> None:
        # `she calls the doctor; then she hands out the medicine`: who goes on acting is the same.
        topic = self._topic.get(reference.key) if performs and reference.pronoun else None
        key = topic or self._resolve(reference)
        if key is None:
            return
        if performs and not reference.pronoun:
            self._topic.clear()
        elif performs and reference.key in _ACTING_PRONOUNS:
            self._topic[reference.key] = key
        span = (reference.start, reference.end)
        if reference.pronoun:
            known = self._cast.participants.get(key)
            participant = known or self._cast.add(key, _PLAIN_NAMES.get(key, _display(key)), "role", None)
            if key in _PLAIN_NAMES and not known:
                participant.aliases.append(_display(key))
            self._cast.add(key, participant.name, participant.kind, span)
        else:
            participant = self._cast.add(
                key, _display(_trim(reference)), _kind(reference.words, reference.text), span
            )
            alias = _display(_trim(reference))
            if short := _ACRONYM.match(self._document.text, reference.end):
                self._by_acronym[short.group(1).lower()] = key
                alias = short.group(1)
            if alias.lower() != participant.name.lower() and alias not in participant.aliases:
                participant.aliases.append(alias)
        participant.acts = participant.acts or performs
        self._remember(key)

    def _remember(self, key: str) -> None:
        participant = self._cast.participants[key]
        if participant.kind == "system":
            self._last_system = key
        else:
            self._last_person = key
        words = key.split()
        if len(words) > 1:
            self._by_head[words[-1]] = key

    def _resolve(self, reference: Reference) -> str | None:
        if reference.key in self._by_acronym:
            return self._by_acronym[reference.key]
        if not reference.pronoun:
            short = len(reference.words) == 1 and reference.text.lower().startswith("the ")
            return (
                self._by_head.get(reference.head, reference.key)
                if short and reference.key not in self._cast.participants
                else reference.key
            )
        word = reference.key
        if word in {"i", "me"}:
            return self._selves.get("i", "i")
        if word in {"we", "us"}:
            return self._selves.get("we", "we")
        if word == "it":
            return self._last_system or self._last_person
        if word in nouns.PERSON_PRONOUNS | {"they", "them", "him", "her"}:
            return self._last_person if word not in {"everyone", "everybody", "someone", "somebody"} else word
        return None


def _references(activity: Activity) -> Iterator[tuple[Reference, bool]]:
    yield from ((reference, True) for reference in activity.performers)
    yield from ((reference, False) for reference in (*activity.recipients, *activity.sources))


def _selves(text: str) -> dict[str, str]:
    """Who `I` and `we` are, if the text says so."""
    selves = {}
    if match := _I_AM.search(text):
        words = match.group(1).lower().split()
        if (
            acts_by_name(Reference(0, 0, "", nouns.singular(words[-1]), "", False, False, tuple(words)))
            or "head" in words
        ):
            selves["i"] = " ".join(words)
    if match := _WE_ARE.search(text):
        selves["we"] = match.group(1).lower()
    return selves


def _kind(words: tuple[str, ...], text: str) -> Kind:
    if nouns.names_system(list(words)):
        return "system"
    if words[-1] in nouns.EXTERNAL or _COMPANY.search(text):
        return "external"
    if nouns.names_department(list(words)) or words[-1] in nouns.DEPARTMENTS:
        return "department"
    return "role"


def _lane_key(name: str) -> str:
    words = name.lower().split()
    return " ".join([*words[:-1], nouns.singular(words[-1])])


def _trim(reference: Reference) -> str:
    """The name without its article: `the claims officer` → `claims officer`."""
    words = reference.text.split()
    leading = {
        "the",
        "a",
        "an",
        "this",
        "that",
        "our",
        "my",
        "any",
        "each",
        "every",
        "their",
        "his",
        "her",
        "its",
        "one",
        "of",
        "member",
        "someone",
        "somebody",
        "from",
        "in",
        "at",
        "some",
        "all",
        "these",
        "those",
        "both",
    }
    while len(words) > 1 and words[0].lower() in leading:
        words = words[1:]
    return " ".join(words)


def _display(name: str) -> str:
    name = " ".join(name.split())
    return name[:1].upper() + name[1:]
