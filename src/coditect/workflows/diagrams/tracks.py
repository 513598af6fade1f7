"""The fourth step of the layout: edges that share a gutter or a channel are spread over parallel tracks.

Edges that leave one node, or reach one node, may share a track; they then read as one line that forks or joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coditect.workflows.diagrams.routes import Climb, Gutter, Level, Route, Run, Side


def spread(routes: Sequence[Route]) -> tuple[dict[Gutter, int], dict[int, int]]:
    """Set the track of every run and climb; returns how many tracks each gutter and each channel needs."""
    gutters = _spread_runs([route.run for route in routes if route.run is not None])
    climbs = (climb for route in routes for climb in (route.out, route.into) if climb is not None)
    return gutters, _spread_climbs(climbs)


def _spread_runs(runs: Sequence[Run]) -> dict[Gutter, int]:
    """Short runs lie nearest to their row, longer ones round them."""
    needed: dict[Gutter, int] = {}
    by_gutter: dict[Gutter, list[Run]] = defaultdict(list)
    for run in runs:
        by_gutter[run.gutter].append(run)
    for gutter, members in by_gutter.items():
        tracks: list[list[Run]] = []
        for run in sorted(members, key=lambda one: (one.last - one.first, one.first)):
            run.track = next(
                (index for index, track in enumerate(tracks) if _has_room(track, run)), len(tracks)
            )
            if run.track == len(tracks):
                tracks.append([])
            tracks[run.track].append(run)
        needed[gutter] = len(tracks)
    return needed


def _has_room(track: list[Run], run: Run) -> bool:
    return all(
        run.last < other.first or other.last < run.first or run.group == other.group for other in track
    )


@dataclass(eq=False, slots=True)
class _Trunk:
    """Climbs that are drawn as one vertical line."""

    climbs: list[Climb]
    lefts: list[float]
    rights: list[float]
    low: float
    high: float


def _spread_climbs(climbs: Iterable[Climb]) -> dict[int, int]:
    by_channel: dict[int, list[Climb]] = defaultdict(list)
    for climb in climbs:
        by_channel[climb.channel].append(climb)
    needed: dict[int, int] = {}
    for channel, members in by_channel.items():
        trunks = _ordered(_trunks(members))
        tracks = [0] * len(trunks)
        for index, trunk in enumerate(trunks):
            before = [tracks[earlier] for earlier in range(index) if _overlap(trunks[earlier], trunk)]
            tracks[index] = max(before, default=-1) + 1
            for climb in trunk.climbs:
                climb.track = tracks[index]
        needed[channel] = max(tracks) + 1
    return needed


def _trunks(climbs: list[Climb]) -> list[_Trunk]:
    leaving: dict[int, int] = defaultdict(int)
    for climb in climbs:
        leaving[climb.source] += not climb.last
    groups: dict[tuple[str, int], list[Climb]] = defaultdict(list)
    for climb in climbs:
        forks = leaving[climb.source] > 1 and not climb.last
        groups[("from", climb.source) if forks else ("to", climb.target)].append(climb)
    trunks = [_trunk(members) for members in groups.values()]
    if _has_circle(trunks):
        return [_trunk([climb]) for climb in climbs]
    return trunks


def _has_circle(trunks: list[_Trunk]) -> bool:
    """Whether each of some trunks would have to stand left of the next, all round."""
    waiting = list(trunks)
    while waiting:
        free = [
            one
            for one in waiting
            if not any(_must_precede(other, one) for other in waiting if other is not one)
        ]
        if not free:
            return True
        waiting = [one for one in waiting if one not in free]
    return False


def _trunk(climbs: list[Climb]) -> _Trunk:
    lefts = [_height(level) for climb in climbs for level in climb.lefts]
    rights = [_height(level) for climb in climbs for level in climb.rights]
    return _Trunk(climbs, lefts, rights, min(*lefts, *rights), max(*lefts, *rights))


def _height(level: Level) -> float:
    """Where a row or a run lies, top to bottom, in units of a row."""
    if isinstance(level, int):
        return float(level)
    row, side = level.gutter
    outwards = 0.3 + 0.001 * level.track
    return row - outwards if side is Side.TOP else row + outwards


def _ordered(trunks: list[_Trunk]) -> list[_Trunk]:
    """Left to right: what must come first, and among that what crosses the fewest of the others."""
    if len(trunks) < 2:
        return trunks
    found: list[_Trunk] = []
    waiting = list(trunks)
    while waiting:
        free = [
            one
            for one in waiting
            if not any(_must_precede(other, one) for other in waiting if other is not one)
        ]
        chosen = min(free or waiting, key=lambda one: _cost_of_first(one, waiting))
        found.append(chosen)
        waiting.remove(chosen)
    return found


def _must_precede(one: _Trunk, other: _Trunk) -> bool:
    """Whether the two would lie on one another, were `other` first: in a row where one begins and one ends."""
    return any(level.is_integer() and level in other.rights for level in one.lefts)


def _cost_of_first(one: _Trunk, waiting: list[_Trunk]) -> int:
    return sum(_crossings(one, other) - _crossings(other, one) for other in waiting if other is not one)


def _crossings(left: _Trunk, right: _Trunk) -> int:
    outgoing = sum(right.low < level < right.high for level in left.rights)
    incoming = sum(left.low < level < left.high for level in right.lefts)
    return outgoing + incoming


def _overlap(one: _Trunk, other: _Trunk) -> bool:
    return one.low <= other.high and other.low <= one.high
