"""Gimkit: a CSV of its template, the right answer first."""

from __future__ import annotations

from builder.packages.games import LOSSES, Cell, choices, csv_bytes, filled, fits
from builder.packages.questions import Bank
from builder.packages.target import Target, dropped, questions_for

_TITLE = ["Gimkit Spreadsheet Import Template", *[""] * 4]
_HEADS = [
    "Question", "Correct Answer", "Incorrect Answer 1", "Incorrect Answer 2 (Optional)", "Incorrect Answer 3 (Optional)",
]  # fmt: skip


def write(bank: Bank) -> bytes:
    """The file: its title, the heads, then a question a row."""
    rows: list[list[Cell]] = [[*_TITLE], [*_HEADS]]
    for question in choices(questions_for(TARGET, bank)):
        answers = sorted(question.answers, key=lambda answer: not answer.right)
        rows.append([question.stem.text, *filled([answer.said.text for answer in answers], 4)])
    return csv_bytes(rows)


TARGET = Target("gimkit", "gimkit.csv", write, {**LOSSES, "multi": dropped("one-right-only")}, games=True, fits=fits(4))
