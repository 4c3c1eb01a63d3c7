"""`single` on paper: rings, one to tick."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Question
from builder.handouts.nodes import Node
from builder.model.items import SingleItem
from builder.model.view import View


def sheet(view: View, question: Question, number: int) -> Node:
    """The item as pupils get it."""
    return drawing.asked(view, question, number, drawing.Look("ring"), view.word("print.tick-one"))


def key(view: View, item: SingleItem) -> str:
    """The right letter."""
    return next(answer.id for answer in item.answers if answer.right)
