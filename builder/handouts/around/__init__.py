"""Print around the lessons: what a school pins up, sends home, deals out and fills in. It is of the whole curriculum.

`around(curriculum, edition, language)` gives every piece for whose text the curriculum has a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.handouts.around.answer_bank import answer_bank
from builder.handouts.around.certificate import certificate
from builder.handouts.around.first_steps import first_steps
from builder.handouts.around.poster import posters, wallet_cards
from builder.handouts.around.sheets import ground_rules, incident_card, letter_home, staff_briefing
from builder.handouts.around.slips import question_slips
from builder.handouts.around.standards_map import standards_map
from builder.handouts.around.tally import tally
from builder.handouts.piece import Piece
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.view import View

__all__ = ["around"]


def around(curriculum: Curriculum, edition: Edition, language: str) -> list[Piece]:
    """What there is to print around the lessons. What a pupil gets is made from a pupil's view."""
    student = View(curriculum, edition, language, "student")
    teacher = View(curriculum, edition, language, "teacher")
    return [*_for_pupils(student), *_for_teachers(teacher)]


def _for_pupils(view: View) -> Iterator[Piece]:
    yield from posters(view)
    for make in (wallet_cards, first_steps, ground_rules):
        if piece := make(view):
            yield piece


def _for_teachers(view: View) -> Iterator[Piece]:
    makers = (
        tally,  # takes longest, and comes first so that nobody waits for it at the end
        letter_home,
        staff_briefing,
        incident_card,
        question_slips,
        answer_bank,
        standards_map,
        certificate,
    )
    for make in makers:
        if piece := make(view):
            yield piece
