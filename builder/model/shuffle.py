"""Another order, always the same: sheet and key of every edition and language, and the page as it is before its script, fit each other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count
from typing import TypeVar

T = TypeVar("T")


def shuffled(things: Sequence[T], seed: str, among: int | None = None) -> tuple[T, ...]:
    """`things` in an order that `seed` and their number decide, whatever they are.

    The first `among` of them (all, when left out) never keep their order, wherever the others go; fewer than two have none to keep.
    """
    among = len(things) if among is None else among
    for turn in count():
        order = sorted(range(len(things)), key=lambda place: _lot(seed, turn, place))
        told = [place for place in order if place < among]
        if among < 2 or told != sorted(told):
            return tuple(things[place] for place in order)
    raise AssertionError("two things have two orders")


def _lot(seed: str, turn: int, place: int) -> bytes:
    return hashlib.sha256(f"{seed} {turn} {place}".encode()).digest()
