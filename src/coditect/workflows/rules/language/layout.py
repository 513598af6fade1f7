"""The shape of a description: paragraphs, list items, headings, swim-lane labels, table rows, e-mail trimmings.

Works line by line and keeps character offsets; nothing is normalised, so that evidence always points into the original.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from coditect.workflows.rules.language.wordlist import wordset

Kind = Literal["prose", "item", "heading", "cell", "note", "aside"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together.

    Asides (greetings, signatures, headers) are not analysed; notes (further columns of a table) state facts but no work.
    """

    kind: Kind
    start: int
    end: int
    level: int = 0
    """Nesting of a list item, from its indentation or its number."""
    lane: str | None = None
    """Swim-lane label: who does what stands in the block."""
    section: str | None = None
    """Text of the heading above."""
    number: int | None = None
    """Of a numbered item: `3. check the invoice`."""
    in_listing: bool = False
    """An item of the list right below its heading."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text.expandtabs(4)) - len(self.text.expandtabs(4).lstrip())


# Each pattern with a line that it is for.
_MARKER = re.compile(
    r"\s*(?:>\s*)*"
    r"(?:[-*+•–—‣◦▪·○●]\s+|\[[ xX]?\]\s+"  # "- check the invoice"
    r"|(?:step|phase|stage|task|schritt)\s+\d{1,3}\s*[-:.)–]\s*"  # "Step 2: check the invoice"
    r"|\(?\d{1,3}(?:\.\d{1,3})*\s?[.):]\s+|\d{1,3}(?:\.\d{1,3})+\s+"  # "2.1 check", "(2) check", "2. check"
    r"|\(?(?:[a-hA-H]|[ivx]{2,4})\s?[.)]\s+)"  # "b) check"
    r"(?:\[[ xX]?\]\s+)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\(?(\d{1,3}(?:\.\d{1,3})+)")
_HASH_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$")
_TABLE_RULE = re.compile(r"[\s|:+=-]+$")
_MAIL_HEADER = re.compile(r"\s*(?:from|to|cc|bcc|subject|date|sent|re|fw|fwd)\s*:\s", re.IGNORECASE)
# What minutes say about the meeting itself: "Present: Ana, Bob", "Next meeting: Friday, 10:00".
_ABOUT_MEETING = re.compile(
    r"\s*(?:present|attendees|attending|participants|apologies|absent|minutes(?: taken by)?|minute taker|chair|location|place|venue"
    r"|next (?:meeting|time)|date|time|version|author|last (?:update|change|edited)[\w ]*|status)\s*:\s",
    re.IGNORECASE,
)
_TITLE_OF_MEETING = re.compile(
    r"\s*(?:minutes|meeting notes|notes|protocol|agenda)\b[^.!?]{0,80}$", re.IGNORECASE
)
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,40}[,!]?\s*$", re.IGNORECASE
)
_SIGN_OFF = re.compile(
    r"\s*(?:(?:best|kind|warm|many)? ?(?:regards|wishes)|cheers|thanks(?: again| a lot| in advance)?|thank you|yours"
    r"|sincerely|best|talk soon|see you)\b[^.]{0,40}[,.!]?\s*$",
    re.IGNORECASE,
)
_LANE = re.compile(
    r"\s*(?:\*\*|__)?([A-Z][\w&'’/-]*(?: [\w&'’/()-]+){0,4})(?:\*\*|__)?\s*(?::|\s[–—-]\s|->|→)(?:\*\*|__)?\s*(?=\S)"
)
_BRACKET_LANE = re.compile(
    r"\s*[\[(]([A-Za-z][\w&'’/ -]{1,40})[\])]\s*:?\s*(?=\w)"
)  # "[Clerk] checks the form"
_ARROW = re.compile(r"->|=>|→")
_SMALL_WORDS = wordset("the a an it them his her its their our your this that")
_NOT_LANES = wordset(
    "note notes example attention warning important trigger goal purpose scope input inputs output outputs result "
    "results frequency volume duration summary overview background context problem exception exceptions if else "
    "otherwise then when start end outcome objective owner tools systems actors roles participants stakeholders "
    "ps p.s fyi todo caution remark today currently finally afterwards"
)


def blocks(text: str) -> list[Block]:
    """The description in blocks, in reading order, without overlaps."""
    found: list[Block] = []
    section: str | None = None
    below = False
    for block in _blocks(_lines(text), text):
        if block.kind == "heading":
            section, below = _without_marker(text[block.start : block.end]).strip(" #*_:="), True
        below = below and block.kind in {"heading", "item"}
        found.append(replace(block, section=section, in_listing=below and block.kind == "item"))
    return found


def _without_marker(heading: str) -> str:
    """`- Sales` above deeper items: the sign of the list is not of the name."""
    marker = _MARKER.match(heading)
    return heading[marker.end() :] if marker else heading


def _lines(text: str) -> list[_Line]:
    lines, position = [], 0
    for raw in text.splitlines(keepends=True):
        content = raw.rstrip()
        lines.append(_Line(position, position + len(content), content))
        position += len(raw)
    return lines


def _blocks(lines: list[_Line], text: str) -> Iterator[Block]:
    """Read lines one after the other; a paragraph goes on until something else begins."""
    open_block: Block | None = None
    headers_of_mail, header_cells = True, _TableHeader()
    for index, line in enumerate(lines):
        kind = _classify(line, lines, index, in_headers=headers_of_mail)
        headers_of_mail = headers_of_mail and kind in {"blank", "mail_header"}
        if open_block and kind == "text" and _continues(open_block, line, text):
            open_block = replace(open_block, end=line.end)
            continue
        if open_block:
            yield open_block
            open_block = None
        if kind == "row":
            yield from header_cells.row(line)
            continue
        header_cells = _TableHeader()
        if kind in {"blank", "rule"}:
            continue
        open_block = _start(kind, line)
    if open_block:
        yield open_block


def _classify(line: _Line, lines: list[_Line], index: int, *, in_headers: bool) -> str:
    stripped = line.text.strip()
    if not stripped:
        return "blank"
    if _UNDERLINE.match(line.text):
        return "rule"
    if _is_row(line.text):
        return "row"
    if in_headers and _MAIL_HEADER.match(line.text):
        return "mail_header"
    if _ABOUT_MEETING.match(line.text) or (in_headers and _TITLE_OF_MEETING.match(line.text)):
        return "aside"
    if _GREETING.match(line.text) or _SIGN_OFF.match(line.text) or _signs(lines, index):
        return "aside"
    if _HASH_HEADING.match(line.text):
        return "heading"
    if _MARKER.match(line.text):
        return "heading" if _numbers_a_heading(line, lines, index) else "item"
    return "heading" if _is_heading(stripped, lines, index) else "text"


def _numbers_a_heading(line: _Line, lines: list[_Line], index: int) -> bool:
    """`2. Review` above deeper steps names a part of the process rather than a step."""
    marker = _MARKER.match(line.text)
    words = line.text[marker.end() if marker else 0 :].split()
    later = next((other for other in lines[index + 1 :] if other.text.strip()), None)
    if later is None or not 0 < len(words) <= 3 or words[-1][-1] in ".!?:;,":
        return False
    return (
        bool(_MARKER.match(later.text))
        and _level(later) > _level(line)
        and words[0][0].isupper()
        and (len(words) == 1 or not any(word in _SMALL_WORDS for word in words))
    )


def _level(line: _Line) -> int:
    numbered = _NUMBERED.match(line.text)
    return numbered.group(1).count(".") + 1 if numbered else 1 + line.indent // 2


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or (line.count("\t") >= 2 and not line.startswith("\t"))


def _signs(lines: list[_Line], index: int) -> bool:
    """A short line right below a sign-off is a name."""
    return (
        index > 0
        and bool(_SIGN_OFF.match(lines[index - 1].text))
        and len(lines[index].text.split()) <= 4
        and not _MARKER.match(lines[index].text)
    )


def _is_heading(stripped: str, lines: list[_Line], index: int) -> bool:
    words = stripped.split()
    if len(words) > 8 or stripped[-1] in ".!?;,":
        return False
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    before = lines[index - 1].text if index else ""
    if _MARKER.match(after) and len(words) <= 4 and stripped[0].isupper() and not before.strip():
        return True
    if _UNDERLINE.match(after) and after.strip():
        return True
    if before.strip():
        return False
    if stripped.endswith(":"):
        return len(words) <= 5 and (not after.strip() or bool(_MARKER.match(after)) or len(words) <= 3)
    capitals = sum(word[0].isupper() for word in words)
    titled = stripped[0].isupper() and (capitals * 2 >= len(words) or len(words) <= 3)
    return titled and not after.strip() and index + 1 < len(lines)


def _continues(block: Block, line: _Line, text: str) -> bool:
    """Hard-wrapped lines go on; a short line that ends a thought does not."""
    if block.kind in {"heading", "aside"}:
        return False
    if _LANE.match(line.text) and _lane_name(line.text):
        return False
    if block.kind == "item":
        return line.indent > 0 or line.text[:1].islower()
    last = text[block.start : block.end].rsplit("\n", 1)[-1]
    return line.text[:1].islower() or len(last) > 50 or last.rstrip()[-1:] in ",;"


def _start(kind: str, line: _Line) -> Block:
    if kind in {"mail_header", "aside"}:
        return Block("aside", line.start, line.end)
    if kind == "heading":
        return Block("heading", line.start, line.end)
    start, level, number = line.start + len(line.text) - len(line.text.lstrip()), 0, None
    if kind == "item":
        marker = _MARKER.match(line.text)
        start = line.start + (marker.end() if marker else 0)
        level = _level(line)
        digits = re.search(r"(\d{1,3})\s?[-–.):]+\s*$", marker.group()) if marker else None
        number = int(digits.group(1)) if digits else None
    lane, cut = _lane(line.text[start - line.start :])
    return Block("item" if kind == "item" else "prose", start + cut, line.end, level, lane, None, number)


def _lane(content: str) -> tuple[str | None, int]:
    for pattern in (_BRACKET_LANE, _LANE):
        match = pattern.match(content)
        if match and len(_ARROW.findall(content)) > 1 and _ARROW.search(match.group()):
            return None, 0  # a chain of steps
        if match and (name := _usable_lane(match.group(1))):
            return name, match.end()
        if match and match.group(1).lower() in _LABELS:
            return None, match.end()
    return None, 0


def _lane_name(content: str) -> str | None:
    return _lane(content)[0]


# `So what happens is: …`, `Order received -> …`: no name of whoever acts.
_SAYS_SOMETHING = wordset("is are was were happens follows works received what this that we i")
_LABELS = frozenset({"trigger", "note", "start", "end", "result", "outcome", "goal", "purpose"})


def _usable_lane(name: str) -> str | None:
    words = name.lower().split()
    if _SAYS_SOMETHING & set(words):
        return None
    if words[0].strip("():") in _NOT_LANES or len(name) > 40 or words[0] in {"step", "phase", "stage"}:
        return None
    return name.strip()


class _TableHeader:
    """Reads the rows of one table; the first row names the columns."""

    _ACTOR_COLUMNS = re.compile(
        r"who|role|actor|responsib|owner|department|team|lane|performed|person", re.IGNORECASE
    )
    _STEP_COLUMNS = re.compile(r"what|step|task|activit|action|description|process", re.IGNORECASE)
    _NUMBER = re.compile(r"(?:#|no\.?|nr\.?|\d+(?:\.\d+)*\.?|step \d+)$", re.IGNORECASE)

    def __init__(self) -> None:
        self._columns: list[str] | None = None

    def row(self, line: _Line) -> Iterator[Block]:
        if _TABLE_RULE.match(line.text):
            return
        cells = list(_cells(line))
        if self._columns is None:
            self._columns = [content for _, _, content in cells]
            if self._names_columns():
                yield Block("aside", line.start, line.end)
                return
        lane = next(
            (content for (_, _, content), name in self._named(cells) if self._ACTOR_COLUMNS.search(name)),
            None,
        )
        for (start, end, content), name in self._named(cells):
            if not content or self._NUMBER.match(content) or self._ACTOR_COLUMNS.search(name):
                continue
            if self._STEP_COLUMNS.search(name) or not self._names_columns():
                yield Block("cell", start, end, 1, lane)
            else:
                yield Block("note", start, end)

    def _names_columns(self) -> bool:
        return any(
            self._ACTOR_COLUMNS.search(name) or self._STEP_COLUMNS.search(name)
            for name in self._columns or ()
        )

    def _named(self, cells: list[tuple[int, int, str]]) -> list[tuple[tuple[int, int, str], str]]:
        names = self._columns if self._names_columns() and self._columns else []
        return [(cell, names[index] if index < len(names) else "") for index, cell in enumerate(cells)]


def _cells(line: _Line) -> Iterator[tuple[int, int, str]]:
    separator = "|" if "|" in line.text else "\t"
    position = line.start
    parts = line.text.split(separator)
    for index, part in enumerate(parts):
        content = part.strip()
        outside = index in {0, len(parts) - 1} and not content
        if not outside:
            start = position + len(part) - len(part.lstrip())
            yield start, start + len(content), content
        position += len(part) + 1
