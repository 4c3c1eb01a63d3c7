"""`order`: steps to be brought into their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line
from builder.model.items.common import ItemBase, Named, Written


class Step(Frozen):
    """One of the things to be ordered."""

    id: Id = Field(description="Letter of the step, e.g. `a`. The same in every language.")
    text: Line = Field(description="What the pupil reads.")
    feedback: Line = Field(description="Why it stands at this place.")


class OrderItem(ItemBase):
    """Steps that have one right order: the written one. Views show them in another."""

    type: Literal["order"] = Field(description="The steps are to be brought into their order.")
    steps: tuple[Step, ...] = Field(min_length=3, max_length=8, description="Three to six steps, in the right order.")

    def texts(self) -> Iterator[Written]:
        """Every text of the item, the steps' included."""
        yield from super().texts()
        for number, step in enumerate(self.steps):
            yield Written(("steps", number, "text"), step.text, "option")
            yield Written(("steps", number, "feedback"), step.feedback)

    def names(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """The ids of the steps."""
        yield "step", tuple(Named(("steps", number), step.id) for number, step in enumerate(self.steps))

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the order of the steps."""
        return {**super().same(), "steps": [step.id for step in self.steps]}
