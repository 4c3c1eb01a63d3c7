"""Pairs of token sets that are nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

Tokens = frozenset[str]


def overlap(one: Tokens, other: Tokens) -> float:
    """The Jaccard index: shared tokens by all tokens; 0 for two empty sets."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def near_duplicates(texts: Sequence[Tokens], above: float) -> Iterator[tuple[int, int]]:
    """Each text that overlaps by more than `above` with an earlier one, as (number of the earlier, its own number), once.

    Two sets that overlap so much share one of their rarest tokens, so only texts with such a token in common are compared.
    """
    rarity = Counter(token for text in texts for token in text)
    shelves: dict[str, list[int]] = {}
    seen: dict[Tokens, int] = {}
    for number, text in enumerate(texts):
        if text in seen:
            yield seen[text], number
            continue
        rarest = sorted(text, key=lambda token: (rarity[token], token))[: len(text) - ceil(above * len(text)) + 1]
        near = {other for token in rarest for other in shelves.get(token, ())}
        first = min((other for other in near if overlap(texts[other], text) > above), default=None)
        if first is not None:
            yield first, number
        for token in rarest:
            shelves.setdefault(token, []).append(number)
        seen[text] = number
