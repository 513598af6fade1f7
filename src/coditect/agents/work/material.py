"""What goes into prompts: pieces with a reason, and texts of a folder that may be hostile."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fact:
    """A piece of the prompt: its heading, its text, and why it is there."""

    what: str
    why: str
    text: str


def read_text(root: Path, name: str, most: int) -> str | None:
    """Return the beginning of a text file of the folder; None for links, folders, and what is no text."""
    path = root / name
    try:
        if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
            return None
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(opened, "rb") as file:
            content = file.read(most + 1)
    except OSError:
        return None
    if b"\0" in content:
        return None
    text = content[:most].decode("utf-8", "replace")
    return f"{text}\n[… cut here]" if len(content) > most else text
