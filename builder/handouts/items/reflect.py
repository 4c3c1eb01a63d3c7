"""`reflect` on paper: lines to write on, and nothing to mark."""

from __future__ import annotations

from builder.handouts.items import drawing
from builder.handouts.items.question import Question, Room
from builder.handouts.nodes import Node, listing, para
from builder.model.items import ReflectItem
from builder.model.view import View


def given(item: ReflectItem) -> Room:
    """What pupils get: lines, without the pointers."""
    return Room(item.lines)


def sheet(view: View, question: Question[Room], number: int) -> Node:
    """The item as pupils get it."""
    lines = drawing.writing_lines(question.given.lines)
    return drawing.asked(view, question, number, view.word("print.reflect"), [lines])


def key(view: View, item: ReflectItem) -> str:
    """A dash: nothing is marked."""
    return "–"


def why(view: View, item: ReflectItem, path: str) -> list[Node]:
    """The pointers, to talk about afterwards."""
    pointers = [[para(*drawing.words(view, pointer, path))] for pointer in item.pointers]
    return [para(view.word("print.reflect-pointers")), listing(pointers)]
