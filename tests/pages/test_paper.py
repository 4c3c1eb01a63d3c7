"""Printing a page: the questions without the answers, the text without the menus, no empty sheet."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.pages.answering import answer, items
from tests.pages.conftest import HELP, LESSON, Visit


def sheets(tab: Visit) -> list[str]:
    """The text of each printed sheet, with single spaces."""
    pdf = tab.page.pdf(prefer_css_page_size=True)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("answered", [False, True])
def test_pupil_prints_a_lesson_and_no_answer_is_on_it(
    address: str, visit: Callable[..., Visit], answered: bool
) -> None:
    tab = visit(f"{address}/student/en/{LESSON}")
    page = tab.page
    if answered:
        for item in items(page):
            answer(item, "wrong")
            if not item.locator("details.answer[open]").count():
                item.locator("details.answer > summary").click()
    printed = " ".join(sheets(tab))
    for stem in page.locator("fieldset.item .stem").all_text_contents():
        assert stem[:40] in printed
    for feedback in page.locator("details.answer .feedback").all_text_contents():
        assert feedback[:40] not in printed
    for words in ("Show the answer", "Check yourself", "Clear my answers"):
        assert (words in printed) == (words == "Check yourself"), words


def test_pupil_prints_and_no_sheet_is_empty_and_no_menu_is_on_it(address: str, visit: Callable[..., Visit]) -> None:
    for name in ("index.html", LESSON, HELP, "glossary.html"):
        tab = visit(f"{address}/student/en/{name}")
        printed = sheets(tab)
        assert all(len(text) > 40 for text in printed), name
        title = tab.page.locator("h1").inner_text()
        assert title in printed[0], name
        assert "Menu" not in " ".join(printed).split(), name
        assert "press Shift" not in " ".join(printed), name


def test_the_sheet_is_a4(address: str, visit: Callable[..., Visit]) -> None:
    pdf = visit(f"{address}/student/ko/{LESSON}").page.pdf(prefer_css_page_size=True)
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
