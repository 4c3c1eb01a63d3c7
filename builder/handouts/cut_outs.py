"""Pieces to cut out: steps to put in order, and cells of a table that belong together, from the tables an author marks and from the quiz."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.handouts.frame import particulars
from builder.handouts.items import Question, questions
from builder.handouts.items.drawing import words
from builder.handouts.items.match import Sides
from builder.handouts.items.order import Steps
from builder.handouts.lesson_tree import LessonTree, origin, sections
from builder.handouts.nodes import Inline, Node
from builder.handouts.piece import Piece
from builder.model.lesson import Lesson
from builder.model.shuffle import shuffled
from builder.model.view import View

Words = list[Inline]


def cut_outs(view: View, lesson: Lesson, tree: LessonTree) -> Piece | None:
    """The pieces of a lesson, or `None` when it has none. `view` must be a pupil's."""
    assert view.audience == "student", "pieces are for pupils"
    sets = [*_from_lesson(view, tree), *_from_quiz(view, lesson)]
    if not sets:
        return None
    made = {
        **particulars(view, lesson, "cut-outs"),
        "layout": "cut-outs",
        "density": "open",
        "notes": [],
        "note": view.word("print.cut-print"),
        "sets": sets,
    }
    return Piece(lesson.id, "cut-outs", lesson.language, lesson.head.reviewed, (made,), (origin(lesson),))


def _from_lesson(view: View, tree: LessonTree) -> Iterator[Node]:
    for activity in tree.parts("activity"):
        inside = [activity, *sections(activity["body"])]
        tables = [block for part in inside for block in part["body"] if "task" in block]
        for number, table in enumerate(tables):
            columns = [list(column) for column in zip(*table["rows"], strict=True)]
            if table["task"] == "order":
                columns = [max(columns, key=lambda column: sum(map(_weight, column)))]
            yield _set(view, activity["title"], table["task"], columns, f"{activity['marks']['id']}{number}")


def _weight(cell: Words) -> int:
    return len(str(cell))


def _from_quiz(view: View, lesson: Lesson) -> Iterator[Node]:
    quiz = view.quiz(lesson.id)
    for question in questions(quiz) if quiz else ():
        if columns := _columns(view, question):
            task = "match" if isinstance(question.given, Sides) else "order"
            yield _set(view, words(view, question.stem, question.path), task, columns, question.id)


def _columns(view: View, question: Question[Any]) -> list[list[Words]]:
    given = question.given
    if isinstance(given, Sides):
        sides = [given.lefts, [right.text for right in given.rights]]
    elif isinstance(given, Steps):
        sides = [[step.text for step in given.steps]]
    else:
        return []
    return [[words(view, text, question.path) for text in side] for side in sides]


def _set(view: View, title: Words, task: str, columns: list[list[Words]], seed: str) -> Node:
    """Pieces that belong together. Those of the first column of a match are marked: they say what is looked for."""
    pieces = [
        {"body": cell, "leads": len(columns) > 1 and number == 0}
        for number, column in enumerate(columns)
        for cell in column
        if cell
    ]
    return {
        "title": title,
        "how": [view.word(f"print.cut-{task}")],
        "pieces": list(shuffled(pieces, seed)),
        "across": 2 if task == "order" else 3,
    }
