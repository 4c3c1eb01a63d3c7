"""Quizlet: text to paste into its import window. A tab stands between the sides, a line for each card."""

from __future__ import annotations

from builder.packages.cards import LOSSES, cards
from builder.packages.questions import Bank
from builder.packages.target import Target, dropped


def write(bank: Bank) -> bytes:
    """The text in UTF-8; a tab or line break inside a side becomes a space."""
    rows = ((card.front.text, " – ".join(said.text for said in card.back)) for card in cards(TARGET, bank))
    return "".join(f"{_side(front)}\t{_side(back)}\n" for front, back in rows).encode()


def _side(text: str) -> str:
    return " ".join(text.split())


TARGET = Target(
    "quizlet",
    "quizlet.txt",
    write,
    {**LOSSES, "emphasis": dropped("plain-text"), "objective": dropped("no-objective")},
    games=True,
)
