"""The last step of a PDF: joiners out, objects into compressed streams, an id made from the content."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf

from builder.handouts.korean import JOINER
from builder.handouts.piece import PLAN_END

_JOINER_HEX = f"{ord(JOINER):04X}".encode()

_UNITS = rb"(?:[0-9A-Fa-f]{4})*"

_MEANING = re.compile(rb"(<[0-9A-Fa-f]{4}>\s+<" + _UNITS + rb"?)" + _JOINER_HEX + rb"(?=" + _UNITS + rb">)")
"""What a glyph stands for, in a font's table, up to its first joiner."""

_ACTUAL_TEXT = re.compile(rb"(/ActualText\s*<FEFF" + _UNITS + rb"?)" + _JOINER_HEX + rb"(?=" + _UNITS + rb">)")
"""What a run of glyphs stands for, where the font's table does not say, up to its first joiner."""

_STRING = re.compile(rb"<FEFF" + _UNITS + rb">")
"""A string as the typesetter writes one with more than Latin letters: in hexadecimal digits."""

_OBJECT, _END = re.compile(rb"\s*(\d+) 0 obj\b"), b"endobj"
"""How an object begins in what the typesetter writes, with its number, and how it ends."""


@dataclass(frozen=True)
class Sheets:
    """A finished PDF: its bytes, its number of pages, the pages its plan takes (0 without a plan), and which draft it shows."""

    pdf: bytes
    pages: int
    plan_pages: int = 0
    draft: int = 0


class Unpacked:
    """A PDF as the typesetter makes it, to be looked into: `pages`, and `plan_pages` (0 without a plan).

    `joined`: it was set with joiners, which are taken out of its text.
    """

    def __init__(self, made: bytes, *, joined: bool) -> None:
        # Titles of bookmarks and names of links. White space in a string of digits means nothing, so every object stays where it was.
        self._made = _STRING.sub(lambda found: _units_without_joiner(found[0]), made) if joined else made
        self._joined = joined
        self._opened = opened(self._made)

    def __enter__(self) -> Unpacked:
        self._pdf = self._opened.__enter__()
        self.pages, self.plan_pages = len(self._pdf.pages), _plan_pages(self._pdf)
        return self

    def __exit__(self, *fault: Any) -> None:
        self._opened.__exit__(*fault)

    def packed(self) -> bytes:
        """The same document in about half the bytes."""
        if self._joined:
            _take_joiners_out(self._pdf, self._made)
        out = io.BytesIO()
        # The typesetter's particulars stand as they are: looking into them again takes a tenth of the time.
        self._pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
        return out.getvalue()


@contextmanager
def opened(made: bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF to look into. It lies in a file meanwhile: from memory the library asks Python for every few bytes, which costs a third more."""
    with NamedTemporaryFile(prefix="likeness-", suffix=".pdf") as file:
        file.write(made)
        file.flush()
        with pikepdf.open(file.name) as pdf:
            yield pdf


def _plan_pages(pdf: pikepdf.Pdf) -> int:
    """The number of the page before the one the template marked as the end of the plan."""
    tree: Any = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is None:
        return 0
    target: Any = {str(name): value for name, value in pikepdf.NameTree(tree).items()}.get(PLAN_END)
    if target is None:
        return 0
    wanted = (target.D if isinstance(target, pikepdf.Dictionary) else target)[0]
    return next(index for index, page in enumerate(pdf.pages) if page.obj.objgen == wanted.objgen)


def _take_joiners_out(pdf: pikepdf.Pdf, made: bytes) -> None:
    """Out of what a glyph stands for, and out of replacement texts."""
    for source in made.split(_END):
        # A document has thousands of objects, and looking at one costs more than looking at its source.
        if b"/CMap" in source and (begun := _OBJECT.match(source)):
            thing = pdf.get_object(int(begun[1]), 0)
            if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == pikepdf.Name("/CMap"):
                _rewrite(thing, _MEANING)
    for page in pdf.pages:
        contents = page.obj.Contents
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            _rewrite(stream, _ACTUAL_TEXT)


def _rewrite(stream: Any, before_a_joiner: re.Pattern[bytes]) -> None:
    old = stream.read_bytes()
    new, found = old, 1
    while found:  # a round for each joiner of the longest text
        new, found = before_a_joiner.subn(rb"\1", new)
    if new != old:
        stream.write(new)


def _units_without_joiner(string: bytes) -> bytes:
    """A string of digits with four spaces in place of each joiner."""
    units = [string[at : at + 4] for at in range(1, len(string) - 1, 4)]
    return b"<%b>" % b"".join(b"    " if unit == _JOINER_HEX else unit for unit in units)
