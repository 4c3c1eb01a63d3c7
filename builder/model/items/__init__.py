"""The types of quiz item, one file each; `Item` is any of them, told apart by `type`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model.items.common import COUNTED_BY_HANDS, Answer, ItemBase, Named, Option, Written
from builder.model.items.match import Extra, MatchItem, Pair
from builder.model.items.multi import MultiItem
from builder.model.items.order import OrderItem, Step
from builder.model.items.reflect import ReflectItem
from builder.model.items.scenario import Choice, ScenarioItem, Scene
from builder.model.items.short import ShortItem
from builder.model.items.single import SingleItem
from builder.model.items.true_false import TrueFalseItem

Item = Annotated[
    SingleItem | MultiItem | TrueFalseItem | MatchItem | OrderItem | ShortItem | ScenarioItem | ReflectItem,
    Field(discriminator="type"),
]

__all__ = [
    "COUNTED_BY_HANDS",
    "Answer",
    "Choice",
    "Extra",
    "Item",
    "ItemBase",
    "MatchItem",
    "MultiItem",
    "Named",
    "Option",
    "OrderItem",
    "Pair",
    "ReflectItem",
    "ScenarioItem",
    "Scene",
    "ShortItem",
    "SingleItem",
    "Step",
    "TrueFalseItem",
    "Written",
]
