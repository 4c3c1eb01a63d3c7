"""`single` in a page: radio buttons."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices
from builder.model.items import Item
from builder.model.view import View


def instruction(view: View) -> str:
    """Nothing: radio buttons say that one is to be chosen."""
    return ""


def write_options(parent: Element, view: View, lesson: str, item: Item) -> None:
    """A radio button for each option."""
    write_choices(parent, view, lesson, item, "radio")
