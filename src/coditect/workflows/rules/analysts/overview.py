"""Workflow Analyzer: title, domain, purpose, trigger, scope, SIPOC, complexity, coverage, ambiguities and questions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from coditect.workflows.analysis import (
    AnalystOutputs,
    Complexity,
    Coverage,
    Domain,
    Level,
    Overview,
    Scope,
    Sipoc,
    Statement,
)
from coditect.workflows.rules.analysts.actors import performer
from coditect.workflows.rules.analysts.items import (
    INFERRED,
    READ,
    STATED,
    counted,
    sentence_case,
    spans,
    statement,
)
from coditect.workflows.rules.analysts.questions import ambiguities, questions, sentence_of
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.quantities import quantities
from coditect.workflows.rules.process.reading import Reading
from coditect.workflows.rules.process.references import Reference
from coditect.workflows.rules.process.things import bare
from coditect.workflows.rules.process.tree import Work

# Words that speak for a domain, each weighing one.
_DOMAINS: dict[Domain, frozenset[str]] = {
    "software": wordset(
        "software code developer release deploy deployment bug branch repository commit pull merge test backlog sprint "
        "feature api server incident ticket pipeline build devops git staging database application"
    ),
    "manufacturing": wordset(
        "manufacture production assembly assemble machine part parts bicycle warehouse material stock supplier quality "
        "inspect factory weld shift pallet storehouse engineering inventory batch scrap workpiece"
    ),
    "healthcare": wordset(
        "patient doctor nurse hospital diagnosis treatment clinic medical physician lab laboratory prescription surgery "
        "ward blood radiology examination pharmacy health symptom triage discharge"
    ),
    "finance": wordset(
        "invoice payment bank loan credit account claim insurance premium accounting budget expense reimbursement "
        "settlement underwriting policy tax audit financial money mortgage ledger refund interest"
    ),
}
_PURPOSE = re.compile(r"\b(?:purpose|goal|aim|objective|so that|in order to)\b", re.IGNORECASE)
_SUCCESS = re.compile(
    r"\b(?:target|sla|kpi|success|must not exceed|at least \d|no more than|on time|satisfied|goal is)\b",
    re.IGNORECASE,
)
_OUT_OF_SCOPE = re.compile(
    r"\b(?:out of scope|not part of|not included|excluded|does not cover|is not covered|outside (?:the|this) process)\b",
    re.IGNORECASE,
)
_IN_SCOPE = re.compile(r"\b(?:in scope|covers|this process includes|scope of)\b", re.IGNORECASE)
_SUBJECT_LINE = re.compile(r"^\s*(?:subject|title)\s*:\s*(.{3,80})$", re.IGNORECASE | re.MULTILINE)
_REPLIES = re.compile(r"^(?:(?:re|fwd?|aw|wg|antw)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_ASKED = re.compile(
    r"^how (?:do|does|should|can|are|is) (?:we|you|i|they|it|the \w+)?\s*"
    r"(?:handle|handled|process|processed|deal with|do|manage|managed|work|works)?\s*(?:our |the |your )?(?P<what>.+)$",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_NAMED_PROCESS = re.compile(
    r"\b(?:process|workflow|procedure) (?:of|for) (?:an? |the |our )?([A-Za-z][\w -]{2,40}?)(?= (?:starts|begins|is|works|runs|at|in)\b|[.,:\n])",
    re.IGNORECASE,
)
_MOST = 7


def survey(reading: Reading, _inputs: AnalystOutputs) -> Overview:
    works = list(_drawn(reading))
    unclear = tuple(ambiguities(reading, works))
    return Overview(
        title=title(reading, works),
        domain=_domain(reading),
        language="en",
        purpose=_first_matching(reading, _PURPOSE, "purpose"),
        trigger=_trigger(reading, works),
        outcomes=tuple(_outcomes(reading)),
        stakeholders=tuple(
            statement(f"stakeholder{number}", who.name, who.mentions, STATED)
            for number, who in enumerate(
                (who for who in reading.cast.participants.values() if who.mentions), 1
            )
        ),
        success_criteria=tuple(_success(reading)),
        scope=Scope(
            included=tuple(_matching(reading, _IN_SCOPE, "in")),
            excluded=tuple(_matching(reading, _OUT_OF_SCOPE, "out")),
        ),
        sipoc=_sipoc(reading, works),
        complexity=_complexity(reading, works),
        coverage=_coverage(reading),
        ambiguities=unclear,
        questions=tuple(questions(reading, unclear)),
    )


def _drawn(reading: Reading) -> Iterator[Work]:
    return (node.work for node in reading.graph.nodes.values() if node.work is not None)


def title(reading: Reading, works: list[Work]) -> str:
    """Heading, subject line, the process by name, or what is worked on most."""
    text = reading.document.text
    heading = next((h for h in reading.document.headings if not text[: h.start].strip(" #*\n\t=-")), None)
    if heading:
        return text[heading.start : heading.end].strip(" #*_:=")
    if match := _SUBJECT_LINE.search(text[:2000]):
        return _topic(match.group(1))
    if match := _NAMED_PROCESS.search(text):
        return f"{sentence_case(match.group(1))} process"
    named = [r for work in works for r in work.activity.objects if not r.pronoun]
    if not named:
        return "Untitled process"
    head = Counter(reference.head for reference in named).most_common(1)[0][0]
    full = next(bare(reference.text) for reference in named if reference.head == head)
    return f"{sentence_case(full if len(full) <= _LONGEST_NAME else head)} process"


def _topic(subject: str) -> str:
    """The subject of a mail: `AW: how do we handle warranty returns??` → Warranty returns."""
    plain = _REPLIES.sub("", subject.strip()).rstrip("?!. ")
    asked = _ASKED.match(plain)
    return sentence_case(asked["what"] if asked else plain) or "Untitled process"


def _domain(reading: Reading) -> Domain:
    """The domain most of whose words occur; general when none stands out."""
    words = Counter(
        token.lemma or token.lower for read in reading.document.sentences for token in read.parsed.tokens
    )
    scores = {domain: sum(words[word] for word in table) for domain, table in _DOMAINS.items()}
    best = max(scores, key=lambda domain: scores[domain])
    return (
        best
        if scores[best] >= 3 and scores[best] > 1.2 * max(s for d, s in scores.items() if d != best)
        else "general"
    )


def _first_matching(reading: Reading, pattern: re.Pattern[str], identity: str) -> Statement | None:
    return next(_matching(reading, pattern, identity), None)


def _matching(reading: Reading, pattern: re.Pattern[str], identity: str) -> Iterator[Statement]:
    number = 0
    for read in reading.document.sentences:
        if pattern.search(reading.document.text, *read.span):
            number += 1
            yield statement(f"{identity}{number}", sentence_of(reading, read.index), [read.span], INFERRED)


def _trigger(reading: Reading, works: list[Work]) -> Statement | None:
    if not works:
        return None
    first = works[0]
    label = reading.labels.label(first)
    who = performer(reading, first)
    text = f"{who.name}: {label}" if who else label
    stated = first.activity.role == "when" or "start" in sentence_of(reading, first.read.index).lower()
    return statement(
        "trigger", text, [(first.activity.first, first.activity.last)], READ if stated else INFERRED
    )


def _outcomes(reading: Reading) -> Iterator[Statement]:
    """What has been done when the process ends."""
    ends = {node.id for node in reading.graph.nodes.values() if node.kind == "end"}
    gateways = {node.id for node in reading.graph.nodes.values() if node.direction == "join"}
    into: dict[str, list[str]] = {}
    for arrow in reading.graph.arrows:
        into.setdefault(arrow.target, []).append(arrow.source)
    number = 0
    for end in sorted(ends):
        for source in into.get(end, []):
            for last in into.get(source, []) if source in gateways else [source]:
                work = reading.graph.nodes[last].work
                if work is not None:
                    number += 1
                    done = f"{reading.labels.label(work)}: done"
                    yield statement(
                        f"outcome{number}", done, [(work.activity.first, work.activity.last)], INFERRED
                    )


def _success(reading: Reading) -> Iterator[Statement]:
    """Time limits and targets."""
    number = 0
    for read in reading.document.sentences:
        limits = [
            q
            for q in quantities(reading.document.text, *read.span)
            if q.kind == "duration" and q.meaning == "limit"
        ]
        if limits or _SUCCESS.search(reading.document.text, *read.span):
            number += 1
            yield statement(
                f"success{number}",
                sentence_of(reading, read.index),
                [read.span],
                READ if limits else INFERRED,
            )


def _sipoc(reading: Reading, works: list[Work]) -> Sipoc:
    senders = {r.start: r for work in works for r in work.activity.sources}
    receivers = {
        r.start: r
        for work in works
        for r in work.activity.recipients
        if work.activity.verb in verbs.SENDS | verbs.ADDRESSES
    }
    received = [work for work in works if work.activity.verb in verbs.RECEIVES]
    sent = [work for work in works if work.activity.verb in verbs.SENDS]
    step = max(1, -(-len(works) // _MOST))
    return Sipoc(
        suppliers=_names(reading, "supplier", senders.values()),
        inputs=_objects(reading, "input", received or works[:1]),
        process=tuple(
            statement(
                f"step{number}", reading.labels.label(work), [(work.activity.first, work.activity.last)]
            )
            for number, work in enumerate(works[::step], 1)
        ),
        outputs=_objects(reading, "output", sent or works[-1:]),
        customers=_names(reading, "customer", receivers.values()),
    )


def _names(reading: Reading, identity: str, references: Iterable[Reference]) -> tuple[Statement, ...]:
    people: dict[str, list[tuple[int, int]]] = {}
    for reference in references:
        if who := reading.cast.meant_by(reference):
            people.setdefault(who.name, []).append((reference.start, reference.end))
    return tuple(
        statement(f"{identity}{number}", name, places)
        for number, (name, places) in enumerate(people.items(), 1)
    )


def _objects(reading: Reading, identity: str, works: list[Work]) -> tuple[Statement, ...]:
    things: dict[str, list[tuple[int, int]]] = {}
    for work in works:
        target = reading.labels.object(work)
        if target:
            things.setdefault(sentence_case(target), []).append(
                work.activity.object_span or (work.activity.first, work.activity.last)
            )
    return tuple(
        statement(f"{identity}{number}", name, places)
        for number, (name, places) in enumerate(things.items(), 1)
    )


def _complexity(reading: Reading, works: list[Work]) -> Complexity:
    splits = sum(node.direction == "split" for node in reading.graph.nodes.values())
    loops = sum(node.kind == "loop" and node.direction == "split" for node in reading.graph.nodes.values())
    people = sum(bool(who.mentions) for who in reading.cast.participants.values())
    points = len(works) / 10 + splits / 3 + loops / 2 + people / 5
    level: Level = "low" if points < 2 else "medium" if points < 4.5 else "high"
    counts = [
        counted(len(works), "task"),
        counted(splits, "decision or parallel split"),
        counted(people, "participant"),
    ]
    return Complexity(level=level, reasons=(*counts, *([counted(loops, "loop")] if loops else [])))


def _coverage(reading: Reading) -> Coverage:
    """A sentence is covered when something was taken from it."""
    marked = [(mention.start, mention.end) for mention in reading.mentions]
    uncovered, position = [], 0
    total = len(reading.document.sentences)
    for read in reading.document.sentences:
        start, end = read.span
        while position < len(marked) and marked[position][0] < start:
            position += 1
        found = position < len(marked) and marked[position][0] < end
        if not found and not quantities(reading.document.text, start, end):
            uncovered.append((start, end))
    percent = round(100 * (total - len(uncovered)) / total, 1) if total else 0.0
    return Coverage(percent=percent, sentences=total, uncovered=spans(uncovered))
