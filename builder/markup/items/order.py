"""`order` in a page: the steps, mixed. With script each has buttons that move it up and down; without, a select for its place.

On paper there is a box before each step for its number.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add
from builder.markup.items.text import add_reason, add_text, plain_text
from builder.model.items import OrderItem
from builder.model.shuffle import shuffled
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-order"


def instruction(view: View, item: OrderItem) -> str:
    """That the steps are to be brought into their order."""
    return view.word("quiz.order-how")


def write_field(parent: Element, view: View, lesson: str, item: OrderItem) -> None:
    """The steps in an order that is not theirs, the same in every build."""
    rows = add(parent, "ol", class_="steps")
    for step in shuffled(item.steps, item.id):
        name = f"{lesson}-{item.id}-{step.id}"
        row = add(rows, "li", class_="step", data_step=step.id)
        add_text(row, view, "label", step.text, class_="step-text").set("for", name)
        select = add(row, "select", id=name, name=name, autocomplete="off")
        add(select, "option", view.word("quiz.order-place"), value="")
        for place in range(1, len(item.steps) + 1):
            add(select, "option", str(place))
        for way in ("up", "down"):
            said = view.word(f"quiz.move-{way}", step=plain_text(view, step.text))
            add(row, "button", type="button", class_=way, hidden="hidden", aria_label=said)
    add(parent, "p", class_="moved", role="status")


def write_key(parent: Element, view: View, item: OrderItem) -> None:
    """The steps in their order, each with why it stands there."""
    rows = add(parent, "ol", class_="explanations")
    for step in item.steps:
        row = add_reason(rows, view, step.id, step.text, step.feedback)
        row.remove(row[0])
