"""What the types that are answered by choosing have in common: an input and its label for each answer."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add
from builder.markup.items.text import add_text
from builder.model.items import Answer, Item
from builder.model.view import View


def write_choices(parent: Element, view: View, lesson: str, item: Item, kind: str) -> None:
    """An `<input type=kind>` with a `<label>` for each answer of `item`, in the written order."""
    for answer in item.answers:
        row = add(parent, "div", class_="option")
        name = f"{lesson}-{item.id}-{answer.id}"
        add(row, "input", type=kind, name=item.id, value=answer.id, id=name)
        add_text(row, view, "label", answer_text(view, answer)).set("for", name)


def answer_text(view: View, answer: Answer) -> str:
    """What the pupil reads for an answer: its own text, else the view's word for *true* or *false*."""
    return answer.text or view.word(f"quiz.{answer.id}")
