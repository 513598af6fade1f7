"""Clauses of a sentence: what stands around each verb."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language import markers
from coditect.workflows.rules.language.phrases import (
    NounPhrase,
    VerbGroup,
    noun_phrases,
    verb_groups,
    with_complements,
)
from coditect.workflows.rules.language.segments import Segment, segments_of
from coditect.workflows.rules.language.tokens import Token


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
    segments = segments_of(tokens, phrases, groups)
    clauses = tuple(_clauses(tokens, phrases, groups, segments))
    return Parsed(tuple(tokens), tuple(phrases), tuple(groups), tuple(segments), clauses)


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
    adverbs_only = all(token.tag in {fw.ADV, fw.CONJ} or not token.is_word for token in between)
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
            if not _joined_subject(tokens, phrases, earlier, later, last=later is free[-1]):
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


def _joined_subject(
    tokens: Sequence[Token],
    phrases: Sequence[NounPhrase],
    earlier: NounPhrase,
    later: NounPhrase,
    *,
    last: bool,
) -> bool:
    """`The head of the department and the council discuss`; not `Every evening, the system sends`."""
    end = with_complements(tokens, phrases, list(phrases).index(earlier), frozenset({"of"}))
    between = tokens[end : later.start]
    joins = any(token.tag == fw.CONJ for token in between) or (bool(between) and not last)
    return joins and all(token.tag in {fw.CONJ, fw.ADV} or token.text == "," for token in between)


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


_EMPHATIC = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def _complements(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], start: int, end: int
) -> tuple[tuple[NounPhrase, ...], tuple[tuple[int, NounPhrase], ...]]:
    objects: list[NounPhrase] = []
    prepositional: list[tuple[int, NounPhrase]] = []
    for phrase in phrases:
        if phrase.start < start or phrase.end > end:
            continue
        before = tokens[phrase.start - 1] if phrase.start > start else None
        if objects and tokens[phrase.start].lower in _EMPHATIC and objects[-1].end == phrase.start:
            continue  # `signs the offer himself`
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
