"""What each domain adds to an analysis: obligations that its work brings, and the systems that usually serve it."""

import re
from dataclasses import dataclass

from coditect.workflows.analysis import Domain, Span
from coditect.workflows.rules.analysts.items import spans
from coditect.workflows.rules.process.reading import Reading


@dataclass(frozen=True)
class Obligation:
    """A rule of the domain: it applies where `concerns` occurs, unless `settled` shows that the text deals with it."""

    key: str
    concerns: re.Pattern[str]
    settled: re.Pattern[str]
    advice: str


@dataclass(frozen=True)
class Knowledge:
    obligations: tuple[Obligation, ...]
    system: str
    """What usually keeps the records of such work."""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_DOMAINS: dict[Domain, Knowledge] = {
    # "The nurse records the patient's symptoms."
    "healthcare": Knowledge(
        (
            Obligation(
                "hipaa",
                _words(
                    r"patients?|diagnos[ie]s|symptoms?|prescriptions?|medical (?:history|records?)|blood samples?"
                ),
                _words(r"hipaa|access log|minimum necessary"),
                "Health data are handled. Where HIPAA applies: give each role only what it needs, log every access"
                " and have an agreement with everybody outside who receives them.",
            ),
        ),
        "Electronic health record (HL7 FHIR)",
    ),
    # "Accounting pays the invoice."
    "finance": Knowledge(
        (
            Obligation(
                "sox",
                _words(r"invoices?|payments?|pays?|paid|ledger|accounts payable|postings?|reimburse\w*"),
                _words(r"sox|sarbanes|four[- ]eyes|segregation of duties|separation of duties"),
                "Money moves. For companies under SOX: separate who prepares from who approves, and keep who"
                " approved what, when and on which document.",
            ),
        ),
        "Accounting or ERP system",
    ),
    # "Quality control inspects each part."
    "manufacturing": Knowledge(
        (
            Obligation(
                "iso9001",
                _words(r"inspect\w*|tests?|tested|defects?|defective|scrap|rework|quality control"),
                _words(r"iso ?9001|nonconform\w*|non-conform\w*|inspection records?"),
                "Quality is inspected. ISO 9001 asks for records of each inspection, and for parts that fail to be"
                " marked, kept apart and decided on.",
            ),
        ),
        "ERP with production planning (MES)",
    ),
    # "The developer opens a pull request."
    "software": Knowledge(
        (
            Obligation(
                "gdpr",
                _words(
                    r"personal data|user data|customer data|users?['’]s? data|customers?|clients?|e-?mail address(?:es)?"
                    r"|production data|test data"
                ),
                _words(r"gdpr|anonymi[sz]\w*|pseudonymi[sz]\w*|data protection|privacy"),
                "Software handles personal data here. GDPR asks for protection by design: test without real"
                " personal data, and delete them from logs and tickets when they are no longer needed.",
            ),
            Obligation(
                "change",
                _words(r"deploy\w*|releases?|released|production|go(?:es)? live|rolls? out|rollout"),
                _words(r"roll(?:s|ed)? ?back|rollback|revert\w*|change (?:control|record|log)|iso ?27001"),
                "Changes go to production. ISO 27001 asks for controlled changes: keep who approved which change,"
                " and say how it is taken back.",
            ),
        ),
        "Issue tracker and version control",
    ),
    "general": Knowledge((), ""),
}


def usual_system(domain: Domain) -> str:
    """The kind of system that usually keeps the records of such work; empty when none is typical."""
    return _DOMAINS[domain].system


def unmet(reading: Reading, domain: Domain) -> tuple[tuple[Obligation, tuple[Span, ...]], ...]:
    """Obligations of the domain that the text brings up and says nothing of, each with the words that do."""
    text = reading.document.text
    found = []
    for obligation in _DOMAINS[domain].obligations:
        places = [
            match.span()
            for read in reading.document.sentences
            for match in obligation.concerns.finditer(text, *read.span)
        ]
        if places and not obligation.settled.search(text):
            found.append((obligation, spans(places)))
    return tuple(found)
