"""The tally sheet: hands counted before, after and in week six, for every lesson. Nothing else is kept, and no name."""

from __future__ import annotations

from builder.handouts.around.source import gathered
from builder.handouts.items import PRINTS
from builder.handouts.items.drawing import words
from builder.handouts.nodes import Inline, Node, node, para, section
from builder.handouts.piece import Origin, Piece
from builder.model.lesson import Lesson
from builder.model.quiz import Quiz
from builder.model.view import View

COUNTS = ("tally-before", "tally-after", "tally-later")


def tally(view: View) -> Piece | None:
    """The sheet, or `None` when no lesson asks the same before and after. `view` must be a teacher's: it shows the answers."""
    found = [(lesson, quiz) for lesson in view.lessons if (quiz := view.quiz(lesson.id)) and quiz.baseline]
    if not found:
        return None
    body = [
        para(view.word("print.tally-intro"), role="lead"),
        *(_counted(view, lesson, quiz) for lesson, quiz in found),
    ]
    reviewed = max(lesson.head.reviewed for lesson, _ in found)
    origins = tuple(Origin(quiz.path, 1, quiz.model_dump_json(indent=1)) for _, quiz in found)
    return gathered(view, "tally", body, reviewed, origins, (len(found) + 1) // 2)


def _counted(view: View, lesson: Lesson, quiz: Quiz) -> Node:
    """A lesson's questions with room for the numbers, then how sure pupils are and how many were there."""
    names = ("item", "answer", *COUNTS)
    head: list[list[Inline]] = [[view.word(f"print.{name}")] for name in names]
    rows: list[list[list[Inline]]] = [
        [[f"{number} ", *words(view, item.stem, quiz.path)], [PRINTS[item.type].key(view, item)], [], [], []]
        for number, item in enumerate(quiz.baseline, 1)
    ]
    rows += [[[view.word(f"print.{name}")], ["–"], [], [], []] for name in ("tally-sure", "tally-present")]
    table = node("table", head=[head], rows=rows, widths=[46, 12, 14, 14, 14])
    return section("plan", [lesson.head.title], [table])
