"""The types of quiz item, one file each; `Item` is any of them, told apart by `type`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model.items.common import Answer, ItemBase, Option
from builder.model.items.multi import MultiItem
from builder.model.items.single import SingleItem
from builder.model.items.true_false import TrueFalseItem

Item = Annotated[SingleItem | MultiItem | TrueFalseItem, Field(discriminator="type")]

__all__ = ["Answer", "Item", "ItemBase", "MultiItem", "Option", "SingleItem", "TrueFalseItem"]
