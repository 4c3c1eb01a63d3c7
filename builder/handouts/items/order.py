"""`order` on paper: shuffled, lettered steps with a box for the number of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.handouts.items import drawing
from builder.handouts.items.question import Lettered, Question, lettered
from builder.handouts.nodes import Node, node
from builder.model.items import OrderItem, Step
from builder.model.shuffle import shuffled
from builder.model.view import View


@dataclass(frozen=True)
class Steps:
    """What pupils get: the steps, shuffled."""

    steps: tuple[Lettered, ...]

    def texts(self) -> Iterator[str]:
        """The texts of the steps."""
        return (step.text for step in self.steps)


def given(item: OrderItem) -> Steps:
    """What pupils get, without the order."""
    return Steps(lettered(step.text for step in _shown(item)))


def sheet(view: View, question: Question[Steps], number: int) -> Node:
    """The item as pupils get it."""
    body = node("steps", steps=drawing.listed(view, question.given.steps, question.path))
    return drawing.asked(view, question, number, view.word("print.order"), [body])


def key(view: View, item: OrderItem) -> str:
    """The letters in the right order."""
    letters = _letters(item)
    return " ".join(letters[step.id] for step in item.steps)


def why(view: View, item: OrderItem, path: str) -> list[Node]:
    """The steps in their order, and why each stands where it does."""
    letters = _letters(item)
    rows = [
        drawing.reason(
            drawing.words(view, step.text, path),
            drawing.words(view, step.feedback, path),
            label=f"{number}{letters[step.id]}",
            right=True,
            box=False,
        )
        for number, step in enumerate(item.steps, 1)
    ]
    return [drawing.reasons(rows)]


def _shown(item: OrderItem) -> tuple[Step, ...]:
    return shuffled(item.steps, item.id)


def _letters(item: OrderItem) -> dict[str, str]:
    """The letter on paper of each step, by its id."""
    shown = _shown(item)
    return {step.id: given.letter for step, given in zip(shown, lettered(step.text for step in shown), strict=True)}
