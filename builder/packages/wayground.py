"""Wayground (once Quizizz): its spreadsheet, with the explanation it shows after each question."""

from __future__ import annotations

from builder.packages.games import LOSSES, SECONDS, Cell, filled, fits, right_numbers
from builder.packages.questions import AnyQuestion, Bank, ChoiceQuestion, ShortQuestion
from builder.packages.spreadsheet import xlsx_bytes
from builder.packages.target import KEPT, Target, degraded, questions_for

_HEADS = (
    "Question Text", "Question Type", *(f"Option {number}" for number in range(1, 6)),
    "Correct Answer", "Time in seconds", "Image Link", "Answer explanation",
)  # fmt: skip
_HELP = (
    "Text of the question\n(required)", "Question Type\n(default is Multiple Choice)",
    "Text for option 1\n(required in all cases except open-ended & draw questions)",
    "Text for option 2\n(required in all cases except open-ended & draw questions)",
    *(f"Text for option {number}\n(optional)" for number in range(3, 6)),
    "The correct option choice (between 1-5).\nLeave blank for \"Open-Ended\", \"Poll\", \"Draw\" and \"Fill-in-the-Blank\".",
    "Time in seconds\n(optional, default value is 30 seconds)", "Link of the image\n(optional)", "Explanation for the answer\n(optional)",
)  # fmt: skip


def write(bank: Bank) -> bytes:
    """The spreadsheet: heads, the row of instructions that the importer skips, then a question a row."""
    rows = [_row(question) for question in questions_for(TARGET, bank)]
    return xlsx_bytes("Sheet1", [_HEADS, _HELP, *rows])


def _row(question: AnyQuestion) -> list[Cell]:
    explain = question.explain.text if question.explain else ""
    if isinstance(question, ShortQuestion):
        explain = explain or question.feedback_right.text
        return [question.stem.text, "Fill-in-the-Blank", *filled(question.accept[:5], 5), "", SECONDS, "", explain]
    assert isinstance(question, ChoiceQuestion), "the table of losses lets no other kind through"
    right = right_numbers(question)
    kind = "Checkbox" if question.many else "Multiple Choice"
    explain = explain or question.answers[right[0] - 1].feedback.text
    answers = filled([answer.said.text for answer in question.answers], 5)
    return [question.stem.text, kind, *answers, ",".join(map(str, right)), SECONDS, "", explain]


def _fits(question: AnyQuestion) -> str:
    """At most five answers; of a typed answer the first five spellings go."""
    return "" if isinstance(question, ShortQuestion) else fits(5)(question)


TARGET = Target(
    "wayground",
    "wayground.xlsx",
    write,
    {**LOSSES, "short": degraded("five-spellings"), "explain": KEPT},
    games=True,
    fits=_fits,
)
