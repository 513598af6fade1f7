"""Numbers that matter: durations, frequencies, volumes, money and error rates, as stated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

QuantityKind = Literal[
    "duration", "frequency", "volume", "hourly_cost", "build_cost", "run_cost", "money", "error_rate"
]
Meaning = Literal["work", "wait", "limit"]

# Working days and hours; weeks and months are counted in full.
_PER_YEAR = {"hour": 2000.0, "day": 250.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
_MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 480.0,
    "week": 2400.0,
    "month": 10_000.0,
    "year": 120_000.0,
}
_WORDS = {
    "half an": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100, "a hundred": 100, "thousand": 1000,
}  # fmt: skip
_NUMBER = r"(?:\d{1,9}(?:[.,]\d{1,3}){0,3}|half an|a hundred|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)"
_UNIT = r"(second|sec|minute|min|hour|hr|day|week|month|quarter|year)s?"
_PERIOD = r"(hour|day|week|month|quarter|year)"
_CURRENCY = r"(?:€|\$|£|EUR|USD|GBP|CHF|euros?|dollars?|pounds?)"

_DURATION = re.compile(
    rf"\b(?P<number>{_NUMBER})(?:\s?(?:-|–|to)\s?(?P<upper>{_NUMBER}))?[\s-](?:business |working |calendar |full )?(?P<unit>{_UNIT[1:-3]})s?\b",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(
    r"\b(?:takes?|took|within|for|after|lasts?|spends?|than|about|around|to)\s(?P<number>an?)\s(?P<unit>minute|hour|day|week|month)\b",
    re.IGNORECASE,
)
# `40 claims per day`, `about 1,200 orders a month`: number, one to four words, period.
_VOLUME = re.compile(
    rf"\b(?P<number>{_NUMBER})\s(?P<what>[A-Za-z][\w-]*(?:\s[A-Za-z][\w-]*){{0,3}}?)\s(?:per|a|an|each|every)\s(?P<period>{_PERIOD[1:-1]})\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?P<number>once|twice|{_NUMBER} times)\s(?:per|a|an|each|every)\s(?P<period>{_PERIOD[1:-1]})\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:every|each)\s(?P<period>hour|day|week|month|quarter|year|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly|annually)\b",
    re.IGNORECASE,
)
# `every 15 minutes`, `every two weeks`.
_RHYTHM = re.compile(
    rf"\bevery\s(?P<number>{_NUMBER})\s(?P<unit>minute|hour|day|week|month|quarter|year)s?\b", re.IGNORECASE
)
_MONEY = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s?(?P<number>\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}})|\b(?P<number2>\d{{1,9}}(?:[.,]\d{{1,3}}){{0,3}})\s?(?P<after>{_CURRENCY}))"
    r"(?P<rate>\s?(?:per|an|a|/|each)\s?(?:hour|hr|h|month|year)\b)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\b(?P<number>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent)", re.IGNORECASE)
_ERRORS = re.compile(
    r"\b(?:error|wrong|incorrect|mistake|rework|reject|fail|defect|incomplete|scrap|correct(?:ed|ion))",
    re.IGNORECASE,
)
_BUILD = re.compile(r"\b(?:build|implement|develop|set ?up|licen[cs]e|one-off|invest)", re.IGNORECASE)
_RUN = re.compile(r"\b(?:run(?:ning)?|operat|maintain|maintenance|hosting|subscription)", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?:within|no later than|at the latest|at most|up to|maximum(?: of)?|less than|under|by|deadline(?: of| is)?|not more than|in|allowed)\s*(?:the next |the following )?$",
    re.IGNORECASE,
)
_WAIT = re.compile(
    r"(?:wait(?:s|ing|ed)?(?: for| about| around| up to)*|after|every|for at least)\s*$", re.IGNORECASE
)
_WORK = re.compile(
    r"(?:tak(?:es?|ing)|took|spends?|lasts?|needs?|requires?|costs?)\s(?:[\w-]+\s){0,4}$", re.IGNORECASE
)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    kind: QuantityKind
    value: float
    """Minutes, times a year, money or per cent, by kind."""
    unit: str
    text: str
    start: int
    end: int
    meaning: Meaning = "work"
    what: str | None = None
    """What is counted: `claims`."""


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """All quantities in `text[start:end]`, in reading order, without overlaps."""
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    for read in (_volumes, _times, _money, _rhythms, _durations, _every, _percentages):
        for quantity in read(text, start, end):
            if not any(first < quantity.end and quantity.start < last for first, last in taken):
                taken.append((quantity.start, quantity.end))
                found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.start)


def number(text: str) -> float:
    """`1,200` is 1200, `2.5` is 2.5, `ten` is 10."""
    word = text.lower().strip()
    if word in _WORDS:
        return float(_WORDS[word])
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", word):
        return float(re.sub(r"[.,]", "", word))
    return (
        float(word.replace(",", "."))
        if word.replace(",", ".").count(".") <= 1
        else float(re.sub(r"[.,]", "", word))
    )


def _volumes(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _VOLUME.finditer(text, start, end):
        what = match["what"].lower()
        if re.match(r"(?:times|minutes?|hours?|days?|weeks?|percent|euros?|dollars?|eur|usd|gbp|of)\b", what):
            continue
        per_year = number(match["number"]) * _PER_YEAR[match["period"].lower()]
        yield Quantity(
            "volume", per_year, f"{what}/year", match.group(), match.start(), match.end(), what=what
        )


def _times(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _TIMES.finditer(text, start, end):
        word = match["number"].lower()
        count = {"once": 1.0, "twice": 2.0}.get(word) or number(word.removesuffix(" times"))
        yield Quantity(
            "frequency",
            count * _PER_YEAR[match["period"].lower()],
            "times/year",
            match.group(),
            match.start(),
            match.end(),
        )


def _rhythms(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _RHYTHM.finditer(text, start, end):
        unit = match["unit"].lower()
        units_a_year = _PER_YEAR.get(unit, _PER_YEAR["hour"] * 60 / _MINUTES.get(unit, 60.0))
        per_year = units_a_year / max(number(match["number"]), 1.0)
        yield Quantity(
            "frequency", round(per_year, 2), "times/year", match.group(), match.start(), match.end()
        )


def _every(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _EVERY.finditer(text, start, end):
        word = (match["period"] or match["adverb"]).lower()
        yield Quantity(
            "frequency", _every_per_year(word), "times/year", match.group(), match.start(), match.end()
        )


def _every_per_year(word: str) -> float:
    if word in {"morning", "evening", "daily"}:
        return _PER_YEAR["day"]
    if word.endswith("day") and word != "day":
        return _PER_YEAR["week"]
    return _PER_YEAR["year" if word == "annually" else word.removesuffix("ly")]


def _durations(text: str, start: int, end: int) -> Iterator[Quantity]:
    for pattern in (_DURATION, _ONE_UNIT):
        for match in pattern.finditer(text, start, end):
            upper = match.groupdict().get("upper")
            low = number(match["number"])
            value = (low + number(upper)) / 2 if upper else low
            unit = {"sec": "second", "min": "minute", "hr": "hour", "quarter": "month"}.get(
                match["unit"].lower(), match["unit"].lower()
            )
            if value <= 0:
                continue
            begin = match.start("number")
            before, after = (
                text[max(start, begin - _NEAR) : begin],
                text[match.end() : min(end, match.end() + 20)],
            )
            meaning = _meaning(before, after)
            yield Quantity(
                "duration",
                value * _MINUTES[unit],
                "minutes",
                text[begin : match.end()],
                begin,
                match.end(),
                meaning,
            )


_RETENTION = re.compile(
    r"\b(?:kept|stored|retained|archived|keep|store|retain|archive)s?\b[^.]{0,25}$", re.IGNORECASE
)


def _meaning(before: str, after: str) -> Meaning:
    if _WORK.search(before):
        return "work"
    if (
        _LIMIT.search(before)
        or _RETENTION.search(before)
        or re.match(r"\s(?:before|prior to|in advance|ahead)\b", after)
    ):
        return "limit"  # `two weeks before the first day` is no time that the work takes
    return "wait" if _WAIT.search(before) or re.match(r"\s(?:later|after)", after) else "work"


def _money(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _MONEY.finditer(text, start, end):
        unit = (match["before"] or match["after"]).upper()
        value = number(match["number"] or match["number2"])
        near = text[max(start, match.start() - _NEAR) : min(end, match.end() + _NEAR)]
        rate = (match["rate"] or "").lower()
        kind: QuantityKind = "money"
        if "h" in rate and "month" not in rate:
            kind = "hourly_cost"
        elif _BUILD.search(near):
            kind = "build_cost"
        elif _RUN.search(near) and rate:
            kind = "run_cost"
            value *= 12 if "month" in rate else 1
        yield Quantity(kind, value, unit, match.group().strip(), match.start(), match.end())


def _percentages(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(text, start, end):
        if _ERRORS.search(text, max(start, match.start() - _NEAR), min(end, match.end() + _NEAR)):
            yield Quantity(
                "error_rate",
                float(match["number"].replace(",", ".")),
                "%",
                match.group(),
                match.start(),
                match.end(),
            )
