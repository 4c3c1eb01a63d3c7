"""What the types that are answered by choosing have in common: an input and its label for each answer."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add
from builder.markup.items.text import add_reason, add_text
from builder.model.items import Answer, Item
from builder.model.view import View


def write_choices(parent: Element, view: View, name: str, item: Item, kind: str) -> None:
    """An `<input type=kind>` with a `<label>` for each answer of `item`, in the written order. `name` is unique on the page."""
    tag = "li" if parent.tag == "ol" else "div"
    for answer in item.answers:
        row = add(parent, tag, class_="option")
        add(row, "input", type=kind, name=name, value=answer.id, id=f"{name}-{answer.id}")
        add_text(row, view, "label", answer_text(view, answer)).set("for", f"{name}-{answer.id}")


def write_reasons(parent: Element, view: View, item: Item) -> None:
    """For each answer whether it is right, and its feedback."""
    rows = add(parent, "ul", class_="explanations")
    for answer in item.answers:
        verdict = "right" if answer.right else "wrong"
        add_reason(rows, view, answer.id, answer_text(view, answer), answer.feedback, verdict)


def answer_text(view: View, answer: Answer) -> str:
    """What the pupil reads for an answer: its own text, else the view's word for *true* or *false*."""
    return answer.text or view.word(f"quiz.{answer.id}")
