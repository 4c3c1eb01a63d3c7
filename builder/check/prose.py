"""The prose of a curriculum in passages: a paragraph, a list item, a title, a text of a quiz; each knows its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from builder.check.plain import Plain, plain
from builder.model.blocks import BLOCKS, listed
from builder.model.finding import Place
from builder.model.lesson import Block
from builder.read.source import Source
from builder.read.yaml_text import Document, Path

Role = Literal["prose", "label", "option", "wrong", "false"]
"""`label`: a title, heading or table cell, no whole sentence. `wrong`: an option that is not right. `false`: a claim to call false."""

Locator = Callable[[int, int], Place]
"""Where the characters from one offset to another of a passage's written text stand in its file."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A run of text as its author wrote it (`written`), in which language, for whom, and inside which blocks."""

    path: str
    language: str
    audience: Literal["student", "teacher"]
    role: Role
    written: str
    locate: Locator
    inside: tuple[Block, ...] = ()
    only: tuple[str, ...] = ()
    at: Path = field(default=())

    @cached_property
    def plain(self) -> Plain:
        """What a person reads."""
        return plain(self.written)

    @cached_property
    def block_names(self) -> tuple[str, ...]:
        """The names of the blocks it stands in, outermost first."""
        return tuple(block.name for block in self.inside)

    def place(self, begin: int, end: int | None = None) -> Place:
        """The place of the written characters from `begin` on."""
        return self.locate(begin, begin + 1 if end is None else end)

    def plain_place(self, begin: int, end: int) -> Place:
        """The place of the plain characters from `begin` to `end`."""
        first = self.plain.origin(begin)
        return self.locate(first, max(first + 1, self.plain.origin(max(begin, end - 1)) + 1))


_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_TABLE_LINE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|?[ \t]*")


@dataclass
class _Draft:
    """A passage that is being gathered: its pieces with the line and column each begins at."""

    role: Role
    owner: tuple[Block, ...]
    pieces: list[tuple[int, int, str]] = field(default_factory=list)


class _Gatherer:
    """Walks the lines of a body once and cuts them into passages."""

    def __init__(self, source: Source, first: int, blocks: tuple[Block, ...], language: str, audience: str) -> None:
        self.path, self.lines, self.first = source.path, source.lines, first
        self.language, self.audience = language, audience
        self.passages: list[Passage] = []
        self.draft: _Draft | None = None
        self.owners: list[tuple[Block, ...] | None] = [()] * (len(self.lines) + 1)
        for block in blocks:
            self._own(block, ())

    def _own(self, block: Block, around: tuple[Block, ...]) -> None:
        chain = (*around, block)
        for line in range(block.line, block.end + 1):
            self.owners[line - 1] = chain if block.text_line <= line < block.end else None
        for child in block.children:
            self._own(child, chain)

    def run(self, blocks: tuple[Block, ...]) -> list[Passage]:
        for block in blocks:
            for inner, chain in _chains(block, ()):
                self._title(inner, chain)
        for number in range(self.first, len(self.lines) + 1):
            owner = self.owners[number - 1]
            self._line(number, self.lines[number - 1], owner)
        self._finish()
        return self.passages

    def _title(self, block: Block, chain: tuple[Block, ...]) -> None:
        if block.title:
            line = self.lines[block.line - 1]
            column = line.find(block.title, line.find("|")) + 1
            self._take(block.line, column, block.title, "prose" if block.name == "write" else "label", chain)
            self._finish()

    def _line(self, number: int, line: str, owner: tuple[Block, ...] | None) -> None:
        if owner is None or not line.strip() or line.startswith("///"):
            self._finish()
            return
        if self.draft and self.draft.owner is not owner:
            self._finish()
        self._text(number, line, owner)

    def _text(self, number: int, line: str, owner: tuple[Block, ...]) -> None:
        start = 0
        if match := _QUOTE.match(line):
            start = match.end()
        if match := _HEADING.match(line, start):
            self._finish()
            self._take(number, match.end() + 1, line[match.end() :], "label", owner)
            self._finish()
        elif line.lstrip().startswith("|"):
            self._finish()
            self._cells(number, line, owner)
        elif match := _BULLET.match(line, start):
            self._finish()
            self._take(number, match.end() + 1, line[match.end() :], "prose", owner)
        else:
            start += len(line[start:]) - len(line[start:].lstrip())
            self._take(number, start + 1, line[start:].rstrip(), "prose", owner)

    def _cells(self, number: int, line: str, owner: tuple[Block, ...]) -> None:
        if _TABLE_LINE.fullmatch(line):
            return
        for match in re.finditer(r"[^|]+", line):
            text = match.group()
            if text.strip():
                self._take(number, match.start() + len(text) - len(text.lstrip()) + 1, text.strip(), "label", owner)
                self._finish()

    def _take(self, line: int, column: int, text: str, role: Role, owner: tuple[Block, ...]) -> None:
        if self.draft is None:
            self.draft = _Draft(role, owner)
        self.draft.pieces.append((line, column, text))

    def _finish(self) -> None:
        draft, self.draft = self.draft, None
        if draft is None:
            return
        written = "\n".join(text for _, _, text in draft.pieces)
        teacher = self.audience == "teacher" or any(
            BLOCKS[b.name].audience == "teacher" for b in draft.owner if b.name in BLOCKS
        )
        self.passages.append(
            Passage(
                self.path,
                self.language,
                "teacher" if teacher else "student",
                draft.role,
                written,
                _in_lines(self.path, draft.pieces),
                draft.owner,
                tuple(dict.fromkeys(word for b in draft.owner for word in listed(b.options.get("only", "")))),
            )
        )


def _chains(block: Block, around: tuple[Block, ...]) -> list[tuple[Block, tuple[Block, ...]]]:
    chain = (*around, block)
    return [(block, chain), *(pair for child in block.children for pair in _chains(child, chain))]


def _in_lines(path: str, pieces: list[tuple[int, int, str]]) -> Locator:
    starts = [0]
    for _, _, text in pieces[:-1]:
        starts.append(starts[-1] + len(text) + 1)

    def locate(begin: int, end: int) -> Place:
        at = bisect_right(starts, begin) - 1
        line, column, _ = pieces[at]
        return Place(path, line, column + begin - starts[at])

    return locate


def body_passages(source: Source, first: int, blocks: tuple[Block, ...], language: str, audience: str) -> list[Passage]:
    """The passages of the Markdown body that begins on line `first` of `source`, titles first, then in the order of the page."""
    return _Gatherer(source, first, blocks, language, audience).run(blocks)


def scalar_locator(source: Source, document: Document, at: Path, text: str) -> Locator:
    """The locator of a text in a YAML file. Quoting and folding are undone only when a place is asked for."""

    def locate(begin: int, end: int) -> Place:
        start = document.place(at)
        wanted = text[begin:end]
        if not wanted.strip():
            return start
        pattern = re.compile(
            "".join(_written_in_yaml(character) for character in re.split(r"(\s+|.)", wanted) if character)
        )
        nth = text.count(wanted, 0, begin)
        tail = "\n".join(source.lines[start.line - 1 : start.line + 199])[start.column - 1 :]
        for index, match in enumerate(pattern.finditer(tail)):
            if index == nth:
                before = tail[: match.start()]
                line = before.count("\n")
                column = match.start() - before.rfind("\n") if line else match.start() + start.column
                return Place(start.path, start.line + line, column)
        return start

    return locate


def _written_in_yaml(piece: str) -> str:
    """A pattern for a character, or a run of white space, as it may stand in a YAML scalar."""
    if piece.isspace():
        return r"\s+"
    return {"'": "''?", '"': r'\\?"', "\\": r"\\\\?"}.get(piece, re.escape(piece))
