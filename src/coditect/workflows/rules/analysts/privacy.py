"""Personal data: which words in a description tell of it, and what to do about it."""

import re
from typing import Literal

from coditect.workflows.analysis import PersonalData
from coditect.workflows.rules.analysts.items import INFERRED, sentence_case, spans
from coditect.workflows.rules.process.reading import Reading

Category = Literal["contact", "identity", "financial", "health", "employment"]

_CATEGORIES: tuple[tuple[Category, re.Pattern[str], str], ...] = (
    (
        "health",
        re.compile(
            r"\b(?:patients?|diagnos[ie]s|symptoms?|medical (?:history|records?)|prescriptions?|blood (?:pressure|samples?|tests?)|allerg\w+|treatments?)\b",
            re.IGNORECASE,
        ),
        "Health data need a legal basis, encryption and a log of every access.",
    ),
    (
        "financial",
        re.compile(
            r"\b(?:bank accounts?|account details|credit (?:history|card|score|rating)|salar(?:y|ies)|payment details|income|iban|reimbursements?)\b",
            re.IGNORECASE,
        ),
        "Mask financial details in lists and logs; restrict who may export them.",
    ),
    (
        "employment",
        re.compile(
            r"\b(?:applicants?|candidates?|cv|résumé|resume|job applications?|employment contracts?|sick leave|vacation|personnel files?|new hires?|performance reviews?)\b",
            re.IGNORECASE,
        ),
        "Delete applicants' and employees' data when the legal period is over.",
    ),
    (
        "identity",
        re.compile(
            r"\b(?:passports?|id cards?|identity|date of birth|birth ?dates?|social security|driving licen[cs]e|driver's licen[cs]e|signatures?)\b",
            re.IGNORECASE,
        ),
        "Store the result of the check rather than a copy of the document.",
    ),
    (
        "contact",
        re.compile(
            r"\b(?:customers?|clients?|claimants?|guests?|tenants?|e-?mail address(?:es)?|phone numbers?|home address|addresses|contact details|visitors?|citizens?)\b",
            re.IGNORECASE,
        ),
        "Say what contact data are used for, and offer their correction and deletion.",
    ),
)


def personal_data(reading: Reading) -> tuple[PersonalData, ...]:
    """One item for each kind of word found, with all its places."""
    places: dict[str, tuple[Category, str, list[tuple[int, int]]]] = {}
    for read in reading.document.sentences:
        for category, pattern, advice in _CATEGORIES:
            for match in pattern.finditer(reading.document.text, *read.span):
                name = match.group().lower()
                name = name.removesuffix("s") if not name.endswith(("ss", "sis", "ies", "us")) else name
                places.setdefault(name, (category, advice, []))[2].append(match.span())
    return tuple(
        PersonalData(
            id=f"pd{number}",
            what=sentence_case(name),
            category=category,
            advice=advice,
            evidence=spans(found),
            confidence=INFERRED,
            origin="rule",
        )
        for number, (name, (category, advice, found)) in enumerate(places.items(), 1)
    )
