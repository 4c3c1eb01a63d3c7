"""Slides and notes as copies of the first of their kind: the library would look for the places of every one of them anew."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as Deck


class Copies:
    """Adds slides to a presentation, and notes to slides."""

    def __init__(self, made: Deck) -> None:
        self._made: Any = made
        self._slides: dict[int, Any] = {}
        self._notes: Any = None
        self._noted = 0

    def slide(self, layout: int) -> Any:
        """A new slide at the end, with its number and the empty places of that layout."""
        if layout not in self._slides:
            first = self._made.slides.add_slide(self._made.slide_layouts[layout])
            _number(first, self._made.slide_layouts[layout])
            self._slides[layout] = deepcopy(first._element)
            return first
        deck, listed = self._made.part, self._made.slides._sldIdLst
        name = PackURI(f"/ppt/slides/slide{len(listed) + 1}.xml")
        part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, deck.package, deepcopy(self._slides[layout]))
        part.relate_to(self._made.slide_layouts[layout].part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        listed.add_sldId(deck.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        return part.slide

    def notes(self, page: Any) -> Any:
        """The empty text frame of the notes of a slide that has none yet."""
        self._noted += 1
        if self._notes is None:
            self._notes = deepcopy(page.notes_slide._element)
            return page.notes_slide.notes_text_frame
        slide, package = page.part, page.part.package
        name = PackURI(f"/ppt/notesSlides/notesSlide{self._noted}.xml")
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(self._notes))
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return part.notes_slide.notes_text_frame


def _number(page: Any, layout: Any) -> None:
    """The library leaves the number of a slide out when it adds one."""
    shape = next(found for found in layout.placeholders if found.element.ph.get("type") == "sldNum")
    copy = deepcopy(shape.element)
    copy.nvSpPr.cNvPr.id = len(page.shapes) + 2  # the tree of shapes itself is the first
    for old in list(copy.spPr):
        copy.spPr.remove(old)
    page.shapes._spTree.append(copy)
