"""What stands around a verb: who does it, to what, for whom, from whom and how."""

from collections.abc import Sequence
from dataclasses import replace

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Clause, Parsed
from coditect.workflows.rules.language.phrases import NounPhrase
from coditect.workflows.rules.language.tokens import Token
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.references import Reference, References

_TIME_UNITS = wordset("second minute hour day week month quarter year")
_TOWARDS = wordset("to with at towards unto")
# A place as much as a partner, unless the text shows it at work: `at the information desk`.
_THEM = wordset("it them him her")
_AT_PLACES = wordset("at with")
_MANNER = wordset("in into within as by via through onto")
_PLACES = wordset("in into within onto")
_ABOUT = wordset("about of on regarding concerning for over against")
# Adverbs that order or comment rather than say how the work is done.
_NOT_MANNER = wordset(
    "immediately finally subsequently additionally usually normally typically generally directly currently actually "
    "really basically unfortunately only early daily weekly monthly quarterly early simultaneously concurrently firstly "
    "secondly lastly thirdly previously recently ultimately eventually accordingly possibly probably successfully "
    "internally initially consequently correctly likely family reply supply apply"
)


def antecedent(references: References, parsed: Parsed, clause: Clause) -> Reference | None:
    """Who a relative clause is about: `a handler , who calculates …`."""
    before = [phrase for phrase in parsed.phrases if phrase.end <= clause.segment.start]
    return references.of(before[-1]) if before and clause.segment.role == "relative" else None


def is_time(tokens: Sequence[Token]) -> bool:
    """`two weeks`, `every Tuesday`."""
    unit = nouns.singular(tokens[-1].lower)
    if tokens[0].lower in {"every", "each"}:
        return unit in _TIME_UNITS | nouns.WEEKDAYS
    return tokens[0].tag == fw.NUM and unit in _TIME_UNITS


class Arguments:
    """Deals the phrases around a verb out to performer, object, recipient, source and manner."""

    def __init__(
        self, references: References, parsed: Parsed, clause: Clause, verb: str, *, passive: bool
    ) -> None:
        self._references, self._parsed, self._clause = references, parsed, clause
        self.performers: tuple[Reference, ...] = ()
        self.recipients: tuple[Reference, ...] = ()
        self.sources: tuple[Reference, ...] = ()
        self.objects: tuple[Reference, ...] = ()
        self.object_span: tuple[int, int] | None = None
        self.manner: tuple[tuple[int, int], ...] = ()
        self.attached: tuple[tuple[str, Reference], ...] = ()
        self.preposition: str | None = None
        self._addresses = verb in verbs.ADDRESSES
        self._clause_verb = verb
        self._deal_subject(passive=passive)
        self._deal_objects(passive=passive)
        self._deal_prepositional(passive=passive)
        self._deal_adverbs()
        self.last = self._last()

    def _deal_subject(self, *, passive: bool) -> None:
        subject = tuple(self._references.of(phrase) for phrase in self._clause.subject)
        named = antecedent(self._references, self._parsed, self._clause)
        if not subject and named:
            subject = (self._spoken_of(named),)
        acting = all(self._references.acts(reference) for reference in subject)
        if self._clause_verb == "require" and not acting:
            return
        if not passive and subject and (acting or self._presumed(subject)):
            self.performers = subject
        elif subject and acting and (self._addresses or self._is_given(passive=passive)):
            self.recipients = subject
        elif self._clause.subject:
            self._set_object(self._clause.subject)
            if not self._clause.inherited:
                self._extend_to_verb()
        elif subject:
            self.objects, self.object_span = subject, (subject[0].start, subject[0].end)

    def _is_given(self, *, passive: bool) -> bool:
        """`The tenant is given the keys`."""
        return passive and self._clause_verb in verbs.GIVES and bool(self._clause.objects)

    def _spoken_of(self, named: Reference) -> Reference:
        """`the handler who calculates …`: the pronoun is where the handler is mentioned as the one who does it."""
        token = self._parsed.tokens[self._clause.segment.start]
        return replace(named, start=token.start, end=token.end) if token.lower == "who" else named

    def _extend_to_verb(self) -> None:
        """`Mail from the party is collected`: what stands between subject and verb belongs to the subject."""
        start, end = self.object_span or (0, 0)
        for preposition, phrase in self._clause.before:
            token = self._parsed.tokens[preposition]
            if token.start >= end and token.lower in {
                "from",
                "under",
                "over",
                "above",
                "below",
                "with",
                "for",
                "about",
            }:
                end = self._parsed.tokens[phrase.end - 1].end
        self.object_span = (start, end)

    def _presumed(self, subject: Sequence[Reference]) -> bool:
        """Whoever does something to something acts, unless it is a well-known thing."""
        known_things = any(
            reference.head in nouns.THINGS or reference.head in nouns.PROCESS_WORDS for reference in subject
        )
        vague = any(reference.pronoun and reference.key not in {"it", "they"} for reference in subject)
        named = all(reference.name for reference in subject)
        return (bool(self._clause.objects) or named) and not known_things and not vague

    def _set_object(self, phrases: Sequence[NounPhrase]) -> None:
        references = tuple(self._references.of(phrase, extended=True) for phrase in phrases)
        self.objects = references
        self.object_span = (references[0].start, references[-1].end)

    def _deal_objects(self, *, passive: bool) -> None:
        objects = [phrase for phrase in self._clause.objects if not self._is_time(phrase)]
        if self._addresses and self._clause.prepositional:
            objects = [phrase for phrase in objects if phrase.start < self._clause.prepositional[0][0]]
        if not objects:
            return
        first = self._references.of(objects[0])
        ditransitive = len(objects) > 1 and not self._coordinated(objects[0], objects[1])
        addressed = self._addresses and first.head not in nouns.THINGS
        if not passive and (addressed or (self._references.acts(first) and ditransitive)):
            together = objects[:1]
            for phrase in objects[1:]:
                if self._coordinated(together[-1], phrase) and self._references.acts(
                    self._references.of(phrase)
                ):
                    together.append(phrase)
            self.recipients = tuple(self._references.of(phrase) for phrase in together)
            objects = objects[len(together) :] if ditransitive or len(together) == len(objects) else []
        if objects and not (passive and self.objects):
            self._set_object(objects)

    def _is_time(self, phrase: NounPhrase) -> bool:
        """`two weeks before the first day`."""
        return is_time(self._parsed.tokens[phrase.start : phrase.end])

    def _coordinated(self, earlier: NounPhrase, later: NounPhrase) -> bool:
        between = self._parsed.tokens[earlier.end : later.start]
        return len(between) <= 2 and any(token.tag == fw.CONJ or token.text == "," for token in between)

    def _deal_prepositional(self, *, passive: bool) -> None:
        covered = self.object_span or (-1, -1)
        for preposition, phrase in (*self._clause.before, *self._clause.prepositional):
            word = self._parsed.tokens[preposition].lower
            reference = self._references.of(phrase)
            if covered[0] <= reference.start < covered[1]:
                continue
            self._deal_one(word, reference, phrase, preposition, passive=passive)

    def _deal_one(
        self, word: str, reference: Reference, phrase: NounPhrase, preposition: int, *, passive: bool
    ) -> None:
        before_verb = preposition < self._clause.group.start
        if word == "by" and passive and not before_verb and self._may_be_agent(reference):
            self.performers += (reference,)
            return
        if self._references.acts(reference) and not before_verb and self._is_partner(word, reference):
            if word in {"by", "of"} and self._clause_verb == "require":
                self.performers += (reference,)
                return
            if word in _TOWARDS:
                self.recipients += (reference,)
                return
            if word == "from":
                self.sources += (reference,)
                return
        group = self._clause.group
        archiving = word == "of" and group.form == fw.GERUND and preposition == group.end
        governed = archiving or word in verbs.WITH_PREPOSITION.get(self._clause_verb, ())
        if governed and not self.objects and not before_verb:
            self._set_object((phrase,))
            return
        if self._addresses and word in _ABOUT and not self.objects and not before_verb:
            self._set_object((phrase, *self._joined_to(phrase)))
            self.preposition = word
            if word == "about" and self.object_span:
                self.object_span = (self._parsed.tokens[preposition].start, self.object_span[1])
            return
        self.attached += ((word, reference),)
        if not before_verb and self._is_manner(word, reference, passive=passive):
            full = self._references.of(phrase, extended=True)
            self.manner += ((self._parsed.tokens[preposition].start, full.end),)

    def _is_manner(self, word: str, reference: Reference, *, passive: bool) -> bool:
        """How, where or what for: `by phone`, `into the database`, `is reviewed for completeness`."""
        acts = self._references.acts(reference)
        if acts and not self._is_partner(word, reference):
            return word in {"to", "into"} or word in _PLACES
        if acts:
            return False
        if word == "for":
            it = any(self._references.of(phrase).key in _THEM for phrase in self._clause.objects)
            quality = self._clause_verb in verbs.CHECKS and reference.text.lower() == reference.key
            return passive or it or quality
        if word == "to":
            return self._clause_verb in verbs.MOVES
        return word in _MANNER

    def _is_partner(self, word: str, reference: Reference) -> bool:
        """Rather than a place: `sends it to the ward`, against `brings him to the ward`."""
        place = nouns.names_department(list(reference.words)) and not self._references.acts_elsewhere(
            reference
        )
        carried = word in {"to", "into"} and self._clause_verb in verbs.MOVES
        return not place or not (word in _AT_PLACES or carried)

    def _may_be_agent(self, reference: Reference) -> bool:
        """Whoever stands after `by` acts, except means, places, times and measures."""
        if self._references.acts(reference):
            return True
        means = reference.head in nouns.THINGS | nouns.UNSTRUCTURED | nouns.MEANS | _TIME_UNITS
        return not means and not reference.pronoun and not any(c.isdigit() for c in reference.text)

    def _joined_to(self, phrase: NounPhrase) -> list[NounPhrase]:
        """`about the end of … and the beginning of …`."""
        return [later for later in self._clause.objects if later.start > phrase.start]

    def _deal_adverbs(self) -> None:
        group, tokens = self._clause.group, self._parsed.tokens
        for token in (
            *tokens[group.start : group.main],
            *tokens[group.end : group.end + 1],
            *tokens[max(0, group.start - 1) : group.start],
        ):
            if token.tag == fw.ADV and token.lower.endswith("ly") and token.lower not in _NOT_MANNER:
                self.manner += ((token.start, token.end),)

    def _last(self) -> int:
        group = self._clause.group
        ends = [self._parsed.tokens[group.end - 1].end]
        ends += [self._references.of(phrase, extended=True).end for phrase in self._clause.objects]
        ends += [self._parsed.tokens[phrase.end - 1].end for _, phrase in self._clause.prepositional]
        return max(ends)
