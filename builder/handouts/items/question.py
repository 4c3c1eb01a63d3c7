"""A quiz as a pupil may see it: items without the key and without a word of feedback.

Sheets are made from this and from nothing else, so that no answer has to be hidden: it is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Generic, Protocol, TypeVar


class Given(Protocol):
    """What a pupil gets of an item besides its stem; each type's module has its own. It holds no answer."""

    def texts(self) -> Iterator[str]:
        """The author's texts in it."""


G = TypeVar("G", bound=Given)


@dataclass(frozen=True)
class Question(Generic[G]):
    """One item without its answer. `path` is the author's file."""

    id: str
    type: str
    stem: str
    sensitive: bool
    given: G
    path: str

    def texts(self) -> Iterator[str]:
        """Every text of the author's that a pupil reads in it."""
        yield self.stem
        yield from self.given.texts()


@dataclass(frozen=True)
class Lettered:
    """A text a pupil calls by a letter; `text` is empty where the view has its own word (true, false)."""

    letter: str
    text: str


def lettered(texts: Iterable[str]) -> tuple[Lettered, ...]:
    """The texts with letters from `a` on, in their order."""
    return tuple(Lettered(letter, text) for letter, text in zip(ascii_lowercase, texts, strict=False))


@dataclass(frozen=True)
class Choices:
    """What `single`, `multi` and `true-false` give: ways of answering, in the written order."""

    choices: tuple[Lettered, ...]

    def texts(self) -> Iterator[str]:
        """The text of each choice."""
        return (choice.text for choice in self.choices)


@dataclass(frozen=True)
class Room:
    """What `short` and `reflect` give: lines to write on, and no text."""

    lines: int

    def texts(self) -> Iterator[str]:
        """No text."""
        return iter(())
