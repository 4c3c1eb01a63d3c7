"""How each type of quiz item is written into a page: one module for each type, named as in `builder.model.items`."""

from __future__ import annotations

from typing import Any, Protocol
from xml.etree.ElementTree import Element

from builder.markup.items import match, multi, order, reflect, scenario, short, single, true_false
from builder.model.view import View


class ItemForm(Protocol):
    """What the module of an item type offers. Its functions are only ever given items of its type."""

    @property
    def BUTTONS(self) -> tuple[str, ...]:
        """What the script shows below the item: class of the button, and name of its word."""

    @property
    def ANSWER(self) -> str:
        """Name of the word that opens the answer."""

    def instruction(self, view: View, item: Any) -> str:
        """What the pupil is told to do beside the stem; "" where the item says it by itself."""

    def write_field(self, parent: Element, view: View, lesson: str, item: Any) -> None:
        """Writes what is answered with, each control with its label, below `parent`; `lesson` makes ids unique on a page."""

    def write_key(self, parent: Element, view: View, item: Any) -> None:
        """Writes what is right, and why, into the answer that opens below the item; the script reads the key from here."""


FORMS: dict[str, ItemForm] = {
    "single": single,
    "multi": multi,
    "true-false": true_false,
    "match": match,
    "order": order,
    "short": short,
    "scenario": scenario,
    "reflect": reflect,
}
"""The module of each item type; a new type is one module here and one script of the same name in the theme."""
