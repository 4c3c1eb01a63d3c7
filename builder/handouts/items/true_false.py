"""`true-false` on paper: two rings beside each other."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Question
from builder.handouts.nodes import Node
from builder.model.items import TrueFalseItem
from builder.model.view import View


def sheet(view: View, question: Question, number: int) -> Node:
    """The item as pupils get it."""
    return drawing.asked(view, question, number, drawing.Look("ring", across=True), view.word("print.tick-true-false"))


def key(view: View, item: TrueFalseItem) -> str:
    """The word for what is right."""
    return view.word("quiz.true" if item.answer else "quiz.false")
