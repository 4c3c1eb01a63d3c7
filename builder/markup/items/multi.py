"""`multi` in a page: check boxes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices
from builder.model.items import Item
from builder.model.view import View


def instruction(view: View) -> str:
    """That every right option is to be chosen."""
    return view.word("quiz.choose-all")


def write_options(parent: Element, view: View, lesson: str, item: Item) -> None:
    """A check box for each option."""
    write_choices(parent, view, lesson, item, "checkbox")
