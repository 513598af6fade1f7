"""Statements: what a sentence says about the order of work, as units that the flow is built from."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Clause
from coditect.workflows.rules.language.markers import INDEPENDENT, Role
from coditect.workflows.rules.language.segments import Segment
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.activities import ActivityReader
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.document import Document, ReadSentence

Span = tuple[int, int]

_LACKING = wordset(
    "missing incomplete wrong invalid incorrect unclear unavailable absent overdue defective damaged faulty late"
)
_STEP_NUMBER = re.compile(r"\b(?:steps?|points?|items?|no\.?|number)\s*#?\s*(\d{1,3})", re.IGNORECASE)
_GOES_BACK = re.compile(
    r"\b(?:go(?:es)? back|return(?:s|ed)?|start(?:s|ed)? (?:again|over)|restart(?:s|ed)?|jump(?:s|ed)?|continue(?:s|d)?) (?:to|at|with|from|again)? ?"
    r"(?=(?:the )?(?:steps?|points?|beginning|start)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """`the mail is not compliant`, with the word that introduces it."""

    start: int
    end: int
    text: str
    marker: Span
    negated: bool
    nouns: frozenset[str]
    """Base forms of its nouns; conditions that share one belong to the same question."""
    vague: bool
    """Its subject is a pronoun: it goes on about what the last condition was about."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause or coordinated clauses that are done, or happen, together."""

    role: Role
    marker: Span | None
    phrase: str
    """The connector in words."""
    alternatives: tuple[tuple[Activity, ...], ...]
    """One sequence, or several between which a choice is made (`approve or reject`)."""
    choice_marker: Span | None
    condition: Condition | None
    ends: bool
    """The process ends here."""
    repeats: bool
    """What came before is done again."""
    back_to_step: int | None
    until: Condition | None
    span: Span
    opens_list: bool = False
    """Ends with a colon: the list below belongs to it."""

    @property
    def activities(self) -> list[Activity]:
        return [activity for sequence in self.alternatives for activity in sequence]


@dataclass
class _Draft:
    units: list[Unit] = field(default_factory=list)
    pending: Condition | None = None


def units(document: Document, read: ReadSentence) -> list[Unit]:
    """The units of a sentence in the order in which they happen."""
    if read.activities and not read.parsed.clauses:
        return [_shared(read)]
    draft = _Draft()
    segments = read.parsed.segments
    for position, segment in enumerate(segments):
        later = segments[position + 1 :]
        if segment.role in {"condition", "unless"} or _denies(read, segment):
            _condition(document, read, segment, draft, later)
        elif segment.role == "until":
            _until(document, read, segment, draft)
        else:
            _unit(document, read, segment, draft)
    if draft.pending:
        draft.units.append(_empty(draft.pending, read))
    if document.text[max(0, read.sentence.end - 4) : read.sentence.end].rstrip()[-1:] == ":" and draft.units:
        draft.units[-1] = replace(draft.units[-1], opens_list=True)
    return _as_it_happens(draft.units)


def _shared(read: ReadSentence) -> Unit:
    """An item of a list that only names who does what stands above the list."""
    return Unit("main", None, "", (read.activities,), None, None, False, False, None, None, read.span)


def _denies(read: ReadSentence, segment: Segment) -> bool:
    """`When there are not enough parts`, `when a page is missing`: a condition rather than a moment."""
    words = [token for token in read.parsed.tokens[segment.start : segment.end] if token.is_word]
    if segment.role == "when" and words and words[-1].lower in _LACKING:
        return True
    return segment.role == "when" and any(
        (clause.segment == segment and clause.group.negated) or _no_there(read, clause, segment)
        for clause in read.parsed.clauses
    )


def _no_there(read: ReadSentence, clause: Clause, segment: Segment) -> bool:
    """`are not`: the negation stands behind a bare be."""
    after = read.parsed.tokens[clause.group.end : clause.group.end + 1]
    return clause.segment == segment and bool(after) and fw.negates(after[0].lower) and clause.group.finite


def _condition(
    document: Document, read: ReadSentence, segment: Segment, draft: _Draft, later: tuple[Segment, ...]
) -> None:
    condition = _make_condition(document, read, segment)
    if condition is None or any(
        s.role == "content"
        for s in read.parsed.segments
        if s.end == (segment.marker.start if segment.marker else -1)
    ):
        return
    follows = any(_has_content(read, other) for other in later if other.role in INDEPENDENT)
    if draft.pending:
        draft.pending = _merged(document, draft.pending, condition)
    elif (
        draft.units
        and not follows
        and draft.units[-1].condition is None
        and draft.units[-1].role in INDEPENDENT
    ):
        _attach(draft, condition)
    else:
        draft.pending = condition


def _has_content(read: ReadSentence, segment: Segment) -> bool:
    return any(segment.start <= group.start < segment.end for group in read.parsed.groups)


def _attach(draft: _Draft, condition: Condition) -> None:
    """`checks the form and returns it if it is incomplete`: the condition is about the last activity."""
    last = draft.units.pop()
    sequence = last.alternatives[0] if len(last.alternatives) == 1 else ()
    if len(sequence) > 1:
        draft.units.append(replace(last, alternatives=(sequence[:-1],), ends=False))
        last = replace(last, alternatives=(sequence[-1:],), role="main", marker=None)
    draft.units.append(replace(last, condition=condition))


def _merged(document: Document, first: Condition, second: Condition) -> Condition:
    """`if … and if …` is one condition."""
    return replace(
        first,
        end=second.end,
        text=" ".join(document.text[first.start : second.end].split()),
        nouns=first.nouns | second.nouns,
    )


def _until(document: Document, read: ReadSentence, segment: Segment, draft: _Draft) -> None:
    condition = _make_condition(document, read, segment)
    if condition and draft.units and draft.units[-1].activities:
        draft.units[-1] = replace(draft.units[-1], until=condition)


def _make_condition(document: Document, read: ReadSentence, segment: Segment) -> Condition | None:
    tokens = read.parsed.tokens
    inside = list(tokens[segment.start : _end_of_condition(read, segment)])
    while inside and not inside[-1].is_word and inside[-1].text not in ")]%$€£\"'”’":
        inside.pop()
    while inside and inside[-1].tag == fw.CONJ:
        inside.pop()
    if not inside or segment.marker is None:
        return None
    start, end = inside[0].start, inside[-1].end
    marker = (tokens[segment.marker.start].start, tokens[segment.marker.end - 1].end)
    first = inside[0]
    return Condition(
        start=start,
        end=end,
        text=("unless " if segment.role == "unless" else "") + " ".join(document.text[start:end].split()),
        marker=marker,
        negated=segment.role == "unless" or any(fw.negates(token.lower) for token in inside),
        nouns=frozenset(nouns.singular(token.lower) for token in inside if token.nominal),
        vague=first.tag == fw.PRON
        or first.lower in {"this", "that"}
        or not any(token.nominal for token in inside),
    )


def _end_of_condition(read: ReadSentence, segment: Segment) -> int:
    """`if the customer finds [that the price is too high]`: what is found belongs to the condition."""
    segments = read.parsed.segments
    position = segments.index(segment) + 1
    ends = segment.end
    if position < len(segments) and segments[position].role == "content" and segments[position].end > ends:
        ends = segments[position].end
    return ends


def _unit(document: Document, read: ReadSentence, segment: Segment, draft: _Draft) -> None:
    clauses = [clause for clause in read.parsed.clauses if clause.segment == segment]
    activities = [
        activity for activity in read.activities if read.parsed.clauses[activity.group].segment == segment
    ]
    reader = ActivityReader(document.text, read.parsed, document.acting, item=False)
    ends = any(
        reader.closes(clause) and reader.verb(clause) in verbs.ENDS and not clause.group.negated
        for clause in clauses
    )
    repeats = any(reader.repeats(clause) for clause in clauses)
    span = _span(read, segment)
    back = _back_to_step(document.text[span[0] : span[1]])
    if back is not None:
        activities = [
            a
            for a in activities
            if a.verb.split()[0] not in {"go", "return", "start", "jump", "continue", "restart"}
        ]
    told = bool(activities or ends or repeats or back is not None)
    if segment.role in INDEPENDENT and not told and draft.pending is None and segment.role != "otherwise":
        return
    if segment.role not in INDEPENDENT and not told:
        return
    condition, draft.pending = (draft.pending, None) if segment.role in INDEPENDENT else (None, draft.pending)
    if condition and not told and not _is_statement(clauses):
        draft.pending = condition
        return
    alternatives, choice_marker = _alternatives(read, activities)
    if segment.role == "contrast" and condition is None:
        condition = _subject_condition(document, read, clauses, segment)
    draft.units.append(
        Unit(
            role=segment.role,
            marker=_marker_span(read, segment),
            phrase=segment.marker.phrase if segment.marker else "",
            alternatives=alternatives,
            choice_marker=choice_marker,
            condition=condition,
            ends=ends,
            repeats=repeats or back is not None,
            back_to_step=back,
            until=None,
            span=span,
        )
    )


def _is_statement(clauses: list[Clause]) -> bool:
    return any(clause.group.finite for clause in clauses)


def _empty(condition: Condition, read: ReadSentence) -> Unit:
    return Unit("main", None, "", ((),), None, condition, False, False, None, None, read.span)


def _span(read: ReadSentence, segment: Segment) -> Span:
    tokens = read.parsed.tokens
    start = segment.marker.start if segment.marker else segment.start
    end = max(segment.end, start + 1)
    return tokens[min(start, len(tokens) - 1)].start, tokens[min(end, len(tokens)) - 1].end


def _marker_span(read: ReadSentence, segment: Segment) -> Span | None:
    if segment.marker is None:
        return None
    return read.parsed.tokens[segment.marker.start].start, read.parsed.tokens[segment.marker.end - 1].end


def _back_to_step(text: str) -> int | None:
    """Number of the step to go back to; 0 for the beginning."""
    again = _GOES_BACK.search(text) or re.search(r"\brepeat(?:s|ed)?\b", text, re.IGNORECASE)
    if not again:
        return None
    number = _STEP_NUMBER.search(text, again.end() - 1)
    if number:
        return int(number.group(1))
    return (
        0 if re.search(r"\b(?:beginning|start)\b", text[again.end() :]) and _GOES_BACK.search(text) else None
    )


def _alternatives(
    read: ReadSentence, activities: list[Activity]
) -> tuple[tuple[tuple[Activity, ...], ...], Span | None]:
    """`approve or reject` gives two sequences; `check and approve` one."""
    if len(activities) < 2:
        return (tuple(activities),), None
    conjunctions = [_conjunction(read, earlier, later) for earlier, later in pairwise(activities)]
    if not any(word == "or" for word, _ in conjunctions):
        return (tuple(activities),), None
    following = "and"
    resolved: list[str] = []
    for word, _ in reversed(conjunctions):
        following = word or following
        resolved.insert(0, following)
    sequences: list[list[Activity]] = [[activities[0]]]
    for word, activity in zip(resolved, activities[1:], strict=True):
        if word == "or":
            sequences.append([activity])
        else:
            sequences[-1].append(activity)
    marker = next(span for word, span in conjunctions if word == "or")
    return tuple(tuple(sequence) for sequence in sequences), marker


def _conjunction(read: ReadSentence, earlier: Activity, later: Activity) -> tuple[str, Span | None]:
    """The conjunction that joins two activities; empty for a mere comma."""
    groups, tokens = read.parsed.groups, read.parsed.tokens
    clause = read.parsed.clauses[later.group]
    begin = min([groups[later.group].start, *(p.start for p in clause.subject if not clause.inherited)])
    for position in range(begin - 1, groups[earlier.group].main, -1):
        token = tokens[position]
        if token.tag == fw.CONJ:
            return token.lower, (token.start, token.end)
        if token.tag != fw.ADV and token.text != ",":
            return "", None
    return "", None


def _subject_condition(
    document: Document, read: ReadSentence, clauses: list[Clause], segment: Segment
) -> Condition | None:
    """`amounts over 200 require approval`: the subject says for which cases."""
    if not clauses or not clauses[0].subject or segment.marker is None:
        return None
    return subject_condition(document, read, clauses[0], _marker_span(read, segment) or (0, 0))


def subject_condition(
    document: Document, read: ReadSentence, clause: Clause, marker: Span
) -> Condition | None:
    reader = ActivityReader(document.text, read.parsed, document.acting, item=False)
    reference = reader.references.of(clause.subject[0])
    if reader.references.acts(reference) or reference.pronoun:
        return None
    tokens = read.parsed.tokens
    start, end = reference.start, tokens[max(clause.subject[0].end, clause.group.start) - 1].end
    return Condition(
        start, end, document.text[start:end], marker, False, frozenset({reference.head}), vague=False
    )


def _as_it_happens(found: list[Unit]) -> list[Unit]:
    """`Before the contract is signed, HR is notified`, `he gets the keys once he has paid`: told later, done earlier."""
    if len(found) > 1 and found[0].role == "before":
        found = [*found[1:], found[0]]
    ordered: list[Unit] = []
    for unit in found:
        told_late = unit.role == "when" and ordered and ordered[-1].role == "main" and unit.activities
        if told_late and not ordered[-1].condition and len(ordered[-1].activities) == 1:
            ordered.insert(len(ordered) - 1, unit)
        else:
            ordered.append(unit)
    return ordered
