"""Every place in which a lesson, page or quiz names an entry of a register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from builder.check.inspection import Inspection
from builder.check.prose import Passage
from builder.model.blocks import listed
from builder.model.finding import Place
from builder.model.lesson import Block, Lesson, Page

Kind = Literal[
    "note", "figure", "law", "help", "cite", "fact", "statute", "myth", "word", "vocabulary", "standard", "only"
]
"""`note`: `[^U02]`. `figure`, `law`, `help`: `{U02.caught}`, `{law.name}`, `{help.child}`. `word`: `glossary:consent`."""

NOTE = re.compile(r"\[\^([A-Za-z0-9-]+)\]")
IN_BRACES = re.compile(r"\{([A-Za-z][A-Za-z0-9]*)\.([a-z0-9_-]+)\}")
WORD = re.compile(r"\]\(glossary:([^)\s]*)\)")


@dataclass(frozen=True)
class Reference:
    """A name of an entry: which, where, how many characters, in which language, and what stands around it."""

    kind: Kind
    id: str
    name: str
    place: Place
    length: int
    language: str
    only: tuple[str, ...] = ()
    passage: Passage | None = None
    block: Block | None = None

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.place.path

    @property
    def in_myth(self) -> bool:
        """Whether it stands in a `myth` block, where a false claim is told and mended."""
        return self.passage is not None and "myth" in self.passage.block_names


@lru_cache(maxsize=1)
def references(inspection: Inspection) -> tuple[Reference, ...]:
    """All references, in no order that matters; gathered once for an inspection."""
    return (
        *(found for passage in inspection.passages for found in _in_passage(passage)),
        *(found for text in inspection.texts for found in _in_blocks(inspection, text)),
        *_in_heads(inspection),
        *_in_quizzes(inspection),
    )


def _in_passage(passage: Passage) -> Iterator[Reference]:
    text = passage.written
    if "[^" in text:
        for match in NOTE.finditer(text):
            yield _reference(passage, "note", match, match[1])
    if "{" in text:
        for match in IN_BRACES.finditer(text):
            kind: Kind = "law" if match[1] == "law" else "help" if match[1] == "help" else "figure"
            yield _reference(passage, kind, match, match[1], match[2])
    if "](glossary:" in text:
        for match in WORD.finditer(text):
            yield _reference(passage, "word", match, match[1], begin=match.start(1))


def _reference(
    passage: Passage, kind: Kind, match: re.Match[str], wanted: str, name: str = "", begin: int | None = None
) -> Reference:
    start = match.start() if begin is None else begin
    length = len(wanted) if begin is not None else len(match.group())
    place = passage.place(start, start + length)
    return Reference(kind, wanted, name, place, length, passage.language, passage.only, passage)


_BLOCK_OPTIONS: tuple[tuple[str, str, Kind], ...] = (
    ("fact", "id", "fact"),
    ("statute", "law", "statute"),
    ("myth", "myth", "myth"),
)


def _in_blocks(inspection: Inspection, text: Lesson | Page) -> Iterator[Reference]:
    for block in text.body.walk():
        only = listed(block.options.get("only", ""))
        for name, option, kind in _BLOCK_OPTIONS:
            if block.name == name and (wanted := block.options.get(option)):
                place = inspection.option_place(text.path, block, option)
                yield Reference(kind, wanted, "", place, len(wanted), text.language, only, block=block)
        for wanted in only:
            place = inspection.option_place(text.path, block, "only")
            yield Reference("only", wanted, "", place, len(block.options["only"]), text.language, block=block)


def _in_heads(inspection: Inspection) -> Iterator[Reference]:
    kinds: tuple[tuple[Kind, str], ...] = (("vocabulary", "vocabulary"), ("standard", "standards"))
    for lesson in inspection.curriculum.lessons.values():
        for kind, key in kinds:
            for number, wanted in enumerate(getattr(lesson.head, key)):
                place = inspection.place(lesson.path, (key, number))
                yield Reference(kind, wanted, "", place, len(wanted), lesson.language)


def _in_quizzes(inspection: Inspection) -> Iterator[Reference]:
    for quiz in inspection.curriculum.quizzes.values():
        for number, item in enumerate(quiz.items):
            keys: tuple[tuple[Kind, str], ...] = (("cite", "cite"), ("only", "only"))
            for kind, key in keys:
                for index, wanted in enumerate(getattr(item, key)):
                    place = inspection.place(quiz.path, ("items", number, key, index))
                    yield Reference(
                        kind, wanted, "", place, len(wanted), quiz.language, item.only if kind == "cite" else ()
                    )
