"""What a file held before a change, computed from the change: the content must have the digest that was noted then."""

import re
from typing import Final

from coditect.agents.tools import FileChange, ToolRefused
from coditect.agents.tools.texts import decode, digest

_HUNK: Final = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")


def before(change: FileChange, now: bytes | None) -> bytes | None:
    """Return what the file held before `change`, given what it left; None where that cannot be told from the diff."""
    try:
        text, form = decode(now or b"", change.path)
        reverted = _reverted(text, change.diff)
        if reverted is None:
            return None
        data = form.mark + reverted.encode(form.encoding)
    except (ToolRefused, UnicodeEncodeError):
        return None
    return data if digest(data) == change.before else None


def _reverted(text: str, diff: str) -> str | None:
    *lines, last = text.split("\n")
    old = [f"{line}\n" for line in lines] + ([last] if last else [])
    found: list[str] = []
    at = 0
    for hunk in _hunks(diff):
        start, count, body = hunk
        # A hunk without lines of its own stands after the line that it names.
        begin = start - 1 if count else start
        if begin < at:
            return None
        found += old[at:begin]
        found += [line for sign, line in body if sign in " -"]
        at = begin + count
    return "".join([*found, *old[at:]])


def _hunks(diff: str) -> list[tuple[int, int, list[tuple[str, str]]]]:
    hunks: list[tuple[int, int, list[tuple[str, str]]]] = []
    for line in diff.split("\n")[:-1]:
        head = _HUNK.match(line)
        if head:
            hunks.append((int(head[1]), int(head[2] or 1), []))
        elif hunks and line.startswith("\\"):
            sign, ended = hunks[-1][2].pop()
            hunks[-1][2].append((sign, ended.removesuffix("\n")))
        elif hunks:
            hunks[-1][2].append((line[:1], f"{line[1:]}\n"))
    return hunks
