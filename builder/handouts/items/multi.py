"""`multi` on paper: square boxes, several to tick."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Question
from builder.handouts.nodes import Node
from builder.model.items import MultiItem
from builder.model.view import View


def sheet(view: View, question: Question, number: int) -> Node:
    """The item as pupils get it."""
    return drawing.asked(view, question, number, drawing.Look("box"), view.word("print.tick-all"))


def key(view: View, item: MultiItem) -> str:
    """The right letters."""
    return ", ".join(answer.id for answer in item.answers if answer.right)
