"""Blooket: a CSV of its template."""

from __future__ import annotations

from builder.packages.games import LOSSES, SECONDS, Cell, choices, csv_bytes, filled, fits, right_numbers
from builder.packages.questions import Bank
from builder.packages.target import Target, questions_for

_TITLE = ["Blooket\nImport Template", *[""] * 7]
_HEADS = [
    "Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)", "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)", "Correct Answer(s)\n(Only include Answer #)",
]  # fmt: skip


def write(bank: Bank) -> bytes:
    """The file: its title, the heads, then a question a row."""
    rows: list[list[Cell]] = [[*_TITLE], [*_HEADS]]
    for number, question in enumerate(choices(questions_for(TARGET, bank)), 1):
        answers = filled([answer.said.text for answer in question.answers], 4)
        rows.append([number, question.stem.text, *answers, SECONDS, ",".join(map(str, right_numbers(question)))])
    return csv_bytes(rows)


TARGET = Target("blooket", "blooket.csv", write, LOSSES, games=True, fits=fits(4))
