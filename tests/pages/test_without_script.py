"""Where scripts are blocked, as on many school devices: everything can be read and reached."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.pages.conftest import EVERY, LESSON, Visit


def test_pupil_reads_the_lesson_and_opens_each_answer(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/ko/{LESSON}", java_script_enabled=False).page
    first = page.locator("fieldset.item").first
    expect(first.locator(".check")).to_be_hidden()
    expect(first.locator(".feedback").first).to_be_hidden()
    first.locator("details.answer > summary").click()
    expect(first.locator(".feedback").first).to_be_visible()
    expect(page.locator(".quiz-end")).to_be_hidden()
    expect(page.locator(".help .phone").first).to_be_visible()


def test_pupil_opens_the_menu_and_finds_no_control_that_does_nothing(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/en/index.html", width=320, java_script_enabled=False).page
    expect(page.locator(".search-open")).to_be_hidden()
    page.locator(".menu > summary").click()
    expect(page.locator(".menu-sheet a").first).to_be_visible()
    expect(page.locator(".scheme")).to_be_hidden()
    page.locator(".menu-sheet a", has_text="Pressure in the group chat").click()
    page.wait_for_url(f"**/{LESSON}")
    page.locator(".menu > summary").click()
    page.locator(".menu-languages a").click()
    page.wait_for_url(f"**/ko/{LESSON}")


def test_enter_in_an_answer_sends_nothing_anywhere(address: str, visit: Callable[..., Visit]) -> None:
    tab = visit(f"{address}/student/en/{LESSON}", java_script_enabled=False)
    first = tab.page.locator("fieldset.item .option input").first
    first.focus()
    before = len(tab.asked)
    tab.page.keyboard.press("Space")
    tab.page.keyboard.press("Enter")
    expect(first).to_be_checked()
    assert tab.page.url == f"{address}/student/en/{LESSON}"
    assert len(tab.asked) == before


def test_enter_in_the_only_text_field_of_a_form_sends_nothing_either(every: str, visit: Callable[..., Visit]) -> None:
    """Even where no policy forbids it, as inside another platform: the button that would send the form is disabled."""
    tab = visit(f"{every}/en/{EVERY}", java_script_enabled=False, bypass_csp=True)
    field = tab.page.locator(".short input")
    field.fill("consent")
    before = len(tab.asked)
    field.press("Enter")
    expect(field).to_have_value("consent")
    assert tab.page.url == f"{every}/en/{EVERY}"
    assert len(tab.asked) == before


def test_every_answer_can_be_opened_and_read(every: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{every}/ko/{EVERY}", java_script_enabled=False).page
    for item in page.locator("fieldset.item").all():
        expect(item.locator("button:visible")).to_have_count(0)
        answer = item.locator("details.answer")
        answer.locator("summary").click()
        expect(answer.locator(":is(.feedback, .pointers li)").first).to_be_visible()
