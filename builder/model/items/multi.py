"""`multi`: several options, two or more right."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.items.common import Answer, ItemBase, Option


class MultiItem(ItemBase):
    """A question with two or more right options; all of them, and no other, make the answer right."""

    type: Literal["multi"] = Field(description="Every right option is to be chosen.")
    options: tuple[Option, ...] = Field(min_length=3, max_length=8, description="At least two right and one wrong.")

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The options as answers, in the written order."""
        return tuple(Answer(o.id, o.text, o.correct, o.feedback) for o in self.options)
