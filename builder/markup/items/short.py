"""`short` in a page: a field to type into. The script compares what was typed as `builder.model.items.short.compared` does."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from builder.markup.elements import add, after
from builder.markup.items.text import add_reason
from builder.model.items import ShortItem
from builder.model.items.short import compared
from builder.model.view import View

BUTTONS = ("check",)
ANSWER = "show-answer"

LONGEST = 200
"""Characters the field takes."""


def instruction(view: View, item: ShortItem) -> str:
    """Nothing: the field has a label."""
    return ""


def write_field(parent: Element, view: View, lesson: str, item: ShortItem) -> None:
    """A labelled field that no browser fills in, corrects or remembers."""
    name = f"{lesson}-{item.id}"
    row = add(parent, "div", class_="short")
    add(row, "label", view.word("quiz.your-answer"), for_=name)
    add(
        row, "input", type="text", id=name, name=name, lang=view.language, maxlength=str(LONGEST),
        autocomplete="off", autocapitalize="none", spellcheck="false",
    )  # fmt: skip


def write_key(parent: Element, view: View, item: ShortItem) -> None:
    """The accepted spellings, the best first and none that is the same to `compared` as one before it; then what to think of."""
    spellings: dict[str, str] = {}
    for spelling in item.accept:
        spellings.setdefault(compared(spelling), spelling)
    rows = add(parent, "ul", class_="explanations")
    said = add_reason(rows, view, "right", "", item.feedback_right)[1]
    for number, spelling in enumerate(spellings.values()):
        if number:
            after(said, " · ")
        add(said, "span", spelling, class_="accepted", lang=view.language)
    add_reason(rows, view, "wrong", view.word("quiz.anything-else"), item.feedback_wrong, "wrong")
