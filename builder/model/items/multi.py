"""`multi`: several options, two or more right."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.items.common import Option, OptionsItem

Scoring = Literal["all-or-nothing", "partial"]


class MultiItem(OptionsItem):
    """A question with two or more right options; all of them, and no other, make the answer right."""

    type: Literal["multi"] = Field(description="Every right option is to be chosen.")
    options: tuple[Option, ...] = Field(min_length=3, max_length=8, description="At least two right and one wrong.")
    scoring: Scoring = Field(
        "all-or-nothing",
        description="How platforms mark it: `all-or-nothing`, or `partial`: a share for each right option, the same share off for each wrong one, never below nothing.",
    )

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with how it is marked."""
        return {**super().same(), "scoring": self.scoring}
