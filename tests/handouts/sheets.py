"""What a reader sees of a printed page, measured in the PDF: how full it is, where headings stand, how small the letters are."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

EDGE = 12
"""Points at the rim of a page that no printer prints."""

FOOT = 52
"""Points at the bottom of a page that belong to the running foot."""


def fullness(pdf: bytes | Path) -> list[float]:
    """For each page, how far down it is printed, as a part of its height without the foot."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_full(page) for page in document]


def _full(page: pypdfium2.PdfPage) -> float:
    top = page.get_height()
    return float(1 - (min(_bottoms(page), default=top) - FOOT) / (top - FOOT))


def _bottoms(page: pypdfium2.PdfPage) -> Iterator[float]:
    """The lower edge of every run of text above the foot."""
    text = page.get_textpage()
    for number in range(text.count_rects()):
        bottom = text.get_rect(number)[1]
        if bottom > FOOT:
            yield bottom


def outside(pdf: bytes | Path) -> list[str]:
    """The words that stand off their page or nearer than `EDGE` to its rim, where no printer reaches."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text, (width, height) = page.get_textpage(), page.get_size()
            for number in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(number)
                if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
                    found.append(text.get_text_bounded(left, bottom, right, top))
    return found


def lonely_headings(pdf: bytes | Path) -> list[str]:
    """The headings below which nothing stands on their page. A bookmark says where a heading is."""
    with pypdfium2.PdfDocument(pdf) as document:
        lonely = []
        for mark in document.get_toc():
            place = mark.get_dest()
            page, (_, view) = document[place.get_index()], place.get_view()
            below = [bottom for bottom in _bottoms(page) if bottom < view[1] - 30]
            lonely += [] if below else [mark.get_title()]
        return lonely


def chapters(pdf: bytes | Path) -> list[int]:
    """The pages, counted from 0, on which a bookmark of the first level stands."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0]


def letter_sizes(pdf: bytes | Path) -> Counter[float]:
    """How many letters (no digits: they mark source notes) are printed in each size, in points."""
    sizes: Counter[float] = Counter()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for number in range(text.count_chars()):
                if chr(raw.FPDFText_GetUnicode(text, number)).isalpha():
                    sizes[_size(text, number)] += 1
    return sizes


def _size(text: pypdfium2.PdfTextPage, number: int) -> float:
    """The size of a letter as it is printed: that of its font, scaled as the page scales it."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, number, ctypes.byref(matrix))
    return round(float(raw.FPDFText_GetFontSize(text, number) * abs(matrix.d)), 1)


def pages_of(pdf: bytes | Path) -> list[str]:
    """The text of each page, letters and digits only: line ends and curly marks make no difference."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return ["".join(mark for mark in text if mark.isalnum()) for text in texts]
