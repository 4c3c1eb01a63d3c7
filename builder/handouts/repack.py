"""The last step of a PDF: joiners out, objects into compressed streams, an id made from the content."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from tempfile import NamedTemporaryFile
from typing import Any

import pikepdf

from builder.handouts.korean import JOINER
from builder.handouts.piece import PLAN_END

_JOINER_HEX = f"{ord(JOINER):04X}".encode()

_UNITS = rb"(?:[0-9A-Fa-f]{4})*>"

_MEANING = re.compile(rb"(<[0-9A-Fa-f]{4}>\s+)(<" + _UNITS + rb")")
"""What a glyph stands for, in a font's table: the glyph, and its text in hexadecimal digits."""

_ACTUAL_TEXT = re.compile(rb"(/ActualText\s*)(<FEFF" + _UNITS + rb")")
"""What a run of glyphs stands for, where the font's table does not say."""

_STRING = re.compile(rb"()(<FEFF" + _UNITS + rb")")
"""A string as the typesetter writes one with more than Latin letters, such as the title of a bookmark or the name of a link."""

_OBJECT, _END = re.compile(rb"\s*(\d+) 0 obj\b"), b"endobj"
"""How an object begins in what the typesetter writes, with its number, and how it ends."""


@dataclass(frozen=True)
class Sheets:
    """A finished PDF: its bytes, its number of pages, the pages its plan takes (0 without a plan), and which draft it shows."""

    pdf: bytes
    pages: int
    plan_pages: int = 0
    draft: int = 0


@dataclass(frozen=True)
class Unpacked:
    """A PDF as the typesetter makes it, open to be looked into. `joined`: it was set with joiners."""

    pdf: pikepdf.Pdf
    source: bytes
    joined: bool

    @cached_property
    def pages(self) -> int:
        """The number of its pages."""
        return len(self.pdf.pages)

    @cached_property
    def plan_pages(self) -> int:
        """The pages its plan takes, 0 without a plan."""
        return _plan_pages(self.pdf)

    def packed(self) -> bytes:
        """The same document in about half the bytes, without joiners in its text."""
        if self.joined:
            _take_joiners_out(self.pdf, self.source)
        out = io.BytesIO()
        # The typesetter's particulars stand as they are: looking into them again takes a tenth of the time.
        self.pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
        return out.getvalue()


@contextmanager
def unpacked(made: bytes, *, joined: bool) -> Iterator[Unpacked]:
    """What the typesetter made, open. `joined`: it was set with joiners."""
    if joined:
        # White space in a string of digits means nothing, so every object stays where it was.
        made = _without_joiners(_STRING, made, instead=b"    ")
    with opened(made) as pdf:
        yield Unpacked(pdf, made, joined)


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


def _rewrite(stream: Any, where: re.Pattern[bytes]) -> None:
    old = stream.read_bytes()
    new = _without_joiners(where, old)
    if new != old:
        stream.write(new)


def _without_joiners(where: re.Pattern[bytes], source: bytes, instead: bytes = b"") -> bytes:
    """The source without the joiners in the texts that `where` finds, each in its second group; `instead` in their place."""

    def cleaned(found: re.Match[bytes]) -> bytes:
        text = found[2]
        if _JOINER_HEX not in text:
            return found[0]
        units = (text[at : at + 4] for at in range(1, len(text) - 1, 4))
        return found[1] + b"<" + b"".join(instead if unit == _JOINER_HEX else unit for unit in units) + b">"

    return where.sub(cleaned, source)
