"""Clauses of a sentence: where subordinate clauses begin and end, and what stands around each verb."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language import markers
from coditect.workflows.rules.language.markers import Marker, Role
from coditect.workflows.rules.language.phrases import NounPhrase, VerbGroup, noun_phrases, verb_groups
from coditect.workflows.rules.language.tokens import Token
from coditect.workflows.rules.language.wordlist import wordset

_ASKS = wordset(
    "check verify decide determine see ask examine test evaluate assess confirm investigate inspect validate"
)
_SHORT_CONDITION = 5
"""`if necessary ,` and `if yes ,` have no verb."""


@dataclass(frozen=True, slots=True)
class Segment:
    """tokens[start:end] play one role; `opener` is the connector it begins with (`otherwise`)."""

    role: Role
    start: int
    end: int
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with its arguments, as noun phrases."""

    group: VerbGroup
    segment: Segment
    subject: tuple[NounPhrase, ...]
    inherited: bool
    """The subject stands before an earlier verb: `receives and checks`."""
    objects: tuple[NounPhrase, ...]
    prepositional: tuple[tuple[int, NounPhrase], ...]
    """Index of the preposition, and its phrase."""
    before: tuple[tuple[int, NounPhrase], ...]
    """Prepositional phrases between subject and verb, or ahead of the subject."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart."""

    tokens: tuple[Token, ...]
    phrases: tuple[NounPhrase, ...]
    groups: tuple[VerbGroup, ...]
    segments: tuple[Segment, ...]
    clauses: tuple[Clause, ...]


def parse_sentence(tokens: Sequence[Token]) -> Parsed:
    phrases = noun_phrases(tokens)
    groups = verb_groups(tokens, phrases)
    segments = _Segmenter(tokens, phrases, groups).run()
    clauses = tuple(_clauses(tokens, phrases, groups, segments))
    return Parsed(tuple(tokens), tuple(phrases), tuple(groups), tuple(segments), clauses)


class _Segmenter:
    """Reads a sentence from left to right and cuts it where the role changes."""

    def __init__(
        self, tokens: Sequence[Token], phrases: Sequence[NounPhrase], groups: Sequence[VerbGroup]
    ) -> None:
        self._tokens = tokens
        self._words = markers.words_of(tokens)
        self._phrase_at = {phrase.start: phrase for phrase in phrases}
        self._inside = {
            position: phrase for phrase in phrases for position in range(phrase.start + 1, phrase.end)
        }
        self._group_at = {group.start: group for group in groups}
        self._done: list[Segment] = []
        self._open = Segment("main", 0, 0)
        self._verbs = 0

    def run(self) -> list[Segment]:
        index = 0
        while index < len(self._tokens):
            index = self._step(index)
        self._close(len(self._tokens))
        return self._done

    def _step(self, index: int) -> int:
        if index in self._inside:
            return index + 1
        marker = self._connector(index) or self._marker(index)
        if marker:
            self._begin(marker.role, marker.start, marker.end, marker)
            return marker.end
        if self._tokens[index].tag == fw.REL:
            asks = index > 0 and self._tokens[index - 1].verbal  # `decides which articles are published`
            self._begin("content" if asks else "relative", index, index, None)
        elif self._tokens[index].tag == fw.WH or (
            self._tokens[index].lower == "that" and self._tokens[index].tag == fw.SUB
        ):
            self._begin("content", index, index + 1, None)
        elif self._returns_to_main(index):
            at = index + 1 if self._tokens[index].text in ",;" else index
            self._begin("main", at, at, None)
        if index in self._group_at:
            group = self._group_at[index]
            self._verbs += group.finite
            return max(group.end, index + 1)
        return index + 1

    def _begin(self, role: Role, boundary: int, start: int, marker: Marker | None) -> None:
        self._close(boundary)
        self._open = Segment(role, start, start, marker)
        self._verbs = 0

    def _close(self, end: int) -> None:
        if end > self._open.start or self._open.marker:
            self._done.append(replace(self._open, end=max(end, self._open.start)))

    def _marker(self, index: int) -> Marker | None:
        marker = markers.subordinator_at(self._words, index)
        if marker is None or (marker.phrase in markers.NEED_VERB and not self._verb_before_comma(marker.end)):
            return None
        if (
            marker.phrase == "if"
            and index
            and self._tokens[index - 1].lemma in _ASKS
            and self._tokens[index - 1].verbal
        ):
            return replace(marker, role="content")  # `checks if all parts are there`
        return marker

    def _connector(self, index: int) -> Marker | None:
        """Connectors stand first in their clause, or after a comma."""
        marker = markers.connector_at(self._words, index)
        if marker is None or marker.role in {"otherwise", "former", "this_case"}:
            return marker
        before = self._tokens[index - 1] if index else None
        opens = before is None or before.text in ",;:" or before.tag == fw.CONJ
        return marker if opens else None

    def _verb_before_comma(self, index: int) -> bool:
        position = index
        while position < len(self._tokens) and self._tokens[position].text not in ",;:":
            group = self._group_at.get(position)
            if group and (
                group.finite or group.passive or (position == index and self._lacks_subject(group))
            ):
                return True
            position += 1
        return False

    def _lacks_subject(self, group: VerbGroup) -> bool:
        """`after checking`, `after having checked`."""
        return group.form == fw.GERUND or self._tokens[group.start].lower == "having"

    def _returns_to_main(self, index: int) -> bool:
        """Whether the main clause goes on here, after a subordinate one."""
        if self._open.role in markers.INDEPENDENT:
            return False
        token, length = self._tokens[index], index - self._open.start
        if token.text in ",;":
            complete = self._verbs > 0 or length <= _SHORT_CONDITION or self._nominal()
            return complete and (
                self._main_follows(index + 1) or (self._nominal() and self._open.role != "relative")
            )
        if token.lower == "then" and self._open.role in {"condition", "unless", "when"}:
            return self._verbs > 0 or self._tokens[index - 1].text == ","
        if self._verbs == 0:
            return False
        if self._open.role == "relative" and index in self._group_at:
            group = self._group_at[index]
            return (
                group.finite
                and self._tokens[index - 1].tag not in {fw.CONJ, fw.ADV, fw.REL}
                and self._tokens[index - 1].text != ","
            )
        return self._new_subject(index)

    def _nominal(self) -> bool:
        marker = self._open.marker
        return marker is not None and marker.phrase.endswith(" of")

    def _new_subject(self, index: int) -> bool:
        """`If the request is rejected [the process will end]`: a phrase with a verb of its own, not an object."""
        phrase = self._phrase_at.get(index)
        before = self._tokens[index - 1]
        if phrase is None or before.tag in {fw.PREP, fw.CONJ, fw.TO, fw.SUB, fw.REL} or before.text in ",;(":
            return False
        group = self._group_at.get(self._skip_adverbs(phrase.end))
        return group is not None and group.finite and (group.form != fw.PAST or phrase.pronoun)

    def _skip_adverbs(self, index: int) -> int:
        while index < len(self._tokens) and self._tokens[index].tag == fw.ADV:
            index += 1
        return index

    def _main_follows(self, index: int) -> bool:
        """Subject and verb, a command, or a new connector stand here."""
        index = self._skip_adverbs(index)
        if index < len(self._tokens) and self._tokens[index].tag == fw.CONJ:
            index = self._skip_adverbs(index + 1)
        if index >= len(self._tokens):
            return False
        if group := self._group_at.get(index):
            goes_on = group.finite and (
                self._open.role == "relative" or self._interrupts() or self._opens_without_subject(group)
            )
            return goes_on or group.form == fw.BASE or tokens_command(self._tokens, group)
        if self._marker(index) or self._connector(index):
            return True
        return self._subject_then_verb(index)

    def _opens_without_subject(self, group: VerbGroup) -> bool:
        """`If documents are missing, requests them`: notes leave out the subject that the column names."""
        commas = any(token.text == "," for token in self._tokens[group.end :])
        return group.form == fw.PRESENT and self._open.role in {"condition", "when"} and not commas

    def _interrupts(self) -> bool:
        """`checks the form and , if it is complete , files it`."""
        earlier = self._done[-1] if self._done else None
        if earlier is None or earlier.role not in markers.INDEPENDENT or earlier.end == 0:
            return False
        return self._tokens[earlier.end - 1].tag == fw.CONJ or self._tokens[earlier.end - 1].text == ","

    def _subject_then_verb(self, index: int) -> bool:
        """Phrases up to a finite verb, with no comma that would end a list first."""
        seen = False
        while index < len(self._tokens):
            token = self._tokens[index]
            if group := self._group_at.get(index):
                if group.finite or not seen:
                    return seen and group.finite
                index = group.end  # `a list explaining the reason is …`
            elif phrase := self._phrase_at.get(index):
                seen, index = True, phrase.end
            elif (
                token.tag in {fw.PREP, fw.CONJ, fw.ADV, fw.REL}
                or token.text in "()/"
                or (token.text == "," and seen)
            ):
                index += 1
            else:
                return False
        return False


def tokens_command(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """`do not accept it`, `always file the form`."""
    return tokens[group.start].lower in {"do", "don't", "please"} and group.form == fw.BASE


def _clauses(
    tokens: Sequence[Token],
    phrases: Sequence[NounPhrase],
    groups: Sequence[VerbGroup],
    segments: Sequence[Segment],
) -> Iterator[Clause]:
    previous: Clause | None = None
    told: Clause | None = None
    for position, group in enumerate(groups):
        segment = next(
            segment
            for segment in reversed(segments)
            if segment.start <= group.start or segment is segments[0]
        )
        start = segment.start
        if previous and previous.segment == segment:
            start = max(start, previous.group.end)
        subject, before = _subject(tokens, phrases, group, start, first=start == segment.start)
        inherited = False
        if not subject and previous and previous.segment == segment:
            subject, inherited = previous.subject, True
        if not subject and group.finite and segment.role in markers.INDEPENDENT:
            subject = _interrupted_subject(tokens, phrases, groups, segments, segment)
            if not subject and told and told.segment != segment and _goes_on(tokens, group, segment):
                subject, inherited = told.subject, True
        end = _reach(tokens, phrases, groups, position, segment)
        objects, prepositional = _complements(tokens, phrases, group.end, end)
        clause = Clause(group, segment, subject, inherited, objects, prepositional, before)
        yield clause
        previous = clause
        told = clause if segment.role in markers.INDEPENDENT else told


def _goes_on(tokens: Sequence[Token], group: VerbGroup, segment: Segment) -> bool:
    """`checks the report and , if it is correct , pays the craftsman`."""
    between = tokens[segment.start : group.start]
    adverbs_only = all(token.tag == fw.ADV or not token.is_word for token in between)
    return segment.role == "main" and group.form in {fw.PRESENT, fw.PAST} and adverbs_only


def _interrupted_subject(
    tokens: Sequence[Token],
    phrases: Sequence[NounPhrase],
    groups: Sequence[VerbGroup],
    segments: Sequence[Segment],
    segment: Segment,
) -> tuple[NounPhrase, ...]:
    """`The clerk , who is new , checks`: the subject stands in the part before the insertion, which has no verb."""
    position = segments.index(segment)
    if position < 2 or segments[position - 1].role not in {"relative", "reason", "when"}:
        return ()
    earlier = segments[position - 2]
    if any(earlier.start <= group.start < earlier.end for group in groups):
        return ()
    zone = [phrase for phrase in phrases if earlier.start <= phrase.start and phrase.end <= earlier.end]
    free = [phrase for phrase in zone if not _governed(tokens, phrase, earlier.start)]
    return tuple(free[-1:])


def _subject(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], group: VerbGroup, start: int, *, first: bool
) -> tuple[tuple[NounPhrase, ...], tuple[tuple[int, NounPhrase], ...]]:
    """The phrase before the verb that no preposition governs, with those coordinated to it."""
    zone = [
        p for p in phrases if start <= p.start and p.end <= group.start and not _in_brackets(tokens, p, start)
    ]
    governed = tuple((phrase.start - 1, phrase) for phrase in zone if _governed(tokens, phrase, start))
    free = [phrase for phrase in zone if not _governed(tokens, phrase, start)]
    if not free or not _reaches(tokens, phrases, free[-1], group):
        return (), governed
    if not first and (group.to or not group.finite or not _new_after_conjunction(tokens, free[-1], start)):
        return (), governed
    subjects = [free[-1]]
    if first:
        for earlier, later in zip(reversed(free[:-1]), reversed(free), strict=False):
            if not _joined(tokens, earlier, later):
                break
            subjects.insert(0, earlier)
    return tuple(subjects), governed


def _in_brackets(tokens: Sequence[Token], phrase: NounPhrase, start: int) -> bool:
    depth = sum((token.text == "(") - (token.text == ")") for token in tokens[start : phrase.start])
    return depth > 0


def _governed(tokens: Sequence[Token], phrase: NounPhrase, start: int) -> bool:
    if phrase.start <= start:
        return False
    before = tokens[phrase.start - 1]
    # `After a month , …`: a conjunction that opened no clause is a preposition.
    return before.tag in {fw.PREP, fw.TO} or (before.tag == fw.SUB and before.lower in markers.NEED_VERB)


def _reaches(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], phrase: NounPhrase, group: VerbGroup
) -> bool:
    """Only attachments stand between subject and verb."""
    covered = {
        position
        for other in phrases
        if phrase.end <= other.start < group.start
        for position in range(other.start, other.end)
    }
    between = [
        (position, tokens[position]) for position in range(phrase.end, group.start) if position not in covered
    ]
    if any(token.tag == fw.CONJ and tokens[position + 1].tag != fw.PREP for position, token in between):
        return False
    attachments = {fw.PREP, fw.ADV, fw.ADJ, fw.PARTICIPLE, fw.GERUND, fw.TO, fw.CONJ, fw.REL}
    return all(token.tag in attachments or token.text in "()," for _, token in between)


def _new_after_conjunction(tokens: Sequence[Token], phrase: NounPhrase, start: int) -> bool:
    """`… and the manager signs it`: a second subject stands after a conjunction or a comma."""
    position = phrase.start - 1
    while position >= start and tokens[position].tag == fw.ADV:
        position -= 1
    return position >= start and (
        tokens[position].tag in {fw.CONJ, fw.SUB} or tokens[position].text in ",;:–—-"
    )


def _joined(tokens: Sequence[Token], earlier: NounPhrase, later: NounPhrase) -> bool:
    between = tokens[earlier.end : later.start]
    return bool(between) and all(token.tag == fw.CONJ or token.text == "," for token in between)


def _reach(
    tokens: Sequence[Token],
    phrases: Sequence[NounPhrase],
    groups: Sequence[VerbGroup],
    position: int,
    segment: Segment,
) -> int:
    """How far the complements of a verb can go: to the next verb, or to that verb's own subject."""
    if position + 1 == len(groups) or groups[position + 1].start >= segment.end:
        return segment.end
    following = groups[position + 1]
    zone = [p for p in phrases if groups[position].end <= p.start and p.end <= following.start]
    if following.finite:
        for phrase in zone:
            own = _new_after_conjunction(tokens, phrase, groups[position].end)
            if own and _reaches(tokens, phrases, phrase, following) and phrase is not zone[0]:
                return phrase.start
            if own and phrase is zone[0]:
                return phrase.start
    return following.start


def _complements(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], start: int, end: int
) -> tuple[tuple[NounPhrase, ...], tuple[tuple[int, NounPhrase], ...]]:
    objects: list[NounPhrase] = []
    prepositional: list[tuple[int, NounPhrase]] = []
    for phrase in phrases:
        if phrase.start < start or phrase.end > end:
            continue
        before = tokens[phrase.start - 1] if phrase.start > start else None
        if before is not None and before.tag in {fw.PREP, fw.TO}:
            prepositional.append((phrase.start - 1, phrase))
        elif _continues_objects(tokens, objects, prepositional, phrase, end):
            objects.append(phrase)
        elif prepositional and _listed(tokens, prepositional[-1][1], phrase, end):
            prepositional.append((prepositional[-1][0], phrase))
    return tuple(objects), tuple(prepositional)


def _continues_objects(
    tokens: Sequence[Token],
    objects: Sequence[NounPhrase],
    prepositional: Sequence[tuple[int, NounPhrase]],
    phrase: NounPhrase,
    end: int,
) -> bool:
    """The first object, one listed with it, or a second beside it: `send the user a notification`."""
    if not objects:
        return not prepositional
    beside = not prepositional and objects[-1].end == phrase.start
    return beside or _listed(tokens, _last(objects, prepositional), phrase, end)


def _listed(tokens: Sequence[Token], earlier: NounPhrase, later: NounPhrase, end: int) -> bool:
    """`a, b and c`: a comma joins only where a conjunction follows."""
    if not _joined(tokens, earlier, later):
        return False
    return any(token.tag == fw.CONJ for token in tokens[earlier.end : end])


def _last(objects: Sequence[NounPhrase], prepositional: Sequence[tuple[int, NounPhrase]]) -> NounPhrase:
    return (
        objects[-1]
        if not prepositional or objects[-1].start > prepositional[-1][1].start
        else prepositional[-1][1]
    )
