"""`reflect`: thoughts that are nobody else's."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.pages.answering import answer, item, items, kind_of, said
from tests.pages.conftest import EVERY


def stored(page: Page) -> str:
    text: str = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    return text


def test_pointers_can_be_opened_nothing_is_judged_and_the_question_is_done(quiz: Page) -> None:
    for one in items(quiz):
        answer(one)
    think = item(quiz, "reflect")
    expect(think.locator("button.check")).to_have_count(0)
    expect(think.locator(".pointers li")).to_have_count(2)
    expect(think.locator(".result")).to_be_empty()
    expect(quiz.locator(".end-said")).to_have_text(said(quiz, "all-done"))


def test_what_was_written_is_stored_only_where_the_pupil_asks_for_it(quiz: Page, every: str) -> None:
    field = item(quiz, "reflect").get_by_role("textbox", name="Your thoughts")
    field.fill("my own words")
    assert "my own words" not in stored(quiz)
    quiz.reload()
    expect(field).to_have_value("")
    field.fill("my own words")
    quiz.locator(".keep input").check()
    quiz.goto(f"{every}/en/index.html")
    quiz.goto(f"{every}/en/{EVERY}")
    expect(field).to_have_value("my own words")
    quiz.locator(".keep input").uncheck()
    assert "my own words" not in stored(quiz)


def test_the_field_says_what_becomes_of_the_text(quiz: Page) -> None:
    expect(item(quiz, "reflect").locator("textarea")).to_have_accessible_description(
        "Only you see this. It is gone when you leave the page, unless you ask below to keep your answers."
    )


def test_what_was_written_is_told_to_nobody(quiz: Page) -> None:
    quiz.evaluate("""() => { window.told = []; for (const name of ["answered", "saved"])
        document.addEventListener("likeness:" + name, (event) => told.push(JSON.stringify(event.detail))); }""")
    item(quiz, "reflect").locator("textarea").fill("my own words")
    item(quiz, "reflect").locator("details.answer > summary").click()
    expect(item(quiz, "reflect").locator(".pointers")).to_be_visible()
    quiz.wait_for_function("""told.join().includes('"verdict":"done"')""")
    assert "my own words" not in quiz.evaluate("told.join()")


def test_only_open_questions_are_never_judged(quiz: Page) -> None:
    assert [kind_of(one) for one in items(quiz) if not one.locator("button.check, button.walk").count()] == ["reflect"]
