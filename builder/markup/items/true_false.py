"""`true-false` in a page: two radio buttons, *true* before *false*."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.items.choice import write_choices, write_reasons
from builder.model.items import TrueFalseItem
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-answer"


def instruction(view: View, item: TrueFalseItem) -> str:
    """Nothing: the two answers say it."""
    return ""


def write_field(parent: Element, view: View, lesson: str, item: TrueFalseItem) -> None:
    """A radio button for *true* and one for *false*."""
    write_choices(parent, view, f"{lesson}-{item.id}", item, "radio")


def write_key(parent: Element, view: View, item: TrueFalseItem) -> None:
    """Every option with its verdict and feedback."""
    write_reasons(parent, view, item)
