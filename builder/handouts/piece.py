"""A piece of print: one document to be typeset, as plain data."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from builder.handouts.nodes import Node

Kind = Literal["handout", "cards", "quiz", "key", "guide", "slides", "notes"]

KINDS: tuple[Kind, ...] = ("handout", "cards", "quiz", "key", "guide", "slides", "notes")
"""The kinds of print of a lesson; each is the middle of a file name, `<lesson>.<kind>.pdf`."""

STUDENT: tuple[Kind, ...] = ("handout", "cards", "quiz")
"""The kinds a pupil may have. They are made without the answers."""


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
    """One document to be typeset.

    `drafts` are complete trees of the same document, the fullest first: the first one that keeps to `pages` (and whose plan keeps to
    `plan_pages`) is printed, the last one in any case. A tree is plain JSON, and is all that decides what the PDF looks like.
    """

    lesson: str
    kind: Kind
    language: str
    reviewed: date
    drafts: tuple[Node, ...]
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    pages: int = 0
    plan_pages: int = 0

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.lesson}.{self.kind}.pdf"

    @property
    def audience(self) -> str:
        """Who may have it: `student` or `teacher`."""
        return "student" if self.kind in STUDENT else "teacher"

    @property
    def tree(self) -> Node:
        """The fullest draft."""
        return self.drafts[0]

    def canonical(self) -> str:
        """Everything that decides what the PDF looks like, always in the same spelling."""
        everything = [self.kind, self.language, self.reviewed.isoformat(), self.pages, self.plan_pages, *self.drafts]
        return json.dumps(everything, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def digest(self, press: str) -> str:
        """The name under which the PDF is kept: a hash of the piece and of the press it is printed on."""
        return hashlib.sha256(f"{press}\n{self.canonical()}".encode()).hexdigest()

    def place(self, words: str) -> str:
        """Where in the author's files `words` stands: `path:line`, or the first path."""
        places = [origin.find(words) for origin in self.origins]
        return next((place for place in places if ":" in place), places[0] if places else self.name)


@dataclass(frozen=True)
class Printed:
    """A PDF that lies where it belongs. `reused` says it was not typeset again; `advice` is what its author should know."""

    path: Path
    lesson: str
    kind: str
    language: str
    pages: int
    bytes: int
    reused: bool
    advice: str = ""
