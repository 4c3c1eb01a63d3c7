"""`match`: things on the left, each to be given what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line
from builder.model.items.common import ItemBase, Named, Written


class Pair(Frozen):
    """Two texts that belong together."""

    id: Id = Field(description="Letter of the pair, e.g. `a`. The same in every language.")
    left: Line = Field(description="What is given; shown in the written order.")
    right: Line = Field(description="What belongs to it; pupils choose it from a list of all.")
    feedback: Line = Field(description="Why these two belong together.")


class Extra(Frozen):
    """A text to choose from that belongs to nothing on the left."""

    id: Id = Field(description="Letter, other than those of the pairs. The same in every language.")
    text: Line = Field(description="What pupils read in the list.")
    feedback: Line = Field(description="Shown to who chose it: why it belongs to none of them.")


class MatchItem(ItemBase):
    """Pairs to be put together. Two pairs may have the same right text: then either fits."""

    type: Literal["match"] = Field(description="Each text on the left gets what belongs to it.")
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=8, description="Three to six pairs.")
    extra: tuple[Extra, ...] = Field((), max_length=4, description="Texts to choose from that belong to none.")

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What a pupil can choose from: (id, text) of the right sides, each text once, then of the extras."""
        texts: dict[str, str] = {}
        for identity, text in (*((p.id, p.right) for p in self.pairs), *((e.id, e.text) for e in self.extra)):
            texts.setdefault(text, identity)
        return tuple((identity, text) for text, identity in texts.items())

    def texts(self) -> Iterator[Written]:
        """Every text of the item, both sides of the pairs and the extras included."""
        yield from super().texts()
        for number, pair in enumerate(self.pairs):
            yield Written(("pairs", number, "left"), pair.left)
            yield Written(("pairs", number, "right"), pair.right, "option")
            yield Written(("pairs", number, "feedback"), pair.feedback)
        for number, extra in enumerate(self.extra):
            yield Written(("extra", number, "text"), extra.text, "wrong")
            yield Written(("extra", number, "feedback"), extra.feedback)

    def names(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """The ids of pairs and extras, which share one list of letters."""
        pairs = (Named(("pairs", number), pair.id) for number, pair in enumerate(self.pairs))
        extra = (Named(("extra", number), extra.id) for number, extra in enumerate(self.extra))
        yield "pair", (*pairs, *extra)

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the ids of the pairs and extras."""
        pairs, extra = [pair.id for pair in self.pairs], [extra.id for extra in self.extra]
        return {**super().same(), "pairs": pairs, "extra": extra}
