"""What every quiz item has, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line

Level = Literal["recall", "apply", "judge"]


@dataclass(frozen=True)
class Answer:
    """One way of answering an item, the same shape for every type.

    `text` is empty where the view has its own word for it (true and false).
    """

    id: str
    text: str
    right: bool
    feedback: str


class Option(Frozen):
    """One option of an item that offers a choice."""

    id: Id = Field(description="Letter of the option, e.g. `a`. The same in every language.")
    text: Line = Field(description="What the pupil reads; at most 25 words. Plain text with *emphasis*.")
    correct: bool = Field(False, description="`true` on a right option; left out on the others.")
    feedback: Line = Field(
        description="Shown to who chose it: why it is right, or what makes it wrong. Pupils learn from this."
    )


class ItemBase(Frozen):
    """The part that all items share."""

    id: Id = Field(description="Stable id, never reused; the same in every language. Platforms know the item by it.")
    stem: Line = Field(
        description="The question or claim; at most 45 words. Plain text with *emphasis* and references such as {U02.caught}."
    )
    objective: Id = Field(description="Id of the lesson's objective that this item tests.")
    level: Level = Field(
        description="What it asks for: `recall`, `apply` or `judge`. At most half of a lesson's items are recall."
    )
    baseline: bool = Field(
        False, description="`true` on the five items that are also asked, by show of hands, before the lesson."
    )
    sensitive: bool = Field(False, description="`true` shows a help line and lets the pupil skip.")
    hint: str = Field("", description="A nudge the pupil may open before answering.")
    cite: tuple[str, ...] = Field(
        (), description="Ids of claims and law entries the item rests on. A law item must cite its provision."
    )
    only: tuple[str, ...] = Field(
        (), description="Jurisdictions in which the item is shown, e.g. `[KR]`. Left out: everywhere."
    )
    explain: str = Field("", description="One or two sentences shown after answering, whatever was chosen.")
