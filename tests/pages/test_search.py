"""Search in both languages, from a server and from a folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import Visit


def search(page: Page, words: str) -> list[str]:
    """Opens search, types `words`, and returns the addresses found."""
    if not page.locator("dialog.search").is_visible():
        page.locator(".search-open").click()
    page.locator("#search-words").fill(words)
    expect(page.locator(".search-said")).to_contain_text(words)
    found: list[str] = page.locator(".search-found a").evaluate_all("links => links.map((a) => a.pathname + a.hash)")
    return found


def places(page: Page, words: str) -> int:
    """How many places the sentence above the results tells of."""
    search(page, words)
    sentence = page.locator(".search-said").text_content() or ""
    return int(re.findall(r"\d+", sentence)[0])


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("사진", "사진을"),
        ("동의", "동의가"),
        ("학교", "학교에서"),
        ("단톡방", "단톡방에서는"),
        ("법", "법은"),
        ("나이", "나이가"),
    ],
)
def test_a_korean_word_finds_its_forms_and_a_form_finds_the_word(
    address: str, visit: Callable[..., Visit], word: str, form: str
) -> None:
    page = visit(f"{address}/student/ko/index.html").page
    by_word, by_form = places(page, word), places(page, form)
    assert by_word > 0
    assert by_form == by_word


def test_decomposed_korean_from_a_mac_finds_the_same(address: str, visit: Callable[..., Visit]) -> None:
    import unicodedata

    page = visit(f"{address}/student/ko/index.html").page
    found = search(page, "동의")
    page.locator("#search-words").fill(unicodedata.normalize("NFD", "동의"))
    expect(page.locator(".search-found a")).to_have_count(len(found))


def test_pupil_finds_a_page_with_the_keyboard_alone_and_lands_on_it(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/en/index.html").page
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("exit lines")
    first = page.locator(".search-found a").first
    first.wait_for()
    expect(page.locator("dialog.search [role=status]")).to_contain_text("exit lines")
    page.keyboard.press("Tab")
    if not first.evaluate("a => a === document.activeElement"):  # some browsers stop at the field's own clear button
        page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/group-chat-pressure.html*")


def test_escape_closes_search_gives_the_focus_back_and_forgets_the_words(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{address}/student/en/index.html").page
    page.locator(".search-open").click()
    page.keyboard.type("consent")
    page.locator(".search-found a").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(page.locator(".search-open")).to_be_focused()
    page.locator(".search-open").click()
    expect(page.locator("#search-words")).to_have_value("")
    expect(page.locator(".search-found a")).to_have_count(0)


def test_words_that_stand_nowhere_are_answered_kindly(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/en/index.html").page
    assert search(page, "zzqqxx") == []


def test_what_is_typed_into_search_is_text_and_never_markup(address: str, visit: Callable[..., Visit]) -> None:
    tab = visit(f"{address}/student/en/index.html")
    search(tab.page, "<img src=x onerror=alert(1)>")
    expect(tab.page.locator("dialog.search img")).to_have_count(0)
    assert tab.complaints == []


def test_search_works_from_a_folder_without_a_server(built_site: Path, visit: Callable[..., Visit]) -> None:
    tab = visit((built_site / "student/ko/law/index.html").as_uri())
    assert any("what-the-law-says" in found for found in search(tab.page, "법은"))
    assert tab.complaints == []


def test_search_of_the_pupils_knows_no_answers_and_nothing_of_the_teachers(built_site: Path) -> None:
    for language in ("en", "ko"):
        pupils = (built_site / "student" / language / "search/words.js").read_text("utf-8")
        teachers = (built_site / "teacher" / language / "search/words.js").read_text("utf-8")
        assert "guides/" in teachers
        assert "guides/" not in pupils
        page = (built_site / "student" / language / "consent/group-chat-pressure.html").read_text("utf-8")
        feedback = page.split('<span class="feedback">', 1)[1].split("</span>", 1)[0]
        assert feedback in page
        assert feedback not in pupils
