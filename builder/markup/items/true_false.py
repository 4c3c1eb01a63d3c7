"""`true-false` in a page: two radio buttons, *true* before *false*."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices
from builder.model.items import Item
from builder.model.view import View


def instruction(view: View) -> str:
    """Nothing: the two answers say it."""
    return ""


def write_options(parent: Element, view: View, lesson: str, item: Item) -> None:
    """A radio button for *true* and one for *false*."""
    write_choices(parent, view, lesson, item, "radio")
