"""What the tests of print share: a lesson with a body of one's own, and what can be read out of a PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from builder.handouts.piece import Piece
from builder.handouts.pieces import pieces_of
from builder.handouts.press import Press
from builder.model.curriculum import Curriculum
from builder.read.outline import read_outline

LESSON = "group-chat-pressure"


def with_body(curriculum: Curriculum, body: str, language: str = "en", **head: Any) -> Curriculum:
    """The curriculum with one lesson only, with this body and these entries of its head."""
    lesson = curriculum.lessons[LESSON, language]
    outline, _ = read_outline(lesson.path, body, 1)
    changed = replace(lesson, body=outline, head=lesson.head.model_copy(update=head))
    quizzes = {key: quiz for key, quiz in curriculum.quizzes.items() if key == (LESSON, language)}
    return replace(curriculum, lessons={(LESSON, language): changed}, quizzes=quizzes)


def piece(curriculum: Curriculum, kind: str, language: str = "en") -> Piece:
    """The piece of this kind of the small lesson."""
    return next(found for found in lesson_pieces(curriculum, language) if found.kind == kind)


def lesson_pieces(curriculum: Curriculum, language: str = "en") -> list[Piece]:
    """The pieces of the small lesson alone."""
    return list(pieces_of(curriculum, curriculum.editions["kr"], curriculum.lessons[LESSON, language]))


def printed(wanted: Piece, press: Press | None = None) -> bytes:
    """The piece as a PDF, straight from the press."""
    sheets, _ = (press or Press()).print(wanted)
    return sheets.pdf


def lines_of(pdf: bytes | Path) -> list[str]:
    """The lines of all pages, as a reader copies them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [line for page in document for line in page.get_textpage().get_text_range().splitlines()]


def text_of(pdf: bytes | Path) -> str:
    """All text, with single spaces and straight hyphens: good for looking for words."""
    return " ".join(" ".join(lines_of(pdf)).split())


def tags_of(pdf: bytes) -> list[str]:
    """The kinds of the structure tree in reading order: `H1`, `P`, `TH` …"""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_tags(document.Root.StructTreeRoot))


def _tags(element: Any) -> list[str]:
    if isinstance(element, pikepdf.Array):
        return [tag for child in element for tag in _tags(child)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [str(element.S)[1:]] if "/S" in element else []
    return own + (_tags(element.K) if "/K" in element else [])
