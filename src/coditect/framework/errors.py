"""What can go wrong with definitions: faults found while reading, and names that lead nowhere."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one file: where it stands, what it is and how to mend it."""

    path: Path
    line: int | None
    message: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{place}: {self.message} {self.mend}"


class InvalidReference(ValueError):  # noqa: N818 - errors are named as facts
    """A text that should name an agent but does not read as `[publisher/]name[@version]`."""
