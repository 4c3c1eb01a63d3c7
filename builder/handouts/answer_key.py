"""The answer key: what is right, why each option is or is not, and what each item tests. For teachers only."""

from __future__ import annotations

from builder.handouts.cites import mentions, sources
from builder.handouts.frame import document
from builder.handouts.items import PRINTS
from builder.handouts.items.drawing import keyed
from builder.handouts.nodes import Inline, Node, node, para, section
from builder.handouts.piece import Origin, Piece
from builder.handouts.tree import inline_of
from builder.model.items import Item
from builder.model.lesson import Lesson
from builder.model.quiz import Quiz
from builder.model.view import View

STRIP = 6
"""Answers in one row of the strip at the top."""


def answer_key(view: View, lesson: Lesson) -> Piece | None:
    """The key of a lesson, or `None` when it has no items. `view` must be a teacher's."""
    assert view.audience == "teacher", "a key is for teachers"
    quiz = view.quiz(lesson.id)
    if quiz is None or not quiz.items:
        return None
    body = [
        para(view.word("print.key-intro"), role="lead"),
        *_strip(view, quiz),
        *_objectives(view, lesson, quiz),
        *[_item(view, lesson, quiz, item, number) for number, item in enumerate(quiz.items, 1)],
    ]
    cites = [cite for item in quiz.items for cite in item.cite]
    made = document(view, lesson, "key", body, "compact", sources(view, cites))
    return Piece(
        lesson.id,
        "key",
        lesson.language,
        lesson.head.reviewed,
        (made,),
        (Origin(quiz.path, 1, quiz.model_dump_json(indent=1)),),
    )


def _strip(view: View, quiz: Quiz) -> list[Node]:
    """Number and answer of every item, to mark a sheet at a glance."""
    answers = [(str(number), PRINTS[item.type].key(view, item)) for number, item in enumerate(quiz.items, 1)]
    rows = [answers[start : start + STRIP] for start in range(0, len(answers), STRIP)]
    return [_strip_row(view, row) for row in rows]


def _strip_row(view: View, row: list[tuple[str, str]]) -> Node:
    cells = [*row, *[("", "")] * (STRIP - len(row))]
    head: list[list[Inline]] = [[view.word("print.item")]]
    body: list[list[Inline]] = [[view.word("print.answer")]]
    head += [[number] for number, _ in cells]
    body += [[answer] for _, answer in cells]
    return node("table", head=[head], rows=[body], role="strip")


def _objectives(view: View, lesson: Lesson, quiz: Quiz) -> list[Node]:
    """Which items test which objective: where a class is weak, it shows here."""
    rows = []
    for objective in lesson.head.objectives:
        numbers = [str(number) for number, item in enumerate(quiz.items, 1) if item.objective == objective.id]
        rows.append([inline_of(objective.text, lesson.path, lesson.language), [", ".join(numbers)]])
    head: list[list[Inline]] = [[view.word("print.objective")], [view.word("print.items")]]
    return [
        section("plain", [view.word("print.what-they-test")], [node("table", head=[head], rows=rows, widths=[4, 1])])
    ]


def _item(view: View, lesson: Lesson, quiz: Quiz, item: Item, number: int) -> Node:
    objective = next((o.text for o in lesson.head.objectives if o.id == item.objective), item.objective)
    marks = [view.word(f"print.level-{item.level}")]
    marks += [view.word("print.before-and-after")] if item.baseline else []
    marks += [view.word("print.sensitive")] if item.sensitive else []
    about: list[Inline] = [*inline_of(objective, lesson.path, lesson.language), " · ", " · ".join(marks)]
    why = PRINTS[item.type].why(view, item, quiz.path)
    return keyed(view, item, number, quiz.path, about, why, mentions(view, item.cite))
