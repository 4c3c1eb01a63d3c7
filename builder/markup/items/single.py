"""`single` in a page: radio buttons."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices, write_reasons
from builder.model.items import SingleItem
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-answer"


def instruction(view: View, item: SingleItem) -> str:
    """Nothing: radio buttons say that one is to be chosen."""
    return ""


def write_field(parent: Element, view: View, lesson: str, item: SingleItem) -> None:
    """A radio button for each option."""
    write_choices(parent, view, f"{lesson}-{item.id}", item, "radio")


def write_key(parent: Element, view: View, item: SingleItem) -> None:
    """Every option with its verdict and feedback."""
    write_reasons(parent, view, item)
