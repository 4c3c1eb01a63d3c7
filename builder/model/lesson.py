"""Lessons and pages: the head an author writes, and the teaching blocks of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Line

Band = Literal["11-13", "14-16", "16-18"]


class Objective(Frozen):
    """Something a pupil can do after the lesson, in words that can be tested."""

    id: Id = Field(description="Stable id; quiz items name it. The same in every language.")
    text: Line = Field(description="Begins with a verb that can be tested: name, order, explain, rehearse.")


class LessonHead(Frozen):
    """The front matter of a lesson."""

    title: Line = Field(description="The lesson's title; the page's only first-level heading.")
    band: Band = Field(description="Age band: `11-13`, `14-16` or `16-18`.")
    minutes: int = Field(45, ge=5, le=180, description="Minutes of the whole lesson; the activities must add up to it.")
    core_minutes: int = Field(
        20, ge=5, le=180, description="Minutes of the core path; the activities marked `core: true` must add up to it."
    )
    question: Line = Field(description="The key question of the lesson.")
    summary: Line = Field(description="One sentence for the card on the module page.")
    objectives: tuple[Objective, ...] = Field(
        min_length=1, max_length=8, description="Three or four things a pupil can do afterwards."
    )
    vocabulary: tuple[Id, ...] = Field((), description="Ids of glossary entries the lesson teaches.")
    standards: tuple[Id, ...] = Field((), description="Ids of entries of the standards map.")
    reviewed: date = Field(description="Day on which a person last read the whole lesson, `YYYY-MM-DD`.")


class PageHead(Frozen):
    """The front matter of a page that is not a lesson."""

    title: Line = Field(description="The page's title.")
    summary: str = Field("", description="One sentence for lists and search results.")
    kind: Literal["page", "help", "guide", "home", "module", "print"] = Field(
        "page",
        description="`help` pages get the *leave this page* button; a `print` text is only printed and stands on no page.",
    )
    reviewed: date | None = Field(None, description="Day on which a person last read the whole page.")


@dataclass(frozen=True)
class Block:
    """A teaching block of a body.

    `line` is its 1-based line in the source file, `end` that of the closing fence. `text` holds the lines between its
    options and its closing fence, inner blocks included; `text_line` is the line on which they begin.
    """

    name: str
    title: str
    options: dict[str, str]
    option_lines: dict[str, int]
    line: int
    text_line: int
    end: int
    text: str
    children: tuple[Block, ...] = ()

    def walk(self) -> Iterator[Block]:
        """This block and all blocks inside it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Body:
    """The Markdown below the front matter: its text, the line it begins on, and its blocks."""

    text: str
    line: int
    blocks: tuple[Block, ...]

    def walk(self) -> Iterator[Block]:
        """All blocks in the order of the page, inner ones after the one they stand in."""
        for block in self.blocks:
            yield from block.walk()


@dataclass(frozen=True)
class Lesson:
    """One lesson in one language. `path` is its place below the curriculum's folder, with `/`."""

    id: str
    module: str
    language: str
    path: str
    head: LessonHead
    body: Body

    @property
    def activities(self) -> tuple[Block, ...]:
        """The timed activities in the order of the lesson."""
        return tuple(block for block in self.body.walk() if block.name == "activity")


@dataclass(frozen=True)
class Page:
    """A page that is not a lesson. `language` is empty for pages that hold blocks only and serve every language.

    `name` is its address without ending, e.g. `get-help` or `consent/index`; `audience` is `teacher` for guides.
    """

    name: str
    language: str
    audience: str
    path: str
    head: PageHead
    body: Body
