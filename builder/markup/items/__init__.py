"""How each type of quiz item is written into a page: one module for each type, named as in `builder.model.items`."""

from __future__ import annotations

from typing import Protocol
from xml.etree.ElementTree import Element

from builder.markup.items import multi, single, true_false
from builder.model.items import Item
from builder.model.view import View


class ItemForm(Protocol):
    """What the module of an item type offers."""

    def instruction(self, view: View) -> str:
        """What the pupil is told to do beside the stem; "" where the options say it themselves."""

    def write_options(self, parent: Element, view: View, lesson: str, item: Item) -> None:
        """Writes the inputs with their labels below `parent`; `lesson` makes their ids unique on a page."""


FORMS: dict[str, ItemForm] = {"single": single, "multi": multi, "true-false": true_false}
"""The module of each item type; a new type is one module here and one script of the same name in the theme."""
