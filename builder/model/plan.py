"""The plan of a curriculum: its name, its modules and the order of their lessons."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Frozen, Id, Words


class Module(Frozen):
    """A module: a few lessons on one theme, with its own colour and figure."""

    id: Id = Field(description="Folder of its lessons, e.g. `consent`.")
    title: Words = Field(description="Title in each language.")
    summary: Words = Field(description="One or two sentences for the home page.")
    colour: str = Field(
        pattern=r"^(teal|plum|blue|amber)$", description="Colour of the module: `teal`, `plum`, `blue` or `amber`."
    )
    figure: str = Field(
        pattern=r"^(circles|ripples|scales|path)$",
        description="Drawn figure: `circles`, `ripples`, `scales` or `path`.",
    )
    lessons: tuple[Id, ...] = Field(description="Its lessons, in teaching order.")


class Plan(Frozen):
    """What stands in `lessons/curriculum.yml`."""

    title: Words = Field(description="Name of the curriculum.")
    tagline: Words = Field(description="One sentence below the name.")
    welcome: Words = Field(description="Two or three sentences to the pupil on the home page.")
    welcome_teacher: Words = Field(description="The same to the teacher.")
    licence: Words = Field(description="Licence line of the page foot.")
    modules: tuple[Module, ...] = Field(min_length=1, description="The modules in their order.")
    guides: tuple[str, ...] = Field(
        (), description="The teacher guides in the order of their list; others follow by name."
    )
