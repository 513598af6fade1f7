"""Sample descriptions to try the analyzer with: other domains, other forms of writing."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from coditect.workflows.analysis import Domain


@dataclass(frozen=True)
class Sample:
    key: str
    title: str
    domain: Domain
    description: str


@cache
def samples() -> tuple[Sample, ...]:
    """All samples, by key."""
    files = [file for file in resources.files(__name__).iterdir() if file.name.endswith(".md")]
    return tuple(_parse(file.read_text("utf-8")) for file in sorted(files, key=lambda file: file.name))


def _parse(text: str) -> Sample:
    """Front matter between two lines of dashes, then the description."""
    _, front, description = text.split("---\n", 2)
    return Sample(**yaml.safe_load(front), description=description.strip() + "\n")
