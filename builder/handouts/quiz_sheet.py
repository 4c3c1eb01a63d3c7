"""The quiz sheet: the items with boxes to tick, for pupils. It is made from questions that carry no answers."""

from __future__ import annotations

from typing import Any

from builder.handouts.frame import document
from builder.handouts.items import PRINTS, Question, questions
from builder.handouts.items.drawing import words
from builder.handouts.nodes import Node, para, section
from builder.handouts.piece import Origin, Piece
from builder.model.lesson import Lesson
from builder.model.view import View

PAGES = 2
"""One sheet printed on both sides, for twelve items at most, a story of six scenes among them."""


def quiz_sheet(view: View, lesson: Lesson) -> Piece | None:
    """The sheet of a lesson, or `None` when it has no items. `view` must be a pupil's."""
    assert view.audience == "student", "a pupil's sheet is made from a pupil's view"
    quiz = view.quiz(lesson.id)
    if quiz is None or not quiz.items:
        return None
    asked = questions(quiz)
    intro = quiz.intro
    drafts = tuple(
        _document(view, lesson, asked, intro, quiz.path, density) for density in ("open", "compact", "dense")
    )
    return Piece(
        lesson.id,
        "quiz",
        lesson.language,
        lesson.head.reviewed,
        drafts,
        (Origin(quiz.path, 1, _texts(asked, intro)),),
        pages=PAGES,
    )


def _document(
    view: View, lesson: Lesson, asked: tuple[Question[Any], ...], intro: str, path: str, density: str
) -> Node:
    body = [
        para(*words(view, intro, path), role="lead"),
        para(view.word("print.no-name")),
        *(PRINTS[question.type].sheet(view, question, number) for number, question in enumerate(asked, 1)),
        *_help_line(view),
    ]
    return document(view, lesson, "quiz", body, density)


def _help_line(view: View) -> list[Node]:
    """Whom to turn to, at the foot of the last page."""
    services = [service for role in ("emergency", "child") if (service := view.role(role)) and service.phone]
    if not services:
        return []
    contacts = [f"{view.called(service)} {view.say(service.phone)}" for service in services]
    return [
        section(
            "note",
            [view.word("print.talk")],
            [para(" · ".join(contacts)), para(view.word("print.talk-more"), role="small")],
        )
    ]


def _texts(asked: tuple[Question[Any], ...], intro: str) -> str:
    """The questions' texts, one a line: only to find the place of a fault."""
    return "\n".join([intro, *(text for question in asked for text in question.texts())])
