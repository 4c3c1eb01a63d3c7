"""A booklet as it is printed: two pages beside each other on each side of a sheet, so that the folded stack reads in order.

The order of pages on paper is not the order of reading, so such a file cannot be accessible; it says so, and the accessible file
lies beside it.
"""

from __future__ import annotations

import io
from decimal import Decimal

import pikepdf

from builder.handouts.repack import opened


def places(pages: int) -> list[tuple[int | None, int | None]]:
    """Which pages, counted from 0, stand left and right on each side of each sheet, the outermost first; `None` is an empty page."""
    full = pages + -pages % 4
    order = []
    for sheet in range(full // 4):
        first, last = 2 * sheet, full - 1 - 2 * sheet
        order += [(last, first), (first + 1, last - 1)]
    return [tuple(number if number < pages else None for number in pair) for pair in order]  # type: ignore[misc]


def imposed(made: bytes, title: str) -> bytes:
    """The booklet for a printer that prints on both sides and turns over the short edge."""
    out = io.BytesIO()
    with opened(made) as book, pikepdf.new() as sheets:
        _, _, width, height = (Decimal(value) for value in book.pages[0].mediabox)  # type: ignore[arg-type]
        forms = [_form(sheets, book, page) for page in book.pages]
        for left, right in places(len(forms)):
            _side(sheets, forms, left, right, width, height)
        sheets.docinfo["/Title"] = title
        if "/Lang" in book.Root:
            sheets.Root.Lang = book.Root.Lang
        sheets.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _form(sheets: pikepdf.Pdf, book: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """A page as a drawing to be placed: its stream as it is, for the library's own way unpacks and packs it again."""
    page.contents_coalesce()
    form = sheets.copy_foreign(page.obj.Contents)
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array(list(page.mediabox))
    form.Resources = sheets.copy_foreign(book.make_indirect(page.obj.Resources))
    return form


def _side(
    sheets: pikepdf.Pdf,
    forms: list[pikepdf.Object],
    left: int | None,
    right: int | None,
    width: Decimal,
    height: Decimal,
) -> None:
    sheets.add_blank_page(page_size=(width * 2, height))
    page = sheets.pages[-1]
    used = {f"/P{number}": forms[number] for number in (left, right) if number is not None}
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(used))
    drawn = [f"q 1 0 0 1 {x} 0 cm /P{n} Do Q" for n, x in ((left, 0), (right, width)) if n is not None]
    page.obj.Contents = sheets.make_stream(" ".join(drawn).encode())
