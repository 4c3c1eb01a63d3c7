"""The press: one typesetter with one set of fonts for every piece. Warnings are errors, and the same tree gives the same bytes.

The tree goes in as a file of JSON that the template reads; no source of the typesetter is ever made from an author's text. As only
this file changes from one document to the next, the typesetter knows again what it has set before: the same box on another sheet,
and all but the difference in the next draft.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from builder.handouts.columns import letters
from builder.handouts.errors import TypesetError
from builder.handouts.korean import HANGUL, JOINER, keep_words
from builder.handouts.nodes import Node, texts
from builder.handouts.piece import Piece
from builder.handouts.repack import Sheets, Unpacked, unpacked

HERE = Path(__file__).parent
TEMPLATE = HERE / "template"
FONTS = HERE / "fonts"
FAMILIES = ("Pretendard", "Atkinson Hyperlegible")
LETTERS_ON_A_PAGE = {"roomy": 1200, "open": 1400, "compact": 1700, "dense": 2250}
"""Latin letters at each density, roughly: where to begin to look for the draft that fits. Measured on our own sheets."""

KOREAN = 1.15
"""So much more room the same number of letters takes in Korean, whose lines stand further apart."""

_ACCENT = re.compile(rb"\xcc[\x80-\xbf]|\xcd[\x80-\xaf]")
"""A loose accent in UTF-8, U+0300 to U+036F: one that stands behind its letter and is not part of it."""

CLOSE, HOPELESS = 1.08, 1.2
"""Of the pages there may be: what is reckoned to take so many may fit; what is reckoned to take more than so many is not tried."""

PRESS = ("columns.py", "imposed.py", "korean.py", "press.py", "repack.py")
"""Our own modules that decide what a tree looks like on paper."""


class Press:
    """Typesets pieces. Fonts and template are loaded once, when the first piece needs them.

    `folder`: an empty one, in which the template and the tree are laid beside each other; without it the press makes one of its own.
    """

    def __init__(self, fonts: Path = FONTS, template: Path = TEMPLATE, folder: Path | None = None) -> None:
        self._fonts, self._template = fonts, template
        self._folder = folder
        self._own: TemporaryDirectory[str] | None = None
        self._compiler: typst.Compiler | None = None

    def mark(self) -> str:
        """A hash of everything but the piece that decides what a PDF looks like: template, fonts, and the versions of the tools."""
        return _mark(self._fonts, self._template)

    def print(self, piece: Piece) -> tuple[Sheets, str]:
        """Typeset `piece`: the first draft that keeps to its limits, else the last. The second part is advice, empty when all fits.

        Raises `TypesetError` when the typesetter refuses the piece or warns about it.
        """
        made: dict[int, Unpacked] = {}
        with ExitStack() as stack:

            def fits(number: int) -> bool:
                if number not in made:
                    made[number] = stack.enter_context(self._typeset(piece, piece.drafts[number]))
                return _fits(piece, made[number])

            number = _first_that(fits, partial(_length, piece), len(piece.drafts) - 1)
            kept = made[number]
            # Only the draft that is kept: packing takes a tenth of the time of typesetting.
            sheets = Sheets(kept.packed(), kept.pages, kept.plan_pages, number)
            return sheets, "" if _fits(piece, kept) else _too_long(piece, sheets)

    def _typeset(self, piece: Piece, draft: Node) -> AbstractContextManager[Unpacked]:
        """A draft as the typesetter makes it."""
        moment = datetime(piece.reviewed.year, piece.reviewed.month, piece.reviewed.day, tzinfo=UTC)
        text = piece.json(draft)
        if _ACCENT.search(text):
            draft = {**draft, "accents": True}
            text = piece.json(draft)
        if HANGUL.search(text.decode()):
            text = piece.json(keep_words(draft))
        compiler, folder = self._ready()
        (folder / "tree.json").write_bytes(text)
        try:
            made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
        except typst.TypstError as refused:
            raise _explain(piece, draft, refused) from refused
        if warnings:
            raise _explain(piece, draft, warnings[0])
        assert isinstance(made, bytes)
        return unpacked(made, joined=JOINER.encode() in text)

    def _ready(self) -> tuple[typst.Compiler, Path]:
        """The typesetter, and the folder in which it looks for the tree."""
        if self._folder is None:
            self._own = TemporaryDirectory(prefix="likeness-")
            self._folder = Path(self._own.name)
        if self._compiler is None:
            fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self._fonts])
            for family in FAMILIES:
                if family not in fonts.families():
                    raise TypesetError(
                        f"the print font {family} is missing from {self._fonts}; text would vanish without it"
                    )
            shutil.copytree(self._template, self._folder, dirs_exist_ok=True)
            main = self._folder / "main.typ"
            self._compiler = typst.Compiler(main, root=self._folder, font_paths=fonts, ignore_system_fonts=True)
        return self._compiler, self._folder


def _first_that(fits: Callable[[int], bool], length: Callable[[int], float], last: int) -> int:
    """The first draft that fits, else the last. As each is shorter than the one before, looking on from a good guess takes one or two trials.

    `length`: what a draft is reckoned to take, as a part of what it may.
    """
    guess = next((number for number in range(last) if length(number) <= CLOSE), last)
    if fits(guess):
        while guess > 0 and length(guess - 1) <= HOPELESS and fits(guess - 1):
            guess -= 1
        return guess
    while not fits(guess) and guess < last:
        guess += 1
    return guess


def _length(piece: Piece, number: int) -> float:
    """What a draft takes of the pages it may have, by the number of its letters; nothing where any number will do."""
    if not piece.pages or len(piece.drafts) == 1:
        return 0
    draft, room = piece.drafts[number], piece.pages / (KOREAN if piece.language == "ko" else 1)
    return sum(map(letters, texts(draft["body"]))) / LETTERS_ON_A_PAGE[draft["density"]] / room


@cache
def _mark(fonts: Path, template: Path) -> str:
    digest = hashlib.sha256()
    for tool in ("typst", "pikepdf"):
        digest.update(f"{tool} {version(tool)}\n".encode())
    for file in sorted(
        [*fonts.glob("*.[ot]tf"), *template.glob("*.typ"), *(HERE / name for name in PRESS)], key=lambda file: file.name
    ):
        digest.update(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _fits(piece: Piece, made: Unpacked) -> bool:
    return (not piece.pages or made.pages <= piece.pages) and (
        not piece.plan_pages or made.plan_pages <= piece.plan_pages
    )


def _too_long(piece: Piece, sheets: Sheets) -> str:
    where = piece.place("")
    if piece.plan_pages and sheets.plan_pages > piece.plan_pages:
        return f"{where}: the plan of the guide takes {sheets.plan_pages} pages and should take {piece.plan_pages}; shorten the notes under `part: before`"
    mend = "shorten stems and options" if piece.kind == "quiz" else "shorten scenarios or write lines"
    return f"{where}: the {piece.kind} takes {sheets.pages} pages and should take {piece.pages}; {mend}"


def _explain(piece: Piece, draft: Node, fault: Any) -> TypesetError:
    """The typesetter's fault as one sentence with the author's file and line."""
    said = " ".join([str(getattr(fault, "message", fault)), *getattr(fault, "hints", [])])
    for mark in _unprintable(said, draft):
        return TypesetError(
            f'{piece.place(mark)}: the character "{mark}" (U+{ord(mark):04X}) is not in the print font, so {piece.name} cannot be printed; '
            "write it in Hangul or in Latin letters"
        )
    # The template's own refusals name what they mean in «…»: an author's title.
    named = re.search("«(.+?)»", said)
    said = said.removeprefix("panicked with: ").strip('"')
    return TypesetError(f"{piece.place(named[1] if named else '')}: {piece.name} cannot be typeset: {said}")


def _unprintable(said: str, draft: Node) -> list[str]:
    """Characters of the draft that the typesetter says no font has; it writes control characters by number."""
    if "could not be displayed" not in said:
        return []
    numbers = {int(found, 16) for found in re.findall(r"u\{([0-9a-fA-F]{1,6})\}", said)}
    return [
        mark
        for text in texts(draft)
        for mark in text
        if ord(mark) in numbers or (ord(mark) > 127 and f'"{mark}' in said)
    ]
