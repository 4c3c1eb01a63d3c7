"""The questions before the lesson: pupils may keep track, and see in the self-check what has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.pages.answering import answer, said
from tests.pages.conftest import EVERY, Visit


def before(page: Page, item: str, option: str) -> None:
    page.locator(f'.before [data-item="{item}"] input[value="{option}"] + label').click()


def test_pupil_reads_what_was_chosen_before_and_what_is_chosen_now(quiz: Page) -> None:
    before(quiz, "best-ask", "c")
    before(quiz, "after-no", "b")
    before(quiz, "after-no", "c")
    answer(quiz.locator("#item-best-ask"))
    expect(quiz.locator("#item-best-ask .change")).to_have_text(
        'Before the lesson you chose: "Look at this!" Now: "May I post this one, just for our class?"'
    )
    answer(quiz.locator("#item-after-no"), "wrong")
    expect(quiz.locator("#item-after-no .change")).to_have_text(
        "Before the lesson you chose: Leave the picture out. · Ask each day until it is a yes. "
        "Now: Ask each day until it is a yes."
    )


def test_who_chose_nothing_before_is_told_nothing(quiz: Page) -> None:
    answer(quiz.locator("#item-best-ask"))
    expect(quiz.locator(".change")).to_have_count(0)


def test_nothing_is_judged_and_no_key_is_near(quiz: Page, every_site: Path) -> None:
    before(quiz, "silence", "true")
    expect(quiz.locator(".before .result, .before .check, .before details, .before .feedback")).to_have_count(0)
    page = BeautifulSoup((every_site / "student/en" / EVERY).read_text("utf-8"), "html.parser")
    form = page.select_one("form.before")
    assert form is not None
    assert "correct" not in str(form) and "right" not in str(form).replace("all right", "").replace("every right", "")


def test_a_reload_keeps_it_clear_forgets_it_and_going_back_shows_nothing(quiz: Page, every: str) -> None:
    chosen = quiz.locator('.before [data-item="silence"] input:checked')
    before(quiz, "silence", "false")
    quiz.reload()
    expect(chosen).to_have_value("false")
    quiz.goto(f"{every}/en/index.html")
    quiz.go_back()
    expect(quiz.locator(".quiz-end")).to_be_visible()
    expect(chosen).to_have_count(0)
    before(quiz, "silence", "false")
    quiz.locator(".before .clear").click()
    expect(chosen).to_have_count(0)
    expect(quiz.locator(".before-said")).to_have_text(said(quiz, "cleared"))
    assert quiz.evaluate("sessionStorage.length + localStorage.length") == 0


def test_pupil_who_keeps_the_answers_keeps_these_too(quiz: Page, every: str) -> None:
    before(quiz, "silence", "false")
    quiz.locator(".keep input").check()
    quiz.goto(f"{every}/en/index.html")
    quiz.goto(f"{every}/en/{EVERY}")
    expect(quiz.locator('.before [data-item="silence"] input:checked')).to_have_value("false")


def test_without_script_it_is_a_list_with_letters(every: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{every}/en/{EVERY}", java_script_enabled=False).page
    expect(page.locator(".before input:visible, .before button:visible")).to_have_count(0)
    first = page.locator(".before label").nth(1)
    expect(first).to_be_visible()
    assert (
        first.evaluate("(label) => getComputedStyle(label, '::before').content") == 'counter(option, lower-alpha) "."'
    )


def test_teachers_page_has_the_list_for_counting_hands_and_no_form(every_site: Path) -> None:
    for language in ("en", "ko"):
        page = BeautifulSoup((every_site / "teacher" / language / EVERY).read_text("utf-8"), "html.parser")
        assert page.select("section.baseline > ol > li > ol[type=a] > li")
        assert not page.select("section.baseline form, section.baseline input")
