"""The last step of a PDF: joiners out, objects into compressed streams, an id made from the content."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import pikepdf

from builder.handouts.korean import JOINER
from builder.handouts.piece import PLAN_END

_MEANING = re.compile(rb"(<[0-9A-Fa-f]{4}>\s+<)((?:[0-9A-Fa-f]{4})+)(>)")
"""What a glyph stands for, in a font's table."""

_ACTUAL_TEXT = re.compile(rb"(/ActualText\s*<FEFF)((?:[0-9A-Fa-f]{4})*)(>)")
"""What a run of glyphs stands for, where the font's table does not say."""

_JOINER_HEX = f"{ord(JOINER):04X}".encode()

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
"""An object as the typesetter writes it: its number and its source. A text beyond Latin letters is in hexadecimal digits."""


@dataclass(frozen=True)
class Sheets:
    """A finished PDF: its bytes, its number of pages, the pages its plan takes (0 without a plan), and which draft it shows."""

    pdf: bytes
    pages: int
    plan_pages: int = 0
    draft: int = 0


def extent(made: bytes) -> tuple[int, int]:
    """How many pages a PDF has, and how many its plan takes (0 without a plan)."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return len(pdf.pages), _plan_pages(pdf)


def repack(made: bytes, *, joined: bool) -> bytes:
    """The same document in about half the bytes. `joined`: it was set with joiners, which are taken out of its text."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        if joined:
            _take_joiners_out(pdf, made)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


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
    """Out of what a glyph stands for, out of replacement texts, and out of every string (titles of bookmarks, names of links)."""
    for number, source in _OBJECT.findall(made):
        # A document has thousands of objects, and looking at one costs more than looking at its source.
        if b"/CMap" in source or _JOINER_HEX in source:
            thing = pdf.get_object(int(number), 0)
            if not isinstance(thing, pikepdf.Stream):
                _clean(thing)
            elif thing.get("/Type") == pikepdf.Name("/CMap"):
                _rewrite(thing, _MEANING)
    for page in pdf.pages:
        contents = page.obj.Contents
        for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
            _rewrite(stream, _ACTUAL_TEXT)


def _rewrite(stream: Any, pattern: re.Pattern[bytes]) -> None:
    old = stream.read_bytes()
    new = pattern.sub(lambda found: found[1] + _without_joiners(found[2]) + found[3], old)
    if new != old:
        stream.write(new)


def _without_joiners(hexadecimal: bytes) -> bytes:
    units = [hexadecimal[start : start + 4] for start in range(0, len(hexadecimal), 4)]
    return b"".join(unit for unit in units if unit.upper() != _JOINER_HEX)


def _clean(thing: Any) -> None:
    """Strings without joiners, in this object and in those that are part of it."""
    entries = thing.items() if isinstance(thing, pikepdf.Dictionary) else enumerate(thing)
    for key, value in list(entries):
        if isinstance(value, pikepdf.String):
            if JOINER in str(value):
                thing[key] = pikepdf.String(str(value).replace(JOINER, ""))
        elif isinstance(value, (pikepdf.Dictionary, pikepdf.Array)) and not value.is_indirect:
            _clean(value)
