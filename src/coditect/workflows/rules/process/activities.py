"""Activities: which clauses tell that somebody does something, to what, for whom and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.language.clauses import Clause, Parsed
from coditect.workflows.rules.language.markers import INDEPENDENT, Role
from coditect.workflows.rules.language.phrases import NounPhrase, with_complements

_OF = frozenset({"of"})
_TOWARDS = frozenset("to with at towards unto".split())
_MANNER = frozenset("in into within as by via through for onto".split())
_ABOUT = frozenset("about of on regarding concerning for over against".split())
_SPECULATIVE = frozenset("would could might wouldn't couldn't".split())
_TELLING: frozenset[Role] = INDEPENDENT | {"when", "before", "while", "relative"}
# Adverbs that order or comment rather than say how the work is done.
_NOT_MANNER = frozenset(
    "immediately finally subsequently additionally usually normally typically generally directly currently actually "
    "really basically unfortunately only early daily weekly monthly quarterly early simultaneously concurrently firstly "
    "secondly lastly thirdly previously recently ultimately eventually accordingly possibly probably successfully "
    "internally initially consequently correctly likely family reply supply apply".split()
)
_BACKGROUND = frozenset("company firm organization organisation enterprise university corporation".split())


@dataclass(frozen=True, slots=True)
class Reference:
    """Something named in the text: `description[start:end]`, with what identifies it."""

    start: int
    end: int
    text: str
    head: str
    """Last word of the phrase, singular and in lower case."""
    key: str
    """The phrase without articles, in lower case: what two mentions of one thing share."""
    pronoun: bool
    name: bool
    """Written as a proper name."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Activity:
    """Somebody does something, as one clause states it."""

    verb: str
    """Base form with its particle: `send back`."""
    start: int
    end: int
    """The verb in the text."""
    first: int
    last: int
    """The whole clause in the text."""
    role: Role
    passive: bool
    modal: str | None
    command: bool
    performers: tuple[Reference, ...]
    inherited: bool
    objects: tuple[Reference, ...]
    object_span: tuple[int, int] | None
    recipients: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    """From whom something comes: `receives the order from the customer`."""
    manner: tuple[tuple[int, int], ...]
    attached: tuple[tuple[str, Reference], ...]
    """Every other prepositional phrase."""
    group: int
    """Index of its verb group in the sentence."""


class ActivityReader:
    """Reads the activities of one sentence, given which names are known to act."""

    def __init__(self, text: str, parsed: Parsed, acting: frozenset[str], *, item: bool) -> None:
        self._text = text
        self._parsed = parsed
        self._acting = acting
        self._item = item

    def activities(self) -> Iterator[Activity]:
        for position, clause in enumerate(self._parsed.clauses):
            if self._tells(position, clause):
                yield self._activity(position, clause)

    # References

    def reference(self, phrase: NounPhrase, *, extended: bool = False) -> Reference:
        tokens = self._parsed.tokens
        end = phrase.end
        if extended:
            end = with_complements(tokens, self._parsed.phrases, self._parsed.phrases.index(phrase), _OF)
        opening = phrase.start
        if any(token.lower == "of" for token in tokens[phrase.start : phrase.head]):
            opening = next(i for i in range(phrase.start, phrase.head) if tokens[i].lower == "of") + 1
        words = [t for t in tokens[opening : phrase.head + 1] if t.tag not in {fw.DET, fw.POSS} and t.is_word]
        if not words:
            words = [tokens[phrase.head]]
        head = nouns.singular(tokens[phrase.head].lower)
        lowered = tuple(token.lower for token in words[:-1]) + (head,)
        start_char, end_char = tokens[phrase.start].start, tokens[end - 1].end
        return Reference(
            start=start_char,
            end=end_char,
            text=self._text[start_char:end_char],
            head=head,
            key=" ".join(lowered),
            pronoun=phrase.pronoun,
            name=tokens[phrase.head].tag == fw.NAME,
            words=lowered,
        )

    def acts(self, reference: Reference) -> bool:
        """Whether the reference names somebody or something that acts."""
        if reference.pronoun:
            return reference.key in nouns.PERSON_PRONOUNS or reference.key in {"them", "him", "me", "us"}
        if reference.key in self._acting:
            return True
        return acts_by_name(reference)

    # Which clauses tell of work

    def _tells(self, position: int, clause: Clause) -> bool:
        group = clause.group
        if clause.segment.role not in _TELLING or group.negated or group.modal in _SPECULATIVE:
            return False
        if self._parsed.tokens[group.main].auxiliary or self._is_state(clause) or self._is_control(position):
            return False
        if (
            self.closes(clause)
            or self.repeats(clause)
            or self._is_background(clause)
            or self._reported(clause)
        ):
            return False
        if group.to:
            return self._completes_control(position)
        if group.form == fw.GERUND:
            return self._gerund_tells(position, clause)
        if group.form == fw.PARTICIPLE and not group.passive and not group.finite:
            return self._item and len(self._parsed.clauses) == 1
        if clause.segment.role == "relative":
            return self._relative_tells(clause)
        return group.finite or group.passive

    def verb(self, clause: Clause) -> str:
        tokens = self._parsed.tokens
        particles = [token.lower for token in tokens[clause.group.main + 1 : clause.group.end]]
        return " ".join([tokens[clause.group.main].lemma, *particles])

    def _waits_for(self, clause: Clause) -> int | None:
        """Index of `for` in `wait for the product`: part of the verb."""
        tokens, end = self._parsed.tokens, clause.group.end
        waits = tokens[clause.group.main].lemma == "wait" and end < len(tokens) and tokens[end].lower == "for"
        return end if waits else None

    def _is_state(self, clause: Clause) -> bool:
        verb = self.verb(clause)
        if verb not in verbs.STATES:
            return False
        acting = not clause.subject or any(self.acts(self.reference(phrase)) for phrase in clause.subject)
        return not (verb in verbs.STATES_WITHOUT_OBJECT and clause.objects and acting and clause.group.finite)

    def _is_control(self, position: int) -> bool:
        """`tries to negotiate`: the next verb is the activity."""
        return (
            self._controls_next(position)
            and self._parsed.tokens[self._parsed.groups[position].main].lemma in verbs.CONTROLS
        )

    def _controls_next(self, position: int) -> bool:
        groups, tokens = self._parsed.groups, self._parsed.tokens
        if position + 1 >= len(groups):
            return False
        following = groups[position + 1]
        between = [token for token in tokens[groups[position].end : following.start] if token.tag != fw.ADV]
        if following.to:
            return all(token.tag in {fw.TO, fw.ADJ} for token in between)
        return following.form == fw.GERUND and all(
            token.tag in {fw.PREP, fw.ADJ} or token.lower in {"charge", "responsible"} for token in between
        )

    def _completes_control(self, position: int) -> bool:
        """`has to be entered`, `is required to sign`; not `sends it to inform`."""
        if position == 0 or not self._controls_next(position - 1):
            return False
        earlier = self._parsed.tokens[self._parsed.groups[position - 1].main]
        return earlier.lemma in verbs.CONTROLS | {"be"} or earlier.auxiliary

    def _gerund_tells(self, position: int, clause: Clause) -> bool:
        group, tokens = clause.group, self._parsed.tokens
        if group.finite and any(token.tag == fw.BE for token in tokens[group.start : group.main]):
            return True
        if clause.segment.role in {"when", "before"} and group.start == clause.segment.start:
            return True
        if group.start == 0 and self._item:
            return not any(other.finite for other in self._parsed.groups)
        return (
            position > 0
            and self._controls_next(position - 1)
            and (tokens[self._parsed.groups[position - 1].main].lemma in verbs.CONTROLS)
        )

    def _relative_tells(self, clause: Clause) -> bool:
        """`a handler , who calculates …`: something is done by the one just named."""
        antecedent = self.antecedent(clause)
        if antecedent is None or not self.acts(antecedent):
            return False
        return clause.segment.end >= len(self._parsed.tokens) - 1

    def antecedent(self, clause: Clause) -> Reference | None:
        before = [phrase for phrase in self._parsed.phrases if phrase.end <= clause.segment.start]
        return self.reference(before[-1]) if before and clause.segment.role == "relative" else None

    def closes(self, clause: Clause) -> bool:
        """`the process ends`, `finishes the process instance`: an event, not work."""
        verb = self.verb(clause)
        if verb not in verbs.ENDS | verbs.BEGINS and not (verb == "create" and clause.group.passive):
            return False
        involved = clause.objects or clause.subject
        return any(self.reference(phrase).head in nouns.PROCESS_WORDS for phrase in involved)

    def repeats(self, clause: Clause) -> bool:
        """`this procedure is repeated`, `repeat steps 2 to 4`: a loop, not work."""
        return self.verb(clause) in verbs.REPEATS

    def _reported(self, clause: Clause) -> bool:
        """`It happens that he asks before he describes the job`: inside what is merely told."""
        position = self._parsed.segments.index(clause.segment)
        return (
            clause.segment.role not in INDEPENDENT
            and position > 0
            and self._parsed.segments[position - 1].role == "content"
        )

    def _is_background(self, clause: Clause) -> bool:
        """`A small company manufactures bicycles`: says who they are, not what they do now."""
        if len(clause.subject) != 1 or clause.segment.role != "main":
            return False
        subject = clause.subject[0]
        determiner = self._parsed.tokens[subject.start]
        return determiner.lower in {"a", "an", "our"} and self.reference(subject).head in _BACKGROUND

    # What stands around the verb

    def _activity(self, position: int, clause: Clause) -> Activity:
        tokens, group = self._parsed.tokens, clause.group
        passive = group.passive or (group.form == fw.PARTICIPLE and not group.finite)
        verb, waiting = self.verb(clause), self._waits_for(clause)
        parts = _Parts(self, self._parsed, clause, verb, passive=passive)
        return Activity(
            verb="wait for" if waiting else verb,
            start=tokens[group.main].start,
            end=tokens[waiting].end if waiting else tokens[group.end - 1].end,
            first=min(
                [tokens[group.start].start, *(tokens[phrase.start].start for phrase in clause.subject)]
            ),
            last=parts.last,
            role=clause.segment.role,
            passive=passive,
            modal=group.modal,
            command=group.form == fw.BASE and not clause.subject,
            performers=parts.performers,
            inherited=clause.inherited,
            objects=parts.objects,
            object_span=parts.object_span,
            recipients=parts.recipients,
            sources=parts.sources,
            manner=parts.manner,
            attached=parts.attached,
            group=position,
        )


class _Parts:
    """Deals the phrases around a verb out to performer, object, recipient, source and manner."""

    def __init__(
        self, reader: ActivityReader, parsed: Parsed, clause: Clause, verb: str, *, passive: bool
    ) -> None:
        self._reader, self._parsed, self._clause = reader, parsed, clause
        self.performers: tuple[Reference, ...] = ()
        self.recipients: tuple[Reference, ...] = ()
        self.sources: tuple[Reference, ...] = ()
        self.objects: tuple[Reference, ...] = ()
        self.object_span: tuple[int, int] | None = None
        self.manner: tuple[tuple[int, int], ...] = ()
        self.attached: tuple[tuple[str, Reference], ...] = ()
        self._addresses = verb in verbs.ADDRESSES
        self._waits = verb in verbs.WAITS
        self._deal_subject(passive=passive)
        self._deal_objects(passive=passive)
        self._deal_prepositional(passive=passive)
        self._deal_adverbs()
        self.last = self._last()

    def _deal_subject(self, *, passive: bool) -> None:
        subject = tuple(self._reader.reference(phrase) for phrase in self._clause.subject)
        antecedent = self._reader.antecedent(self._clause)
        if not subject and antecedent:
            subject = (antecedent,)
        acting = all(self._reader.acts(reference) for reference in subject)
        if not passive and subject and (acting or self._presumed(subject)):
            self.performers = subject
        elif subject and acting and self._addresses:
            self.recipients = subject
        elif self._clause.subject:
            self._set_object(self._clause.subject)
            self._extend_to_verb()

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
        references = tuple(self._reader.reference(phrase, extended=True) for phrase in phrases)
        self.objects = references
        self.object_span = (references[0].start, references[-1].end)

    def _deal_objects(self, *, passive: bool) -> None:
        objects = list(self._clause.objects)
        if self._addresses and self._clause.prepositional:
            objects = [phrase for phrase in objects if phrase.start < self._clause.prepositional[0][0]]
        if not objects:
            return
        first = self._reader.reference(objects[0])
        ditransitive = len(objects) > 1 and not self._coordinated(objects[0], objects[1])
        addressed = self._addresses and first.head not in nouns.THINGS
        if not passive and (addressed or (self._reader.acts(first) and ditransitive)):
            together = objects[:1]
            for phrase in objects[1:]:
                if self._coordinated(together[-1], phrase) and self._reader.acts(
                    self._reader.reference(phrase)
                ):
                    together.append(phrase)
            self.recipients = tuple(self._reader.reference(phrase) for phrase in together)
            objects = objects[len(together) :] if ditransitive or len(together) == len(objects) else []
        if objects and not (passive and self.objects):
            self._set_object(objects)

    def _coordinated(self, earlier: NounPhrase, later: NounPhrase) -> bool:
        between = self._parsed.tokens[earlier.end : later.start]
        return len(between) <= 2 and any(token.tag == fw.CONJ or token.text == "," for token in between)

    def _deal_prepositional(self, *, passive: bool) -> None:
        covered = self.object_span or (-1, -1)
        for preposition, phrase in (*self._clause.before, *self._clause.prepositional):
            word = self._parsed.tokens[preposition].lower
            reference = self._reader.reference(phrase)
            if covered[0] <= reference.start < covered[1]:
                continue
            self._deal_one(word, reference, phrase, preposition, passive=passive)

    def _deal_one(
        self, word: str, reference: Reference, phrase: NounPhrase, preposition: int, *, passive: bool
    ) -> None:
        before_verb = preposition < self._clause.group.start
        if self._reader.acts(reference) and not before_verb:
            if word == "by" and passive:
                self.performers += (reference,)
                return
            if word in _TOWARDS:
                self.recipients += (reference,)
                return
            if word == "from":
                self.sources += (reference,)
                return
        if self._waits and word == "for" and not self.objects and not before_verb:
            self._set_object((phrase,))
            return
        if self._addresses and word in _ABOUT and not self.objects and not before_verb:
            self._set_object((phrase, *self._joined_to(phrase)))
            if word == "about" and self.object_span:
                self.object_span = (self._parsed.tokens[preposition].start, self.object_span[1])
            return
        self.attached += ((word, reference),)
        if not before_verb and word in _MANNER and not self._reader.acts(reference):
            full = self._reader.reference(phrase, extended=True)
            self.manner += ((self._parsed.tokens[preposition].start, full.end),)

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
        ends += [self._reader.reference(phrase, extended=True).end for phrase in self._clause.objects]
        ends += [self._parsed.tokens[phrase.end - 1].end for _, phrase in self._clause.prepositional]
        return max(ends)


def acts_by_name(reference: Reference) -> bool:
    """Whether the words alone say that it is a person, a department or a system."""
    words = list(reference.words)
    return (
        nouns.names_role(reference.head)
        or nouns.names_department(words)
        or nouns.names_system(words)
        or reference.head in nouns.EXTERNAL
    )
