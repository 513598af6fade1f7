"""Secrets and personal data in texts: where they stand, and the text without them.

Patterns follow what issuers publish of their tokens; what has no form of its own is found by the name before it and
its entropy. Detection errs on the side of finding: a redacted word can be asked for again, a leaked key cannot.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Nature = Literal["secret", "personal"]

LEAST_ENTROPY: Final = 3.2
"""Bits per character; random letters and digits of a key reach 4 and more, words about 2.5 to 3.5."""


@dataclass(frozen=True)
class Found:
    """One secret, or one detail of a person, at `start` to `end` of the text."""

    nature: Nature
    kind: str
    start: int
    end: int


_SECRETS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "private key",
        re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"),
    ),
    ("AWS access key", re.compile(r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b")),
    ("GitHub token", re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b")),
    ("GitLab token", re.compile(r"\bgl(?:pat|dt|rt|cbt|ptt|soat)-[A-Za-z0-9_-]{20,}\b")),
    ("Anthropic key", re.compile(r"\bsk-ant-[A-Za-z0-9_-]{20,}")),
    ("OpenAI key", re.compile(r"\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}")),
    ("Stripe key", re.compile(r"\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}\b")),
    ("Slack token", re.compile(r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}")),
    ("Slack hook", re.compile(r"https://hooks\.slack\.com/services/[A-Za-z0-9/]{20,}")),
    ("Google key", re.compile(r"\bAIza[A-Za-z0-9_-]{35}\b")),
    ("npm token", re.compile(r"\bnpm_[A-Za-z0-9]{36}\b")),
    ("PyPI token", re.compile(r"\bpypi-[A-Za-z0-9_-]{50,}")),
    ("SendGrid key", re.compile(r"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{32,}")),
    ("Twilio key", re.compile(r"\bSK[0-9a-f]{32}\b")),
    ("CODITECT key", re.compile(r"\bcdt_[A-Za-z0-9_-]{20,}\b")),
    ("JSON Web Token", re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*")),
    ("password in an address", re.compile(r"(?<=://)[^\s:/@'\"<>{}$]+:[^\s/@'\"<>{}$]{3,}(?=@[\w.-]+)")),
    ("bearer token", re.compile(r"(?i)(?<=\bbearer )[A-Za-z0-9._~+/-]{20,}=*")),
)
_NAMED: Final = re.compile(
    r"""(?ix)\b[\w.-]*(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)[\w-]*
    ["']?\s*(?:=>|:=|[:=])\s*(?P<quote>["'`]?)(?P<value>[^\s"'`,;)}\]]{8,200})(?P=quote)"""
)
_PLACEHOLDER: Final = re.compile(
    r"(?i)^(?:\$|\{|<|%|\*+$|x+$|\.+$|your|my[-_]|example|change|replace|placeholder|dummy|test|sample|none|null|true|false|todo|"
    r"process\.env|os\.|env|self\.|this\.|settings\.|config\.|get|var\.|secrets\.|str|string|optional|bytes|field|[\w.]+\()"
)
_SHOWN: Final = re.compile(r"(?i)(?:p(?:ass(?:word)?|w|wd)|secret|token|key|xxx+|\*+|\.+|…)$")
_PERSONAL: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "e-mail address",
        re.compile(
            r"\b[\w.+-]+@(?!example\.|test\.|localhost)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE
        ),
    ),
    (
        "telephone number",
        re.compile(
            r"(?<![\w.+-])(?:\+|00)[1-9]\d{0,2}[ ./-]?(?:\(\d{1,4}\)[ ./-]?)?\d{2,4}(?:[ ./-]?\d{2,4}){1,4}(?![\w-])"
        ),
    ),
    ("IBAN", re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")),
    ("payment card", re.compile(r"(?<![\w.-])(?:\d[ -]?){12,18}\d(?![\w-])")),
    (
        "US social security number",
        re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])"),
    ),
)


def find_secrets(text: str) -> list[Found]:
    """Credentials, in the order of the text; where two forms overlap, the first listed counts."""
    formed = [
        one for one in _of("secret", _SECRETS, text) if not _documented(one.kind, text[one.start : one.end])
    ]
    return _apart([*formed, *_named(text)])


def find_personal(text: str) -> list[Found]:
    """E-mail addresses, telephone, account and card numbers. Names of people have no form and are not found."""
    found = [one for one in _of("personal", _PERSONAL, text) if _holds(one.kind, text[one.start : one.end])]
    return _apart(found)


def redact(text: str) -> str:
    """The text with `[secret: kind]` or `[personal: kind]` where something was found."""
    parts: list[str] = []
    at = 0
    secrets = find_secrets(text)
    # The tail of a secret may look like an address.
    personal = [one for one in find_personal(text) if not any(_meet(one, secret) for secret in secrets)]
    for one in _apart([*secrets, *personal]):
        parts += [text[at : one.start], f"[{one.nature}: {one.kind}]"]
        at = one.end
    return "".join([*parts, text[at:]])


def _of(nature: Nature, table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> Iterator[Found]:
    for kind, pattern in table:
        for match in pattern.finditer(text):
            yield Found(nature, kind, match.start(), match.end())


def _documented(kind: str, value: str) -> bool:
    """Whether an address shows how a password is given, instead of giving one."""
    return kind == "password in an address" and _SHOWN.match(value.partition(":")[2]) is not None


def _named(text: str) -> Iterator[Found]:
    for match in _NAMED.finditer(text):
        value = match.group("value")
        if not _PLACEHOLDER.match(value) and _entropy(value) >= LEAST_ENTROPY and _looks_random(value):
            yield Found("secret", "value of a secret's name", match.start("value"), match.end("value"))


def _looks_random(value: str) -> bool:
    """A word or a path of words is a name; a key mixes digits with letters."""
    return bool(re.search(r"\d", value) and re.search(r"[A-Za-z]", value)) or bool(
        re.search(r"[!@#$%^&*?]", value)
    )


def _entropy(value: str) -> float:
    """Shannon's, in bits per character."""
    counts = Counter(value)
    return -sum(count / len(value) * math.log2(count / len(value)) for count in counts.values())


def _holds(kind: str, value: str) -> bool:
    if kind == "payment card":
        return _luhn([int(digit) for digit in value if digit.isdigit()])
    if kind == "IBAN":
        bare = value.replace(" ", "")
        moved = bare[4:] + bare[:4]
        return int("".join(str(int(letter, 36)) for letter in moved)) % 97 == 1
    return True


def _luhn(digits: list[int]) -> bool:
    """The check digit of cards (ISO/IEC 7812-1)."""
    doubled = [digit * 2 - 9 * (digit > 4) if at % 2 else digit for at, digit in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _meet(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(found: list[Found]) -> list[Found]:
    """Sorted, without overlaps; of two that overlap the one that begins first stays, then the one listed first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end > kept[-1].end:
            kept[-1] = Found(kept[-1].nature, kept[-1].kind, kept[-1].start, one.end)
    return kept
