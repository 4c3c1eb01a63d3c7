"""How each type of quiz item stands on paper: one module for each type, named as in `builder.model.items`."""

from __future__ import annotations

from typing import Any, Protocol

from builder.handouts.items import match, multi, order, reflect, scenario, short, single, true_false
from builder.handouts.items.question import Given, Question
from builder.handouts.nodes import Node
from builder.model.quiz import Quiz
from builder.model.view import View


class ItemPrint(Protocol):
    """What the module of an item type offers."""

    def given(self, item: Any) -> Given:
        """What pupils get besides the stem: a record without the answers."""

    def sheet(self, view: View, question: Any, number: int) -> Node:
        """The item as pupils get it, made from the question alone."""

    def key(self, view: View, item: Any) -> str:
        """What a teacher reads in the strip of answers."""

    def why(self, view: View, item: Any, path: str) -> list[Node]:
        """What is right and why, for the key. `path` is the author's file."""


PRINTS: dict[str, ItemPrint] = {
    "single": single,
    "multi": multi,
    "true-false": true_false,
    "match": match,
    "order": order,
    "short": short,
    "scenario": scenario,
    "reflect": reflect,
}
"""The module of each item type; a new type is one module here."""


def questions(quiz: Quiz) -> tuple[Question[Any], ...]:
    """The questions of a quiz in their written order, without their answers."""
    return tuple(
        Question(item.id, item.type, item.stem, item.sensitive, PRINTS[item.type].given(item), quiz.path)
        for item in quiz.items
    )


__all__ = ["PRINTS", "ItemPrint", "Question", "questions"]
