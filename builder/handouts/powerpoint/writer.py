"""From a deck to a presentation: a slide for each slide of the wall, with the teacher's script in its notes."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from builder.handouts.columns import letters
from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Node, plain
from builder.handouts.passages import ROOM, tall
from builder.handouts.piece import Piece
from builder.handouts.powerpoint.copies import Copies
from builder.handouts.powerpoint.stage import ACTIVITY, PLAIN, POINT, TITLE, stage
from builder.handouts.powerpoint.words import Line, lines_of, tag, tint, write
from builder.handouts.word.look import COLOURS
from builder.handouts.word.package import packed
from builder.handouts.word.writer import picture

HERE = Path(__file__).parent

NUMBER = 44
"""Points of a telephone number."""

LONG_TITLE, SMALLER_TITLE = 34, 30
"""Latin letters: a longer title takes two lines, which are smaller: points."""


class PowerPointWriter:
    """Writes `.pptx`. The same draft gives the same bytes."""

    def mark(self) -> str:
        """A hash of everything but the piece that decides what the file looks like."""
        return _mark()

    def write(self, piece: Piece, draft: Node) -> bytes:
        """The deck as a presentation. Raises `TypesetError` for a kind of node that is not known here."""
        made = stage(draft["colour"])
        copies = Copies(made)
        try:
            for scene in draft["scenes"]:
                for slide in scene["slides"]:
                    _add(copies, draft, scene, slide)
        except TypesetError as fault:
            raise TypesetError(f"{piece.place('')}: {piece.stem}.pptx: {fault}") from fault
        _describe(made, draft)
        return packed(made)


POWERPOINT = PowerPointWriter()


@cache
def _mark() -> str:
    digest = hashlib.sha256(f"python-pptx {version('python-pptx')} typst {version('typst')}\n".encode())
    for file in sorted(HERE.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _add(copies: Copies, draft: Node, scene: Node, slide: Node) -> None:
    crown, language = scene["crown"], _spoken(draft)
    layout = TITLE if slide["look"] == "title" else ACTIVITY if crown else PLAIN
    page, places = copies.slide(layout)
    dark, light = COLOURS[draft["colour"]]
    long = layout != TITLE and letters(plain(slide["title"])) > LONG_TITLE
    write(places[0].text_frame, [Line(slide["title"])], language, SMALLER_TITLE if long else 0)
    lines = list(lines_of(slide["body"]))
    write(places[1].text_frame, lines, language, 0 if layout == TITLE else _size(slide), dark)
    if slide["look"] == "story":
        tint(places[1], light)
        _inset(places[1].text_frame)
    if slide["look"] == "help":
        _enlarge(places[1].text_frame, slide["body"])
    if crown:
        words = f"  ·  {crown['minutes']}  ·  {crown['grouping']}"
        write(places[2].text_frame, [Line([f"{crown['number']}  ", *crown["title"], words])], language)
    if layout == TITLE:
        _picture(page, draft)
    _notes(page, copies, draft, scene, slide)


def _spoken(draft: Node) -> str:
    """The language of the words; English for American paper is American."""
    return "en-US" if (draft["language"], draft["paper"]) == ("en", "us-letter") else str(draft["language"])


def _size(slide: Node) -> int:
    """Points: less where there are many words, never less than the back row can read."""
    height = sum(map(tall, slide["body"]))
    return 32 if height < ROOM * 0.55 else 28 if height < ROOM * 0.85 else 24


def _enlarge(frame: Any, body: list[Node]) -> None:
    """The numbers to call, and not what is said of one of them."""
    for paragraph, node in zip(frame.paragraphs, body, strict=True):
        if node["kind"] == "number":
            paragraph.runs[0].font.size = Pt(NUMBER)


def _inset(frame: Any) -> None:
    frame.margin_left = frame.margin_right = Pt(20)
    frame.margin_top = frame.margin_bottom = Pt(14)


def _picture(page: Any, draft: Node) -> None:
    """The module's drawing, with words for who does not see it."""
    shape = page.shapes.add_picture(
        io.BytesIO(picture(draft["drawing"], "ffffff")), 660 * POINT, 48 * POINT, 240 * POINT
    )
    shape.name = draft["head"]["facts"][1]
    shape._element._nvXxPr.cNvPr.set("descr", draft["head"]["facts"][1])


def _notes(page: Any, copies: Copies, draft: Node, scene: Node, slide: Node) -> None:
    """What to say, on every slide of its scene; below it where a figure is from."""
    lines = list(lines_of(scene["script"]))
    lines += [Line(slide["sources"])] if slide["sources"] else []
    if lines:
        write(copies.notes(page), [Line(line.body) for line in lines], _spoken(draft))


def _describe(made: Deck, draft: Node) -> None:
    """The particulars of the file. Its day is that of the last review, so that the same sources give the same bytes."""
    about = made.core_properties
    about.title, about.author, about.last_modified_by = draft["name"], draft["author"], draft["author"]
    about.keywords, about.language, about.revision = ", ".join(draft["keywords"]), tag(_spoken(draft)), 1
    about.created = about.modified = datetime(*draft["date"])
