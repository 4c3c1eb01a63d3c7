"""Two-sided cards for learning by heart: Anki and Quizlet. In front the question, behind it the right answer and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.packages.questions import AnyQuestion, Bank, ChoiceQuestion, MatchQuestion, Said, ShortQuestion
from builder.packages.target import Means, Target, degraded, dropped, questions_for

LOSSES: dict[str, Means] = {
    **dict.fromkeys(("single", "multi", "true-false", "short"), degraded("card")),
    "match": degraded("card-a-pair"),
    **dict.fromkeys(("order", "scenario", "reflect"), dropped("not-in-games")),
    "feedback": degraded("right-feedback"),
    "hint": dropped("no-hint"),
}


@dataclass(frozen=True)
class Card:
    """A card. `id` is stable, so that a second import changes it instead of doubling it."""

    id: str
    front: Said
    back: tuple[Said, ...]


def cards(target: Target, bank: Bank) -> list[Card]:
    """The cards of the questions that go to the target."""
    return [card for question in questions_for(target, bank) for card in _cards(question)]


def _cards(question: AnyQuestion) -> Iterator[Card]:
    after = (question.explain,) if question.explain else ()
    match question:
        case ChoiceQuestion():
            right = [answer for answer in question.answers if answer.right]
            both = (said for answer in right for said in (answer.said, answer.feedback))
            yield Card(question.id, question.stem, (*both, *after))
        case ShortQuestion():
            first = question.accept[0]
            yield Card(question.id, question.stem, (Said.plain(first), question.feedback_right, *after))
        case MatchQuestion():
            for pair in question.pairs:
                yield Card(f"{question.id}-{pair.id}", question.stem + pair.left, (pair.right, pair.feedback, *after))
