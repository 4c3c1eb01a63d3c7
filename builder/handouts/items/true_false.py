"""`true-false` on paper: two rings beside each other."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Choices, Question
from builder.handouts.nodes import Node
from builder.model.items import TrueFalseItem
from builder.model.view import View


def given(item: TrueFalseItem) -> Choices:
    """What pupils get: true and false, in the view's own words."""
    return drawing.choices(item)


def sheet(view: View, question: Question[Choices], number: int) -> Node:
    """The item as pupils get it."""
    how = view.word("print.tick-true-false")
    return drawing.asked(view, question, number, how, [drawing.ticks(view, question, "ring", across=True)])


def key(view: View, item: TrueFalseItem) -> str:
    """The word for what is right."""
    return view.word("quiz.true" if item.answer else "quiz.false")


def why(view: View, item: TrueFalseItem, path: str) -> list[Node]:
    """The feedback of each answer."""
    return drawing.choice_reasons(view, item, path)
