"""The language tables of the dispatcher, as text files beside this module."""

from collections.abc import Iterator
from pathlib import Path


def lines(name: str) -> Iterator[str]:
    """The lines of a table, without comments and empty ones."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def entries(name: str) -> Iterator[tuple[str, str]]:
    """The `key: rest` lines of a table."""
    for line in lines(name):
        key, _, rest = line.partition(":")
        yield key.strip(), rest.strip()


def sections(name: str) -> Iterator[tuple[str, str]]:
    """The lines of a table under `[key]` headings, each with its key."""
    key = ""
    for line in lines(name):
        if line.startswith("["):
            key = line.strip().strip("[]")
        else:
            yield key, line.strip()
