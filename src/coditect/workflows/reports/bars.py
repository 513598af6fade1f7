"""Bars over time, as SVG: which task begins when, and how long it takes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coditect.workflows.diagrams import FONT_FAMILY, LIGHT, Family, clean_label, escape, wrap
from coditect.workflows.reports.document import Picture

_WIDTH, _NAMES, _ROW, _HEAD = 800.0, 285.0, 29.0, 34.0
_ROWS = 24  # that one page has room for
_STEPS = (1, 2, 4, 8, 16, 20, 40, 80, 160, 320, 400, 800, 1600, 3200)


@dataclass(frozen=True, slots=True)
class Bar:
    """A task from one hour of work to another."""

    label: str
    who: str
    phase: int
    start: float
    end: float
    by_agent: bool


def bars(shown: Sequence[Bar]) -> Iterator[Picture]:
    total = max((bar.end for bar in shown), default=0.0) or 1.0
    parts = [shown[start : start + _ROWS] for start in range(0, len(shown), _ROWS)]
    for number, part in enumerate(parts, 1):
        height = _HEAD + len(part) * _ROW + 8
        says = "Tasks over hours of work, if each begins as soon as it can"
        counted = f", part {number} of {len(parts)}" if len(parts) > 1 else ""
        yield Picture("".join(_drawn(part, total, height)), _WIDTH, height, says + counted)


def _drawn(shown: Sequence[Bar], total: float, height: float) -> Iterable[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH:g}" height="{height:g}"'
    yield f' viewBox="0 0 {_WIDTH:g} {height:g}" role="img" font-family="{escape(FONT_FAMILY)}" font-weight="500">'
    yield f'<rect width="{_WIDTH:g}" height="{height:g}" fill="{LIGHT.background}"/>'
    yield from _scale(total, height)
    before = shown[0].phase if shown else 0
    for number, bar in enumerate(shown):
        y = _HEAD + number * _ROW
        if bar.phase != before:
            yield f'<path d="M0 {y:g}H{_WIDTH:g}" stroke="{LIGHT.hairline}"/>'
        before = bar.phase
        yield from _row(bar, y, total)
    yield "</svg>"


def _scale(total: float, height: float) -> Iterable[str]:
    step = next((one for one in _STEPS if total / one <= 10), math.ceil(total / 10))
    for hour in range(0, math.ceil(total) + 1, step):
        x = _x(hour, total)
        yield f'<path d="M{x:.1f} {_HEAD - 6:g}V{height:g}" stroke="{LIGHT.hairline}"/>'
        yield f'<text x="{x:.1f}" y="16" font-size="11" fill="{LIGHT.muted}" text-anchor="middle">{hour} h</text>'


def _x(hour: float, total: float) -> float:
    return _NAMES + hour / total * (_WIDTH - _NAMES - 24)


def _row(bar: Bar, y: float, total: float) -> Iterable[str]:
    tint = LIGHT.tints[Family.AGENT if bar.by_agent else Family.PEOPLE]
    label = "".join(wrap(clean_label(bar.label), 12, _NAMES - 16, 1))
    yield f'<text x="0" y="{y + 19:g}" font-size="12" fill="{LIGHT.text}">{escape(label)}</text>'
    left, right = _x(bar.start, total), _x(bar.end, total)
    width = max(right - left, 3)
    yield f'<rect x="{left:.1f}" y="{y + 6:g}" width="{width:.1f}" height="18" rx="5" fill="{tint.fill}" stroke="{tint.stroke}"/>'
    who = "".join(wrap(clean_label(bar.who), 11, max(width - 12, 0), 1)) if width > 60 else ""
    if who:
        yield f'<text x="{left + 7:.1f}" y="{y + 18.8:g}" font-size="11" fill="{tint.ink}">{escape(who)}</text>'
