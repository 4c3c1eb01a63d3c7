"""`single`: several options, exactly one right."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.items.common import Option, OptionsItem


class SingleItem(OptionsItem):
    """A question with exactly one right option."""

    type: Literal["single"] = Field(description="One right option among several.")
    options: tuple[Option, ...] = Field(
        min_length=2, max_length=8, description="Three or four options; exactly one with `correct: true`."
    )
