"""Kahoot: its spreadsheet template, whose column heads stand in the eighth row."""

from __future__ import annotations

from builder.packages.games import LOSSES, SECONDS, Cell, choices, filled, fits, right_numbers
from builder.packages.questions import Bank
from builder.packages.spreadsheet import xlsx_bytes
from builder.packages.target import Target, questions_for

_HEADS = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_EMPTY_ROWS = 5


def write(bank: Bank) -> bytes:
    """The spreadsheet: a title in the second row, the heads in the eighth, then a question a row."""
    rows: list[list[Cell]] = [[], ["", bank.title], *([] for _ in range(_EMPTY_ROWS)), list(_HEADS)]
    for number, question in enumerate(choices(questions_for(TARGET, bank)), 1):
        answers = filled([answer.said.text for answer in question.answers], 4)
        right = ",".join(map(str, right_numbers(question)))
        rows.append([number, question.stem.text, *answers, SECONDS, right])
    return xlsx_bytes("Sheet1", rows)


TARGET = Target("kahoot", "kahoot.xlsx", write, LOSSES, games=True, fits=fits(4, stem_length=120, answer_length=75))
