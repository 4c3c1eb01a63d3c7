"""What every quiz item has, whatever its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line

Level = Literal["recall", "apply", "judge"]

Role = Literal["prose", "false", "option", "wrong"]
"""What a text of an item is: prose that holds, a claim to call false, an option or a wrong option."""

COUNTED_BY_HANDS = ("single", "multi", "true-false")
"""Types a class can answer by show of hands, so that they may open and close a lesson."""


@dataclass(frozen=True)
class Written:
    """A text of an item: its place below the item in the author's file, the text, and what it is."""

    at: tuple[str | int, ...]
    text: str
    role: Role = "prose"


@dataclass(frozen=True)
class Named:
    """An id inside an item: its place below the item in the author's file, and the id."""

    at: tuple[str | int, ...]
    id: str


@dataclass(frozen=True)
class Answer:
    """One way of answering an item that offers a choice, the same shape for every such type.

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
        False,
        description="`true` on the five items that are also asked, by show of hands, before the lesson. Only for `single`, `multi` and `true-false`.",
    )
    sensitive: bool = Field(False, description="`true` shows a help line and lets the pupil skip.")
    confidence: bool = Field(
        False, description="`true` also asks *how sure are you?* in the self-check. Never kept, never exported."
    )
    game: bool = Field(
        False,
        description="`true` lets the item go to class games (Kahoot and others): knowledge only, never sensitive.",
    )
    hint: str = Field("", description="A nudge the pupil may open before answering.")
    cite: tuple[str, ...] = Field(
        (), description="Ids of claims and law entries the item rests on. A law item must cite its provision."
    )
    only: tuple[str, ...] = Field(
        (), description="Jurisdictions in which the item is shown, e.g. `[KR]`. Left out: everywhere."
    )
    explain: str = Field("", description="One or two sentences shown after answering, whatever was chosen.")
    waive: dict[str, Line] = Field(
        {}, description="Warnings that are right to ignore here, each with the reason: `{Q203: the reason}`."
    )

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The ways of answering in the written order, where the item offers a choice; empty for other types."""
        return ()

    def texts(self) -> Iterator[Written]:
        """Every text of the item a pupil may read, in the order of the file; types add their own to these."""
        yield Written(("stem",), self.stem)
        for key in ("hint", "explain"):
            if text := getattr(self, key):
                yield Written((key,), text)

    def names(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """The ids inside the item: what they name (`option`), and those of one kind, which must differ; types say theirs."""
        yield from ()

    def same(self) -> dict[str, object]:
        """What of the item must be the same in every language, by key; types add their own to these."""
        return {
            "objective": self.objective,
            "level": self.level,
            "baseline": self.baseline,
            "sensitive": self.sensitive,
            "confidence": self.confidence,
            "game": self.game,
            "hint": "there" if self.hint else "",
            "cite": sorted(self.cite),
            "only": sorted(self.only),
        }


class OptionsItem(ItemBase):
    """What `single` and `multi` share: options, and whether their order may change."""

    options: tuple[Option, ...] = Field(min_length=2, max_length=8)
    fixed: str = Field(
        "",
        description="Why the options must keep their written order, e.g. `a scale`. Left out: they are shuffled.",
    )

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The options as answers, in the written order."""
        return tuple(Answer(o.id, o.text, o.correct, o.feedback) for o in self.options)

    def texts(self) -> Iterator[Written]:
        """Every text of the item, its options' texts and feedback included."""
        yield from super().texts()
        for number, option in enumerate(self.options):
            yield Written(("options", number, "text"), option.text, "option" if option.correct else "wrong")
            yield Written(("options", number, "feedback"), option.feedback)

    def names(self) -> Iterator[tuple[str, tuple[Named, ...]]]:
        """The ids of the options."""
        yield "option", tuple(Named(("options", n), option.id) for n, option in enumerate(self.options))

    def same(self) -> dict[str, object]:
        """What must be the same in every language, with the options and the key."""
        options = [f"{option.id} (right)" if option.correct else option.id for option in self.options]
        return {**super().same(), "options": options, "fixed": "there" if self.fixed else ""}
