"""Anki: a table with its own first lines, which say how to read it. Columns: id, front, back, tags."""

from __future__ import annotations

from builder.packages.cards import LOSSES, cards
from builder.packages.questions import Bank, Said
from builder.packages.target import Target, questions_for

_FIRST_LINES = ("#separator:tab", "#html:true", "#guid column:1", "#tags column:4")


def write(bank: Bank) -> bytes:
    """The file: what the columns are and which deck, then a card a line."""
    module = bank.view.curriculum.module_of(bank.lesson.id)
    assert module is not None, "a lesson of a view stands in a module"
    deck = "::".join(_name(part) for part in (bank.view.say(bank.view.curriculum.plan.title), bank.title))
    levels = {question.id: question.item.level for question in questions_for(TARGET, bank)}
    lines = [*_FIRST_LINES, f"#deck:{deck}"]
    for card in cards(TARGET, bank):
        level = next(level for identity, level in levels.items() if card.id.startswith(identity))
        lines.append("\t".join([card.id, _side(card.front), _side(*card.back), f"{module.id} {level}"]))
    return ("\n".join(lines) + "\n").encode()


def _side(*parts: Said) -> str:
    """One side in a cell: HTML, in quotation marks, so that none of its characters ends the cell or begins a comment."""
    text = "<br>".join(said.html for said in parts)
    return '"' + text.replace("\n", "<br>").replace("\t", " ").replace('"', "&quot;") + '"'


def _name(text: str) -> str:
    """A deck's name: two colons would begin a deck inside it."""
    return text.replace("::", ": :").replace("\n", " ")


TARGET = Target("anki", "anki.txt", write, LOSSES, games=True)
