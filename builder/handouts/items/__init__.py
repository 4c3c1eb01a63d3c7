"""How each type of quiz item stands on paper: one module for each type, named as in `builder.model.items`."""

from __future__ import annotations

from typing import Any, Protocol

from builder.handouts.items import multi, single, true_false
from builder.handouts.items.question import Question, questions
from builder.handouts.nodes import Node
from builder.model.view import View


class ItemPrint(Protocol):
    """What the module of an item type offers."""

    def sheet(self, view: View, question: Question, number: int) -> Node:
        """The item as pupils get it, made from the question alone."""

    def key(self, view: View, item: Any) -> str:
        """What a teacher reads in the strip of answers."""


PRINTS: dict[str, ItemPrint] = {"single": single, "multi": multi, "true-false": true_false}
"""The module of each item type; a new type is one module here."""

__all__ = ["PRINTS", "ItemPrint", "Question", "questions"]
