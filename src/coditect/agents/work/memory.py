"""What earlier sessions in a folder left: `MEMORY-CONTEXT/`, plain Markdown that people read and keep in git.

A text has sections, each remembered once: its digest stands in a comment, and what is there already is not written
again. Secrets and personal data are redacted before anything is written, and once more when it is read, since people
write there too. What has to do with a request goes into its prompt, within bounds.
"""

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from coditect.agents.detecting import redact
from coditect.agents.work.material import Fact, read_text
from coditect.agents.work.ranking import Ranked, rank

FOLDER: Final = "MEMORY-CONTEXT"
Kind = Literal["checkpoint", "handoff", "export"]

_MARK: Final = re.compile(r"^<!-- sha256:([0-9a-f]{64}) -->$", re.MULTILINE)
_SECTION: Final = re.compile(r"^## ", re.MULTILINE)
_NAME: Final = re.compile(r"\d{8}T\d{6}Z-(?P<kind>checkpoint|handoff|export)(?:-[\w-]*)?\.md")
_MOST_FILES: Final = 500
_LARGEST: Final = 256_000
_MOST_PIECES: Final = 5
_LONGEST_PIECE: Final = 2_500


@dataclass(frozen=True)
class Section:
    """A part of what is remembered, under a heading."""

    title: str
    text: str

    def redacted(self) -> "Section":
        """Return it without secrets and personal data, on its own lines."""
        # A heading inside would look like the beginning of another section.
        text = re.sub(r"^(#{1,2} |<!-- sha256:)", r"\\\1", redact(self.text).strip(), flags=re.MULTILINE)
        return Section(" ".join(redact(self.title).split())[:200], text)

    def digest(self) -> str:
        """Return what stands for its content, however its lines are spaced."""
        return hashlib.sha256(" ".join(self.text.split()).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Written:
    """What was written: None where all of it was there already; `known` sections were left out."""

    path: Path | None
    new: int
    known: int


def write(
    root: Path, kind: Kind, title: str, sections: Sequence[Section], *, now: datetime | None = None
) -> Written:
    """Write what is new of `sections` into the folder of memory; raise `OSError` where that leads out of `root`."""
    home = root / FOLDER
    if home.is_symlink():
        raise OSError(f"{FOLDER} is a link; memory is written into a folder of its own only.")
    home.mkdir(exist_ok=True)
    clean = [one for one in (section.redacted() for section in sections) if one.text]
    before = _known(root)
    new = list({one.digest(): one for one in clean if one.digest() not in before}.values())
    if not new:
        return Written(None, 0, len(clean))
    at = now or datetime.now(UTC)
    name = f"{at:%Y%m%dT%H%M%SZ}-{kind}{_slug(title)}.md"
    parts = [f"# {' '.join(redact(title).split()) or kind}", f"{kind} of {at:%Y-%m-%d %H:%M} UTC"]
    parts += [f"## {one.title}\n\n<!-- sha256:{one.digest()} -->\n\n{one.text}" for one in new]
    # Never through a link, never over what is there.
    opened = os.open(home / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
    with os.fdopen(opened, "w", encoding="utf-8", errors="replace") as file:
        file.write("\n\n".join(parts) + "\n")
    return Written(home / name, len(new), len(clean) - len(new))


def names(root: Path, kind: Kind | None = None) -> Sequence[str]:
    """Return the names of the texts of memory, the newest first; of a kind only those that were written by us."""
    home = root / FOLDER
    if home.is_symlink() or not home.is_dir():
        return []
    found = sorted((one.name for one in home.iterdir() if one.suffix == ".md"), reverse=True)
    if kind is not None:
        found = [name for name in found if (match := _NAME.fullmatch(name)) and match["kind"] == kind]
    return found[:_MOST_FILES]


def read(root: Path, name: str) -> str | None:
    """Return a text of memory, redacted."""
    text = read_text(root, f"{FOLDER}/{name}", _LARGEST)
    return None if text is None else redact(text)


def recall(root: Path, request: str) -> Sequence[Fact]:
    """Return what of the memory has most to do with a request, and the newest hand-off. Blocks."""
    facts: list[Fact] = []
    newest = next(iter(names(root, "handoff")), None)
    if newest is not None and (text := read(root, newest)) is not None:
        facts.append(Fact(f"memory: {newest}", "the newest hand-off", _cut(_MARK.sub("", text))))
    pieces: dict[str, Ranked[str]] = {}
    for name in names(root):
        if name == newest:
            continue
        for title, text in _sections(read(root, name) or ""):
            pieces.setdefault(Section(title, text).digest(), Ranked(f"{name}, {title}", f"{title}\n{text}"))
    for best in rank(request, list(pieces.values()))[:_MOST_PIECES]:
        why = f"remembered from an earlier session; it has {', '.join(best.words[:5])}"
        facts.append(Fact(f"memory: {best.item}", why, _cut(best.text)))
    return facts


def _known(root: Path) -> set[str]:
    return {
        digest
        for name in names(root)
        for digest in _MARK.findall(read_text(root, f"{FOLDER}/{name}", _LARGEST) or "")
    }


def _sections(text: str) -> list[tuple[str, str]]:
    found = []
    for part in _SECTION.split(text)[1:] or [text]:
        title, _, body = part.partition("\n")
        found.append((title.strip("# ")[:200], _MARK.sub("", body or title).strip()))
    return [(title, body) for title, body in found if body]


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_PIECE else f"{text[:_LONGEST_PIECE]}\n[… cut here]"


def _slug(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", redact(title).lower())
    return f"-{'-'.join(words)[:40].strip('-')}" if words else ""
