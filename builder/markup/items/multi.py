"""`multi` in a page: check boxes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices, write_reasons
from builder.model.items import MultiItem
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-answer"


def instruction(view: View, item: MultiItem) -> str:
    """That every right option is to be chosen."""
    return view.word("quiz.choose-all")


def write_field(parent: Element, view: View, lesson: str, item: MultiItem) -> None:
    """A check box for each option."""
    write_choices(parent, view, f"{lesson}-{item.id}", item, "checkbox")


def write_key(parent: Element, view: View, item: MultiItem) -> None:
    """Every option with its verdict and feedback."""
    write_reasons(parent, view, item)
