"""`true-false`: a claim that is true or false."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Line
from builder.model.items.common import Answer, ItemBase, Written


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

    def texts(self) -> Iterator[Written]:
        """Every text of the item; the stem of a wrong claim is one to call false."""
        for written in super().texts():
            claim = written.at == ("stem",) and not self.answer
            yield Written(written.at, written.text, "false") if claim else written
        yield Written(("feedback_true",), self.feedback_true)
        yield Written(("feedback_false",), self.feedback_false)

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the key."""
        return {**super().same(), "answer": self.answer}
