"""Decision records: their set, checked for gaps, missing parts, links that lead nowhere and code that is gone."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from coditect.agents.offline.files import SourceFile, Tree
from coditect.agents.offline.linking import broken_links, named_paths
from coditect.framework.contracts import Place, Review, ReviewFinding

_FOLDER: Final = re.compile(
    r"(^|/)(adrs?|decisions|decision-records|architecture-decisions|rfcs?)(/|$)", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"^(?:adr[-_]?)?0*(\d{1,5})(?=[-_. ])", re.IGNORECASE)
_STATUS: Final = re.compile(r"^\W*status\W*[:\n]\W*([A-Za-z ]+)", re.IGNORECASE | re.MULTILINE)
_PARTS: Final = (
    ("context", re.compile(r"\b(?:context|problem|background|motivation)\b", re.IGNORECASE)),
    ("decision", re.compile(r"\bdecision\b|\bwe (?:will|decided|chose)\b", re.IGNORECASE)),
    (
        "consequences",
        re.compile(r"\b(?:consequences?|trade-?offs?|implications?|outcome|pros and cons)\b", re.IGNORECASE),
    ),
)
_SUPERSEDES: Final = re.compile(
    r"\b(supersedes|superseded by|replaces|replaced by|amends)\b[^\d\n]*0*(\d{1,5})\b", re.IGNORECASE
)


Severity = Literal["major", "minor", "note"]


@dataclass(frozen=True)
class Record:
    """One decision record."""

    file: SourceFile
    number: int | None
    title: str
    status: str | None
    """In lower case as written; None where the record has none."""


def find_records(tree: Tree) -> list[Record]:
    """The decision records of a repository, by number."""
    files = [
        file
        for file in tree.files
        if file.suffix in {".md", ".rst", ".adoc"}
        and _FOLDER.search(file.folder)
        and not re.match(r"(?:readme|index|template|0000-template)", file.name, re.IGNORECASE)
    ]
    return sorted(
        (_record(file) for file in files),
        key=lambda one: (one.number is None, one.number or 0, one.file.path),
    )


def review_records(tree: Tree, request: str) -> Review:
    """Judge the form of the set. Whether code keeps to what a record decides takes a reader."""
    records = find_records(tree)
    found = [*_numbers(records), *(fault for record in records for fault in _faults(record, records, tree))]
    findings = tuple(finding.model_copy(update={"id": f"f{at}"}) for at, finding in enumerate(found, 1))
    asked = request.strip() or "the decision records"
    return Review(
        verdict="inconclusive",
        summary=f"{len(records)} decision records, {len(findings)} faults of form, for: {asked}. "
        + (
            "No folder of decision records was found."
            if not records
            else "The rules compare records with one another and with paths, not with code."
        ),
        findings=findings,
        checked=tuple(f"{record.file.path}: {record.title}" for record in records),
        not_checked=("Whether the code keeps to each decision: that needs a model or a person.",),
    )


def _record(file: SourceFile) -> Record:
    number = _NUMBER.match(file.name)
    title = next(
        (line.lstrip("# =").strip() for line in file.lines if line.startswith(("#", "="))), file.name
    )
    status = _STATUS.search(file.text)
    return Record(
        file,
        int(number.group(1)) if number else None,
        title,
        status.group(1).strip().lower() if status else None,
    )


def _numbers(records: Sequence[Record]) -> Iterator[ReviewFinding]:
    numbered = Counter(record.number for record in records if record.number is not None)
    for number, times in numbered.items():
        if times > 1:
            twice = [record for record in records if record.number == number]
            yield _finding(
                "major",
                f"Number {number} is given {times} times",
                ", ".join(one.file.path for one in twice),
                twice[0],
            )
    if numbered:
        gaps = sorted(set(range(min(numbered), max(numbered) + 1)) - set(numbered))
        if gaps:
            missing = ", ".join(map(str, gaps[:10]))
            last = [record for record in records if record.number is not None][-1]
            yield _finding(
                "minor",
                f"Numbers are missing: {missing}",
                f"{min(numbered)} to {max(numbered)} are in use",
                last,
            )


def _faults(record: Record, records: Sequence[Record], tree: Tree) -> Iterator[ReviewFinding]:
    # Some sets keep the status only where it is no longer in force: a set without any has that convention.
    if record.status is None and any(one.status for one in records):
        yield _finding(
            "minor", "A record without a status", f"{record.file.path} has no Status, others have", record
        )
    missing = [name for name, pattern in _PARTS if not pattern.search(record.file.text)]
    if missing:
        yield _finding(
            "minor", f"No {' and no '.join(missing)}", f"{record.file.path} does not name them", record
        )
    known = {one.number for one in records}
    for found in _SUPERSEDES.finditer(record.file.text):
        if int(found.group(2)) not in known:
            yield _finding("major", "A record that does not exist is named", found.group(0), record)
        elif found.group(1).lower().endswith("by") and record.status in {"accepted", "active"}:
            yield _finding("major", "Superseded, and still accepted", found.group(0), record)
    for line, target in broken_links(record.file, tree):
        yield _finding("minor", "A link leads nowhere", target, record, line)
    for line, path in named_paths(record.file, tree):
        yield _finding("note", "Code that a record names is gone", path, record, line)


def _finding(
    severity: Severity, title: str, evidence: str, record: Record, line: int | None = None
) -> ReviewFinding:
    number = f"{record.number:04d}" if record.number is not None else posixpath.basename(record.file.path)
    return ReviewFinding(
        id="f0",
        severity=severity,
        title=title,
        place=Place(file=record.file.path, line=line),
        evidence=evidence,
        consequence="A reader cannot tell what is in force, or is led astray.",
        remedy="Mend the record, or add one that replaces it.",
        rule=number,
        certainty="medium" if severity == "note" else "high",
    )
