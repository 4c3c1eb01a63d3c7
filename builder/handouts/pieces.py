"""What there is to print: of a lesson, and of an edition in one language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from builder.handouts.answer_key import answer_key
from builder.handouts.around import around
from builder.handouts.booklet import booklets
from builder.handouts.cards import cards
from builder.handouts.cut_outs import cut_outs
from builder.handouts.deck import deck
from builder.handouts.easy_read import easy_read
from builder.handouts.guide import guide
from builder.handouts.handout import handout
from builder.handouts.lesson_tree import lesson_tree
from builder.handouts.piece import Piece
from builder.handouts.quiz_sheet import quiz_sheet
from builder.handouts.slides import notes, slides
from builder.handouts.worksheet import worksheet
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.view import View


def pieces(curriculum: Curriculum, edition: Edition, language: str) -> list[Piece]:
    """Everything there is to print of an edition in one language: of each lesson and module, and around the lessons.

    Raises `TypesetError` for what paper does not know.
    """
    view = View(curriculum, edition, language, "student")
    of_lessons = [piece for lesson in view.lessons for piece in pieces_of(curriculum, edition, lesson)]
    of_modules = [piece for module in view.modules for piece in booklets(view, module, of_lessons)]
    return [*of_lessons, *of_modules, *around(curriculum, edition, language)]


def pieces_of(curriculum: Curriculum, edition: Edition, lesson: Lesson) -> Iterator[Piece]:
    """What there is to print of one lesson, as it is asked for. What a pupil gets is made from a pupil's view."""
    return (
        piece
        for piece in chain(_for_pupils(curriculum, edition, lesson), _for_teachers(curriculum, edition, lesson))
        if piece
    )


def _for_pupils(curriculum: Curriculum, edition: Edition, lesson: Lesson) -> Iterator[Piece | None]:
    view = View(curriculum, edition, lesson.language, "student")
    tree = lesson_tree(view, lesson)
    yield from handout(view, lesson, tree)
    yield easy_read(view, lesson, tree)
    yield from worksheet(view, lesson, tree)
    yield cut_outs(view, lesson, tree)
    yield cards(view, lesson, tree)
    yield quiz_sheet(view, lesson)


def _for_teachers(curriculum: Curriculum, edition: Edition, lesson: Lesson) -> Iterator[Piece | None]:
    view = View(curriculum, edition, lesson.language, "teacher")
    yield answer_key(view, lesson)
    tree = lesson_tree(view, lesson)
    scenes = deck(view, lesson, tree)
    yield guide(view, lesson, tree, scenes)
    yield slides(view, lesson, scenes)
    yield notes(view, lesson, scenes)
