"""Slides and notes as copies of the first of their kind: the library would look for the places of every one of them anew."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import SlidePlaceholder

from builder.handouts.powerpoint.stage import ACTIVITY, TITLE_BOX, place


class Copies:
    """Adds slides to a presentation, and notes to slides."""

    def __init__(self, made: Deck) -> None:
        self._made: Any = made
        self._slides: dict[int, _First] = {}
        self._notes: _First | None = None
        self._noted = self._words = 0

    def slide(self, layout: int) -> tuple[Any, dict[int, Any]]:
        """A new slide at the end, with its number; and its empty places by the index they have in that layout."""
        if first := self._slides.get(layout):
            page = self._copied_slide(layout, first)
        else:
            page = self._made.slides.add_slide(self._made.slide_layouts[layout])
            _number(page, self._made.slide_layouts[layout])
            if layout == ACTIVITY:
                # Also on the slide itself: not every program takes the place of a title from the layout.
                place(page.shapes.title, TITLE_BOX)
            first = self._slides[layout] = _first(page)
        return page, {idx: SlidePlaceholder(page.shapes._spTree[at], page.shapes) for idx, at in first.places.items()}

    def _copied_slide(self, layout: int, first: _First) -> Any:
        deck, listed = self._made.part, self._made.slides._sldIdLst
        name = PackURI(f"/ppt/slides/slide{len(listed) + 1}.xml")
        part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, deck.package, deepcopy(first.empty))
        part.relate_to(self._made.slide_layouts[layout].part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        listed.add_sldId(deck.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        return part.slide

    def notes(self, page: Any) -> Any:
        """The empty text frame of the notes of a slide that has none yet."""
        self._noted += 1
        if self._notes is None:
            notes = page.notes_slide
            self._notes, self._words = _first(notes), notes.notes_placeholder.placeholder_format.idx
        else:
            notes = self._copied_notes(page.part, self._notes)
        return SlidePlaceholder(notes.shapes._spTree[self._notes.places[self._words]], notes.shapes).text_frame

    def _copied_notes(self, slide: Any, first: _First) -> Any:
        package = slide.package
        name = PackURI(f"/ppt/notesSlides/notesSlide{self._noted}.xml")
        part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(first.empty))
        part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return part.notes_slide


@dataclass(frozen=True)
class _First:
    """The first of its kind before it was filled, and where in its tree of shapes each place stands, by index."""

    empty: Any
    places: dict[int, int]


def _first(page: Any) -> _First:
    tree = page.shapes._spTree
    places = {shape.placeholder_format.idx: tree.index(shape._element) for shape in page.placeholders}
    return _First(deepcopy(page._element), places)


def _number(page: Any, layout: Any) -> None:
    """The library leaves the number of a slide out when it adds one."""
    shape = next(found for found in layout.placeholders if found.element.ph.get("type") == "sldNum")
    copy = deepcopy(shape.element)
    copy.nvSpPr.cNvPr.id = len(page.shapes) + 2  # the tree of shapes itself is the first
    for old in list(copy.spPr):
        copy.spPr.remove(old)
    page.shapes._spTree.append(copy)
