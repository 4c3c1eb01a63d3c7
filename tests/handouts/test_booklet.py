"""A booklet reads in order on a screen; the file to fold has its pages where the folded sheet wants them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from builder.handouts.imposed import imposed, places
from builder.handouts.kinds import KINDS
from builder.handouts.piece import Printed
from tests.handouts.small import tags_of

BOOKLETS = [kind.name for kind in KINDS.values() if kind.imposed]


def test_eight_pages_are_two_sheets() -> None:
    assert places(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@pytest.mark.parametrize(("pages", "empty"), [(1, 3), (5, 3), (6, 2), (7, 1), (12, 0)])
def test_a_number_that_four_does_not_divide_leaves_empty_pages_at_the_end(pages: int, empty: int) -> None:
    order = [number for pair in places(pages) for number in pair]
    assert sorted(number for number in order if number is not None) == list(range(pages))
    assert order.count(None) == empty
    assert places(pages)[0][1] == 0, "the first page lies right on the outermost sheet"


def _folded(sides: list[tuple[int | None, int | None]]) -> list[int | None]:
    """The pages as a reader turns them: sheets in each other, each printed on both sides and folded in the middle."""
    fronts, backs = sides[::2], sides[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [page for front, back in zip(fronts[::-1], backs[::-1], strict=True) for page in (back[1], front[0])]
    return [*first_half, *second_half]


@pytest.mark.parametrize("pages", [4, 7, 8, 9, 17, 28])
def test_folded_the_pages_follow_each_other(pages: int) -> None:
    read = _folded(places(pages))
    assert read == [*range(pages), *[None] * (-pages % 4)]


def _pictures(pdf: bytes | Path) -> list[Image.Image]:
    """Every page as a small grey picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=0.4, grayscale=True).to_pil().convert("L") for page in document]


def _nearest(half: Image.Image, pages: list[Image.Image]) -> int | None:
    """Which page a half of a side shows; `None` for an empty one."""
    if half.getextrema()[0] > 250:
        return None
    unlike = [ImageStat.Stat(ImageChops.difference(half, page.resize(half.size))).mean[0] for page in pages]
    return min(range(len(pages)), key=unlike.__getitem__)


def test_each_half_of_each_side_shows_the_page_it_should(pack: list[Printed]) -> None:
    books = [made for made in pack if made.kind in BOOKLETS]
    assert len(books) >= 8
    for made in books[::3]:
        folded = made.path.with_name(f"{made.subject}.{KINDS[made.kind].imposed}.pdf")
        pages = _pictures(made.path)
        assert made.pages == len(pages) > 4
        for side, wanted in zip(_pictures(folded), places(len(pages)), strict=True):
            middle = side.width // 2
            left, right = (
                side.crop((0, 0, middle, side.height)),
                side.crop((side.width - middle, 0, side.width, side.height)),
            )
            assert (_nearest(left, pages), _nearest(right, pages)) == wanted, folded.name


def test_the_file_to_fold_is_twice_as_wide_says_its_name_and_claims_no_accessibility(pack: list[Printed]) -> None:
    book = next(made for made in pack if made.kind == "booklet")
    folded = book.path.with_name(f"{book.subject}.booklet-print.pdf")
    with pikepdf.open(book.path) as accessible, pikepdf.open(folded) as paper:
        wide, high = (float(value) for value in list(accessible.pages[0].mediabox)[2:])
        assert [float(value) for value in list(paper.pages[0].mediabox)[2:]] == pytest.approx([2 * wide, high])
        assert "/StructTreeRoot" in accessible.Root and "/StructTreeRoot" not in paper.Root
        assert "/Metadata" not in paper.Root
        assert str(paper.docinfo["/Title"]) == str(accessible.docinfo["/Title"])


def test_imposing_twice_gives_the_same_bytes(pack: list[Printed]) -> None:
    book = next(made for made in pack if made.kind == "booklet").path.read_bytes()
    assert imposed(book, "A book") == imposed(book, "A book")


def test_the_contents_name_the_page_each_part_is_on(pack: list[Printed]) -> None:
    for made in (made for made in pack if made.kind in BOOKLETS):
        with pypdfium2.PdfDocument(made.path) as document:
            listed = document[1].get_textpage().get_text_range()
            marks = [
                (mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc() if mark.level == 0
            ]
        squeezed = "".join(listed.split())
        assert len(marks) >= 2
        for title, page in marks:
            assert f"{''.join(title.split())}" in squeezed and str(page) in listed, made.path.name


def test_a_booklet_has_one_title_and_a_list_of_contents_for_a_screen_reader(pack: list[Printed]) -> None:
    book = next(made for made in pack if made.kind == "booklet")
    tags = tags_of(book.path.read_bytes())
    assert tags.count("H1") == 1 and "TOC" in tags and "TOCI" in tags


def test_a_page_without_words_is_an_empty_page() -> None:
    out = io.BytesIO()
    with pikepdf.new() as blank:
        for _ in range(3):
            blank.add_blank_page(page_size=(100, 200))
        blank.save(out)
    with pikepdf.open(io.BytesIO(imposed(out.getvalue(), "Blank"))) as sheets:
        assert len(sheets.pages) == 2
