"""`short` on paper: a line to write on."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Question, Room
from builder.handouts.nodes import Node
from builder.model.items import ShortItem
from builder.model.items.short import compared
from builder.model.view import View


def given(item: ShortItem) -> Room:
    """What pupils get: a line."""
    return Room(1)


def sheet(view: View, question: Question[Room], number: int) -> Node:
    """The item as pupils get it."""
    return drawing.asked(
        view, question, number, view.word("print.short"), [drawing.writing_lines(question.given.lines)]
    )


def key(view: View, item: ShortItem) -> str:
    """The best of the accepted spellings."""
    return item.accept[0]


def why(view: View, item: ShortItem, path: str) -> list[Node]:
    """What is said to who wrote the word and to who wrote something else, and what else is right."""
    rows = [
        drawing.reason(
            [item.accept[0]],
            drawing.words(view, item.feedback_right, path),
            right=True,
            verdict=view.word("print.right"),
        ),
        drawing.reason([view.word("print.short-other")], drawing.words(view, item.feedback_wrong, path)),
    ]
    return [drawing.reasons(rows, after=[_others(view, item), view.word("print.short-spelling")])]


def _others(view: View, item: ShortItem) -> str:
    """The other accepted spellings, those that differ in what matters."""
    kept: dict[str, str] = {}
    for spelling in item.accept:
        kept.setdefault(compared(spelling), spelling)
    _, *others = kept.values()
    return f"{view.word('print.short-also')} {' · '.join(others)}. " if others else ""
