"""References to agents: `[publisher/]name[@version]`."""

import re
from dataclasses import dataclass
from typing import Final

from coditect.framework.errors import InvalidReference

NAME_PATTERN: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
MAX_NAME: Final = 64

_VERSION = r"\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,40})?|sha256:[0-9a-f]{64}"
_REFERENCE: Final = re.compile(
    rf"(?:(?P<publisher>{NAME_PATTERN})/)?(?P<name>{NAME_PATTERN})(?:@(?P<version>{_VERSION}))?"
)
_NAME: Final = re.compile(NAME_PATTERN)


@dataclass(frozen=True, slots=True)
class Reference:
    """Which agent is meant: the built-in or own one when no publisher is given, the newest when no version is."""

    publisher: str | None
    name: str
    version: str | None

    def __str__(self) -> str:
        publisher = f"{self.publisher}/" if self.publisher else ""
        version = f"@{self.version}" if self.version else ""
        return f"{publisher}{self.name}{version}"


def is_name(text: str) -> bool:
    """Whether `text` is a well-formed name: lower-case words joined by single hyphens."""
    return len(text) <= MAX_NAME and _NAME.fullmatch(text) is not None


def parse_reference(text: str) -> Reference:
    """Read `[publisher/]name[@version]`; a version is `1.2.3` or the digest `sha256:…`."""
    found = _REFERENCE.fullmatch(text)
    if found is None or len(found["name"]) > MAX_NAME or len(found["publisher"] or "") > MAX_NAME:
        shown = text if len(text) <= 80 else f"{text[:80]}…"
        raise InvalidReference(
            f"{shown!r} does not name an agent. Write `name`, `publisher/name` or `publisher/name@1.2.3`, "
            "in lower case with single hyphens."
        )
    return Reference(found["publisher"], found["name"], found["version"])
