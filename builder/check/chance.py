"""How likely chance alone makes a count: exact, for draws that need not be equally likely."""

from __future__ import annotations

from collections.abc import Sequence

_ROUNDING = 1e-9


def distribution(chances: Sequence[float]) -> list[float]:
    """The chance of 0, 1, 2 ... hits in independent draws that each hit with the chance given (equal ones: the binomial)."""
    found = [1.0]
    for chance in chances:
        found = [
            (found[hits] if hits < len(found) else 0.0) * (1 - chance) + (found[hits - 1] * chance if hits else 0.0)
            for hits in range(len(found) + 1)
        ]
    return found


def as_odd_as(hits: int, chances: Sequence[float]) -> float:
    """The chance that a count at least as unlikely as `hits` comes about: the two-sided exact test."""
    each = distribution(chances)
    return min(1.0, sum(chance for chance in each if chance <= each[hits] * (1 + _ROUNDING)))


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The chance of so many hits or more."""
    return min(1.0, sum(distribution(chances)[hits:]))
