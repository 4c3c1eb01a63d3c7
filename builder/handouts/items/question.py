"""A quiz as a pupil may see it: items without the key and without a word of feedback.

Sheets are made from this and from nothing else, so that no answer has to be hidden: it is not there.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.quiz import Quiz


@dataclass(frozen=True)
class Choice:
    """One way of answering, `text` empty where the view has its own word (true, false)."""

    id: str
    text: str


@dataclass(frozen=True)
class Question:
    """One item without its answer. `path` is the author's file."""

    id: str
    type: str
    stem: str
    sensitive: bool
    choices: tuple[Choice, ...]
    path: str


def questions(quiz: Quiz) -> tuple[Question, ...]:
    """The questions of a quiz in their written order."""
    return tuple(
        Question(
            item.id,
            item.type,
            item.stem,
            item.sensitive,
            tuple(Choice(answer.id, answer.text) for answer in item.answers),
            quiz.path,
        )
        for item in quiz.items
    )
