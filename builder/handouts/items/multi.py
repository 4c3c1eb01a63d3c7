"""`multi` on paper: square boxes, several to tick. The options keep their written order and letters."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Choices, Question
from builder.handouts.nodes import Node
from builder.model.items import MultiItem
from builder.model.view import View


def given(item: MultiItem) -> Choices:
    """What pupils get: the options."""
    return drawing.choices(item)


def sheet(view: View, question: Question[Choices], number: int) -> Node:
    """The item as pupils get it."""
    return drawing.asked(view, question, number, view.word("print.tick-all"), [drawing.ticks(view, question, "box")])


def key(view: View, item: MultiItem) -> str:
    """The right letters."""
    return ", ".join(answer.id for answer in item.answers if answer.right)


def why(view: View, item: MultiItem, path: str) -> list[Node]:
    """The feedback of each option."""
    return drawing.choice_reasons(view, item, path)
