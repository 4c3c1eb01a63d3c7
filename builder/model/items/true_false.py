"""`true-false`: a claim that is true or false."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.base import Line
from builder.model.items.common import Answer, ItemBase


class TrueFalseItem(ItemBase):
    """A claim; the pupil says whether it is true."""

    type: Literal["true-false"] = Field(description="A claim to call true or false.")
    answer: bool = Field(description="`true` when the claim is true.")
    feedback_true: Line = Field(description="Shown to who said *true*.")
    feedback_false: Line = Field(description="Shown to who said *false*.")

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Two answers, `true` and `false`; the view prints its own words for them."""
        return (
            Answer("true", "", self.answer, self.feedback_true),
            Answer("false", "", not self.answer, self.feedback_false),
        )
