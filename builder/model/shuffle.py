"""Another order, always the same: sheet and key of every edition and language, and the page as it is before its script, fit each other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count
from typing import TypeVar

T = TypeVar("T")


def shuffled(things: Sequence[T], seed: str, among: int | None = None) -> tuple[T, ...]:
    """`things` in an order that `seed` and their number decide, whatever they are.

    Of the first `among` (all, when left out) at most a third keep their place and their order is never the given one, so that who
    writes 1 2 3 or a b c from top to bottom gains nothing. Fewer than two have no other order.
    """
    among = len(things) if among is None else among
    for turn in count():
        order = sorted(range(len(things)), key=lambda place: _lot(seed, turn, place))
        if among < 2 or _gives_nothing_away(order, among):
            return tuple(things[place] for place in order)
    raise AssertionError("two things have another order")


def _gives_nothing_away(order: list[int], among: int) -> bool:
    told = [place for place in order if place < among]
    kept = sum(now == before for now, before in enumerate(order) if before < among)
    return told != sorted(told) and kept * 3 <= among


def _lot(seed: str, turn: int, place: int) -> bytes:
    return hashlib.sha256(f"{seed} {turn} {place}".encode()).digest()
