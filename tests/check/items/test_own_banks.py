"""Our own banks keep the rules that pupils would notice first, and no waiver hides it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builder.check import check
from builder.read import read_curriculum

ROOT = Path(__file__).resolve().parents[3]
NO_WAIVER = {"Q102", "Q106", "Q201", "Q301", "Q302", "Q305"}
"""Feedback, the length of the key, and its place."""


def test_place_length_and_feedback_are_in_order_without_a_waiver() -> None:
    reading = read_curriculum(ROOT)
    assert reading.curriculum is not None
    found = [
        f"{finding.place} {finding.message}"
        for finding in check(reading, date(2026, 11, 22))
        if finding.rule.id in NO_WAIVER
    ]
    assert found == []
    waivers = {
        rule for quiz in reading.curriculum.quizzes.values() for part in (quiz, *quiz.items) for rule in part.waive
    }
    assert waivers & NO_WAIVER == set()
