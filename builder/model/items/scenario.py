"""`scenario`: a branching *what would you do?* with safe endings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line
from builder.model.items.common import ItemBase, Named, Written

Quality = Literal["safe", "mixed", "unsafe"]
HelpRole = Literal["emergency", "crisis", "child", "removal", "school"]


class Choice(Frozen):
    """What somebody in the story can do at this point."""

    id: Id = Field(description="Letter of the choice, e.g. `a`. The same in every language.")
    text: Line = Field(description="What is done or said.")
    goto: Id = Field(description="Id of the scene it leads to.")
    quality: Quality = Field(
        description="`safe`: what helps most (exactly one in a scene); `mixed`: helps a little or costs something; `unsafe`: makes it worse."
    )
    feedback: Line = Field(description="Shown to who chose it: what it does, without blame.")


class Scene(Frozen):
    """A point of the story: a text, and what can be done, or an ending that names help."""

    id: Id = Field(description="Stable id; choices name it. The same in every language.")
    text: Line = Field(description="What happens, in two to four short sentences.")
    choices: tuple[Choice, ...] = Field((), max_length=4, description="Two to four choices; none in an ending.")
    help: tuple[HelpRole, ...] = Field(
        (),
        description="In an ending: which help it names, from the edition's help pack: `emergency`, `crisis`, `child`, `removal`, `school`.",
    )

    @property
    def ending(self) -> bool:
        """Whether the story ends here."""
        return not self.choices


class ScenarioItem(ItemBase):
    """A story that goes on by the pupil's choices. It begins with its first scene; going back is always possible."""

    type: Literal["scenario"] = Field(description="A story in scenes; the pupil chooses how it goes on.")
    scenes: tuple[Scene, ...] = Field(
        min_length=2,
        max_length=12,
        description="Every scene can be reached, every path ends, and every ending names help.",
    )

    def scene(self, wanted: str) -> Scene | None:
        """The scene with this id, or `None`."""
        return next((scene for scene in self.scenes if scene.id == wanted), None)

    def texts(self) -> Iterator[Written]:
        """Every text of the item, scenes and choices included."""
        yield from super().texts()
        for number, scene in enumerate(self.scenes):
            yield Written(("scenes", number, "text"), scene.text)
            for place, choice in enumerate(scene.choices):
                at = ("scenes", number, "choices", place)
                yield Written((*at, "text"), choice.text, "option" if choice.quality == "safe" else "wrong")
                yield Written((*at, "feedback"), choice.feedback)

    def names(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """The ids of the scenes, and of the choices of each."""
        yield "scene", tuple(Named(("scenes", number), scene.id) for number, scene in enumerate(self.scenes))
        for number, scene in enumerate(self.scenes):
            at = ("scenes", number, "choices")
            named = tuple(Named((*at, place), choice.id) for place, choice in enumerate(scene.choices))
            yield f'scene "{scene.id}": choice', named

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the shape of the story."""
        shape = [
            f"{scene.id}: "
            + (", ".join(f"{c.id} {c.quality} to {c.goto}" for c in scene.choices) or f"ends, help {list(scene.help)}")
            for scene in self.scenes
        ]
        return {**super().same(), "scenes": shape}
