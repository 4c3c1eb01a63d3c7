"""`reflect` in a page: room to write, and pointers to open afterwards. What is written is never marked."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add
from builder.markup.items.text import add_text
from builder.model.items import ReflectItem
from builder.model.view import View

BUTTONS: tuple[str, ...] = ()
ANSWER = "show-pointers"


def instruction(view: View, item: ReflectItem) -> str:
    """That there is no right answer."""
    return view.word("quiz.reflect-how")


def write_field(parent: Element, view: View, lesson: str, item: ReflectItem) -> None:
    """A labelled field of as many lines as there are on paper, and what becomes of the text."""
    name = f"{lesson}-{item.id}"
    row = add(parent, "div", class_="reflect")
    add(row, "label", view.word("quiz.your-thoughts"), for_=name)
    add(
        row, "textarea", id=name, name=name, lang=view.language, rows=str(item.lines), autocomplete="off",
        aria_describedby=f"{name}-kept",
    )  # fmt: skip
    add(row, "p", view.word("quiz.not-kept"), class_="not-kept needs-script", id=f"{name}-kept")


def write_key(parent: Element, view: View, item: ReflectItem) -> None:
    """What a good answer may think of."""
    listed = add(parent, "ul", class_="pointers")
    for pointer in item.pointers:
        add_text(listed, view, "li", pointer)
