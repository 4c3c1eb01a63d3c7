"""Who writes the files to edit: one writer for each format. It draws the same tree as the press."""

from __future__ import annotations

from typing import Protocol

from builder.handouts.kinds import Format
from builder.handouts.nodes import Node
from builder.handouts.piece import Piece
from builder.handouts.powerpoint.writer import POWERPOINT
from builder.handouts.word.writer import WORD


class Writer(Protocol):
    """Makes a file to edit. The same draft gives the same bytes."""

    def mark(self) -> str:
        """A hash of everything but the piece that decides what the file looks like."""

    def write(self, piece: Piece, draft: Node) -> bytes:
        """The file. Raises `TypesetError` for a kind of node it does not know."""


WRITERS: dict[Format, Writer] = {"docx": WORD, "pptx": POWERPOINT}
