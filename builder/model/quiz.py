"""A quiz: the items of one lesson in one language."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Frozen, Line
from builder.model.items import Item


class QuizFile(Frozen):
    """What an author writes in `quizzes/<module>/<lesson>.<language>.yml`."""

    intro: Line = Field(description="One or two sentences to the pupil before the first item.")
    items: tuple[Item, ...] = Field(
        min_length=1, max_length=40, description="8 to 12 items, five of them with `baseline: true`."
    )
    waive: dict[str, Line] = Field(
        {}, description="Warnings about the whole bank that are right to ignore, each with the reason."
    )


class Quiz(QuizFile):
    """A quiz with its place in the curriculum."""

    lesson: str
    language: str
    path: str

    @property
    def baseline(self) -> tuple[Item, ...]:
        """The items that are asked before and after the lesson."""
        return tuple(item for item in self.items if item.baseline)
