"""An order for things whose written order is the key: mixed, and the same in every build and every language."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def mixed(ids: Sequence[str], seed: str) -> tuple[str, ...]:
    """The `ids` in an order that only `seed` and the ids themselves decide; never the given one, where there are two or more."""
    order = sorted(ids, key=lambda identity: hashlib.sha256(f"{seed}/{identity}".encode()).digest())
    return tuple(order if order != list(ids) else [*order[1:], *order[:1]])
