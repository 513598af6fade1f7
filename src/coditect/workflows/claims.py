"""What a model claims, held against the text: each claim cites a passage that has its words, or is an assumption.

Models count characters badly. A passage that the text does not have is sent back once; what still has none then, or
names an actor, a system or a number that the text does not have, counts as an assumption. Where the words stand in
another sentence than the cited one, the claim cites that sentence.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from coditect.workflows.analysis import Span

T = TypeVar("T", bound=BaseModel)

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?\n]?")
_STEM: Final = 4
"""Words that begin alike count as the same: approve, approval, approves."""


class Founded:
    """Sends an answer back once for passages that the text does not have; what is left then is dealt with here."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._complained = False

    def __call__(self, output: BaseModel, /) -> Sequence[str]:
        """Say which passages an answer cites that the description does not have."""
        if self._complained:
            return ()
        wrong = [span for span in _spans(output) if not _inside(span.start, span.end, self._length)]
        self._complained = bool(wrong)
        return [
            f"evidence {span.start}-{span.end} is not a passage of the description, which has {self._length} characters"
            for span in wrong
        ]


def founded(output: T, text: str) -> T:
    """Name the model as origin of what stands in the text, and call the rest an assumption."""
    checked = _checked(output.model_dump(mode="json"), text, [*_sentences(text)])
    return type(output).model_validate(checked)


def _spans(value: Any) -> Sequence[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, BaseModel):
        return [span for name in type(value).model_fields for span in _spans(getattr(value, name))]
    if isinstance(value, tuple):
        return [span for item in value for span in _spans(item)]
    return []


def _checked(value: Any, text: str, sentences: Sequence[tuple[int, int]]) -> Any:
    if isinstance(value, list):
        return [_checked(item, text, sentences) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _checked(item, text, sentences) for key, item in value.items()}
    if isinstance(inner.get("evidence"), list):
        inside = [one for one in inner["evidence"] if _inside(one["start"], one["end"], len(text))]
        inner["evidence"] = inside
    if inner.get("origin") in {"rule", "user", "model"}:
        inner["evidence"] = _supporting(inner, text, sentences)
        inner["origin"] = "model" if inner["evidence"] else "assumption"
    return inner


def _supporting(item: dict[str, Any], text: str, sentences: Sequence[tuple[int, int]]) -> list[Any]:
    """Return the passages that an item rests on: those it cites, or the sentences that have its words."""
    cited = item["evidence"]
    wanted = _named(item)
    if not cited or not wanted:
        return list(cited)
    near = [
        text[start:end]
        for start, end in sentences
        if any(one["start"] < end and start < one["end"] for one in cited)
    ]
    if any(wanted & _marks(passage) for passage in near):
        return list(cited)
    scored = [(len(wanted & _marks(text[start:end])), start, end) for start, end in sentences]
    most, start, end = max(scored, key=lambda one: one[0], default=(0, 0, 0))
    return [{"start": start, "end": end}] if most else []


def _named(item: dict[str, Any]) -> set[str]:
    """Return what must stand in the text: the name of somebody or something, a task's words, a figure's number."""
    if "unit" in item and "value" in item:
        return {f"{item['value']:g}"} | _marks(item["text"])
    return _stems((item.get("label") if "verb" in item else item.get("name")) or "")


def _marks(passage: str) -> set[str]:
    """Return the numbers and the stems of the words of a passage."""
    numbers = (one for number in _NUMBER.findall(passage) for one in _readings(number))
    return {*numbers, *_stems(passage)}


def _stems(words: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(words)}


def _readings(number: str) -> Iterator[str]:
    """Read a number in the English and in the continental way of writing."""
    digits = number.strip(".,")
    for thousands, point in ((",", "."), (".", ",")):
        try:
            yield f"{float(digits.replace(thousands, '').replace(point, '.')):g}"
        except ValueError:
            continue


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text):
        words = found.group().strip()
        if words:
            start = found.start() + found.group().index(words[0])
            yield start, start + len(words)


def _inside(start: int, end: int, length: int) -> bool:
    return start < end <= length
