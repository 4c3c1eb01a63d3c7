"""What the class games have in common: plain cells, limits on what a question may be, and the same pace for all."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from builder.packages.questions import AnyQuestion, ChoiceQuestion
from builder.packages.target import Means, dropped

SECONDS = 60
"""For each question. Every game lets a teacher change it; a minute is enough to read without haste."""

Cell = str | int

LOSSES: dict[str, Means] = {
    **dict.fromkeys(("match", "order", "short", "scenario", "reflect"), dropped("not-in-games")),
    "feedback": dropped("no-feedback"),
    "hint": dropped("no-hint"),
    "explain": dropped("no-explain"),
    "fixed": dropped("no-fixed"),
    "emphasis": dropped("plain-text"),
    "objective": dropped("no-objective"),
}
"""What a game keeps: the question, its answers and which of them are right."""


def fits(answers: int, *, stem_length: int = 1000, answer_length: int = 1000) -> Callable[[AnyQuestion], str]:
    """What says whether a question keeps to a game's limits: so many answers, so many characters (Korean ones count one each)."""

    def why_not(question: AnyQuestion) -> str:
        if not isinstance(question, ChoiceQuestion) or len(question.answers) > answers:
            return "too-many-answers"
        longest = max(len(answer.said.text) for answer in question.answers)
        return "too-long" if len(question.stem.text) > stem_length or longest > answer_length else ""

    return why_not


def choices(questions: Iterable[AnyQuestion]) -> list[ChoiceQuestion]:
    """The questions that offer a choice; a game's table of losses lets no others through."""
    return [question for question in questions if isinstance(question, ChoiceQuestion)]


def right_numbers(question: ChoiceQuestion) -> list[int]:
    """Numbers, from 1, of the right answers."""
    return [number for number, answer in enumerate(question.answers, 1) if answer.right]


def filled(cells: Sequence[Cell], length: int) -> list[Cell]:
    """The cells with empty ones after them, `length` in all."""
    return [*cells, *[""] * (length - len(cells))]


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV in UTF-8 with a byte order mark, so that a spreadsheet shows Korean; no cell becomes a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_no_formula(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _no_formula(cell: Cell) -> Cell:
    """A text that a spreadsheet would reckon with gets a space before it, which the games drop again."""
    return f" {cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
