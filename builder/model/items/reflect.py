"""`reflect`: an open question that is never marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Line
from builder.model.items.common import ItemBase, Written


class ReflectItem(ItemBase):
    """A question to think about. There is no key; pointers are shown afterwards."""

    type: Literal["reflect"] = Field(description="An open question; never marked, never sent.")
    pointers: tuple[Line, ...] = Field(
        min_length=1, max_length=5, description="What a good answer may think of; shown after the pupil has thought."
    )
    lines: int = Field(3, ge=1, le=12, description="Lines to write on, on paper.")

    def texts(self) -> Iterator[Written]:
        """Every text of the item, the pointers included."""
        yield from super().texts()
        for number, pointer in enumerate(self.pointers):
            yield Written(("pointers", number), pointer)

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the number of pointers."""
        return {**super().same(), "pointers": len(self.pointers)}
