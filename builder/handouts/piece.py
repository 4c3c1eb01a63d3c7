"""A piece of print: one document to be typeset, as plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from builder.handouts.errors import TypesetError
from builder.handouts.kinds import KINDS
from builder.handouts.nodes import Node, texts
from builder.model.audience import Audience

PLAN_END = "plan-end"
"""The mark on what follows the plan of a guide; the press counts the pages before it."""


@dataclass(frozen=True)
class Origin:
    """The author's text a piece was made from, for messages: its path, its first line's number, and the text."""

    path: str
    line: int
    text: str

    def find(self, words: str) -> str:
        """`path:line` of the first line that holds `words`; the path alone where no line does."""
        for number, line in enumerate(self.text.splitlines(), self.line):
            if words and words in line:
                return f"{self.path}:{number}"
        return self.path


@dataclass(frozen=True)
class Piece:
    """One document to be typeset. `subject` is the id of the lesson or module it is printed of, "" for the whole curriculum.

    `variant` names another form of the same piece, see `kinds.py`; "" is the form that is printed for everybody.

    `drafts` are complete trees of the same document, the fullest first: the first one that keeps to `pages` (and whose plan keeps to
    `plan_pages`) is printed, the last one in any case. A tree is plain JSON, and is all that decides what the PDF looks like.
    """

    subject: str
    kind: str
    language: str
    reviewed: date
    drafts: tuple[Node, ...]
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    pages: int = 0
    plan_pages: int = 0
    variant: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.stem}.pdf"

    @property
    def stem(self) -> str:
        """The file's name without its ending, which every format of the piece shares."""
        return ".".join(part for part in (self.subject, self.kind, self.variant) if part)

    @property
    def audience(self) -> Audience:
        """Who may have it: `student` or `teacher`."""
        return KINDS[self.kind].audience

    @property
    def tree(self) -> Node:
        """The fullest draft."""
        return self.drafts[0]

    def canonical(self) -> bytes:
        """Everything that decides what the PDF looks like, always in the same spelling. Raises what `json` raises."""
        return self.json([self.kind, self.language, self.reviewed, self.pages, self.plan_pages, *self.drafts])

    def json(self, tree: Any) -> bytes:
        """`tree` in JSON, its keys in order.

        Raises `TypesetError` for what JSON in UTF-8 has no room for: half a character (a lone surrogate), a number of more than 64 bits.
        """
        try:
            return orjson.dumps(tree, option=orjson.OPT_SORT_KEYS)
        except TypeError as fault:
            half = next((mark for words in texts(tree) for mark in words if "\ud800" <= mark <= "\udfff"), "")
            what = (
                f"half a character ({half!r}) cannot be printed; save the file as UTF-8"
                if half
                else f"{self.name}: {fault}"
            )
            raise TypesetError(f"{self.place(half)}: {what}") from fault

    @cached_property
    def _fingerprint(self) -> str:
        return hashlib.sha256(self.canonical()).hexdigest()

    def digest(self, press: str) -> str:
        """The name under which the PDF is kept: a hash of the piece and of the press it is printed on."""
        return hashlib.sha256(f"{press}\n{self._fingerprint}".encode()).hexdigest()

    def place(self, words: str) -> str:
        """Where in the author's files `words` stands: `path:line`, or the first path."""
        places = [origin.find(words) for origin in self.origins]
        return next((place for place in places if ":" in place), places[0] if places else self.name)


@dataclass(frozen=True)
class Printed:
    """A file that lies where it belongs: a PDF, or one to edit or a pack (`pages` is 0 then).

    `reused` says it was not made again; `advice` is what its author should know; `digest` is a hash of its content.
    """

    path: Path
    subject: str
    kind: str
    language: str
    pages: int
    bytes: int
    reused: bool
    advice: str = ""
    variant: str = ""
    digest: str = ""
