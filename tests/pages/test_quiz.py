"""The self-check, as pupils meet it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.pages.conftest import LESSON, Visit

THEME = Path(__file__).resolve().parents[2] / "builder" / "site" / "theme"


@pytest.fixture
def lesson(address: str, visit: Callable[..., Visit]) -> Page:
    return visit(f"{address}/student/en/{LESSON}").page


def item(page: Page, kind: str = "single") -> Locator:
    return page.locator(f"fieldset[data-type={kind}]").first


def options(item: Locator, verdict: str) -> list[Locator]:
    """The labels of the item's right or wrong options."""
    ids = item.locator(f"details.answer li.{verdict}").evaluate_all("found => found.map((li) => li.dataset.option)")
    return [item.locator(f'input[value="{id}"] + label') for id in ids]


def answer(item: Locator, verdict: str) -> None:
    """Chooses every right option, or one wrong one, and checks."""
    for label in options(item, verdict)[: None if verdict == "right" else 1]:
        label.click()
    item.locator(".check").click()


def why(item: Locator, verdict: str) -> str:
    return item.locator(f"details.answer li.{verdict} .feedback").first.text_content() or ""


def test_pupil_reads_why_the_chosen_option_is_wrong_and_chooses_again(lesson: Page) -> None:
    first = item(lesson)
    answer(first, "wrong")
    result = first.locator(".result")
    expect(result).to_have_attribute("data-verdict", "wrong")
    expect(result).to_contain_text(why(first, "wrong"))
    expect(result).not_to_contain_text(why(first, "right"))
    answer(first, "right")
    expect(result).to_have_attribute("data-verdict", "right")
    expect(result).to_contain_text(why(first, "right"))
    expect(result).to_contain_text(first.locator(".explain").first.text_content() or "")


def test_pupil_who_found_some_of_several_right_answers_is_told_that_some_are_missing(lesson: Page) -> None:
    several = item(lesson, "multi")
    options(several, "right")[0].click()
    several.locator(".check").click()
    expect(several.locator(".verdict").first).to_have_text(lesson.locator("form.quiz").get_attribute("data-more") or "")
    answer_rest = options(several, "right")[1:]
    for label in answer_rest:
        label.click()
    several.locator(".check").click()
    expect(several.locator(".result")).to_have_attribute("data-verdict", "right")


def test_nothing_is_judged_before_check_is_pressed(lesson: Page) -> None:
    first = item(lesson)
    first.locator("input").first.focus()
    for _ in range(3):
        lesson.keyboard.press("ArrowDown")
    lesson.keyboard.press("Enter")
    expect(first.locator("input:checked")).to_have_count(1)
    expect(first.locator(".result")).to_be_empty()
    expect(first.locator("input").first).to_be_enabled()
    assert lesson.url.endswith(LESSON), "Enter must not send the form"


def test_pupil_answers_with_the_keyboard_alone(lesson: Page) -> None:
    first = item(lesson)
    first.locator("input").first.focus()
    lesson.keyboard.press("Space")
    lesson.keyboard.press("Tab")
    expect(first.locator(".check")).to_be_focused()
    lesson.keyboard.press("Enter")
    expect(first.locator(".result")).not_to_be_empty()
    expect(first.locator(".check")).to_be_focused()
    lesson.keyboard.press("Tab")
    expect(first.locator("details.answer > summary")).to_be_focused()


def test_check_without_a_choice_asks_for_one(lesson: Page) -> None:
    first = item(lesson)
    first.locator(".check").click()
    expect(first.locator(".result")).to_have_text(lesson.locator("form.quiz").get_attribute("data-choose") or "")
    expect(first.locator("details.answer")).to_be_hidden()


def test_the_place_for_the_result_is_announced_politely_and_stands_there_before_it_is_filled(lesson: Page) -> None:
    for result in lesson.locator(".result").all():
        assert result.get_attribute("role") == "status"
        assert result.text_content() == ""


def test_at_the_end_only_what_went_wrong_comes_again_and_no_score_is_shown(lesson: Page) -> None:
    everything = lesson.locator("fieldset.item").all()
    wrong = everything[:2]
    for one in everything:
        answer(one, "wrong" if one in wrong else "right")
    said = lesson.locator(".end-said")
    expect(said).to_have_text((lesson.locator("form.quiz").get_attribute("data-look-many") or "").replace("{n}", "2"))
    assert not re.search(r"%|\d+\s*/\s*\d+|score", said.inner_text())
    lesson.locator(".again").click()
    expect(lesson.locator("fieldset.item:visible")).to_have_count(2)
    expect(wrong[0]).to_be_focused()
    for one in wrong:
        answer(one, "right")
    expect(said).to_have_text(lesson.locator("form.quiz").get_attribute("data-all-done") or "")
    expect(lesson.locator(".again")).to_be_hidden()


def test_pupil_skips_a_question_that_is_too_close_and_is_not_asked_it_again(lesson: Page) -> None:
    close = lesson.locator("fieldset:has(.skip-item)").first
    expect(close.locator(".item-help a.phone")).to_be_visible()
    close.locator(".skip-item").click()
    expect(close.locator(".result")).to_have_text(lesson.locator("form.quiz").get_attribute("data-skipped") or "")
    for one in lesson.locator("fieldset.item").all():
        if one.get_attribute("id") != close.get_attribute("id"):
            answer(one, "right")
    expect(lesson.locator(".end-said")).to_have_text(lesson.locator("form.quiz").get_attribute("data-all-done") or "")


def test_a_reload_does_not_lose_the_answers_and_clear_forgets_them(lesson: Page) -> None:
    first = item(lesson)
    answer(first, "wrong")
    lesson.reload()
    expect(item(lesson).locator(".result")).to_have_attribute("data-verdict", "wrong")
    lesson.locator("button.clear").click()
    expect(item(lesson).locator(".result")).to_be_empty()
    expect(lesson.locator(".option input:checked")).to_have_count(0)
    assert lesson.evaluate("sessionStorage.length + localStorage.length") == 0
    lesson.reload()
    expect(lesson.locator(".option input:checked")).to_have_count(0)


def test_the_next_pupil_at_this_screen_does_not_see_the_answers_by_going_back(lesson: Page, address: str) -> None:
    answer(item(lesson), "wrong")
    lesson.goto(f"{address}/student/en/index.html")
    lesson.go_back()
    expect(lesson.locator("form.quiz .quiz-end")).to_be_visible()
    expect(lesson.locator(".option input:checked")).to_have_count(0)
    expect(item(lesson).locator(".result")).to_be_empty()
    assert lesson.evaluate("sessionStorage.length") == 0


def test_pupil_may_choose_to_keep_the_answers_and_to_forget_them_again(lesson: Page, address: str) -> None:
    answer(item(lesson), "right")
    assert lesson.evaluate("localStorage.length") == 0
    lesson.locator(".keep input").check()
    lesson.goto(f"{address}/student/en/index.html")
    lesson.goto(f"{address}/student/en/{LESSON}")
    expect(item(lesson).locator(".result")).to_have_attribute("data-verdict", "right")
    expect(lesson.locator(".keep input")).to_be_checked()
    lesson.locator(".keep input").uncheck()
    assert lesson.evaluate("localStorage.length") == 0


def test_stored_answers_that_somebody_tampered_with_do_no_harm(lesson: Page, address: str) -> None:
    form = lesson.locator("form.quiz").get_attribute("id")
    lesson.evaluate(
        """(form) => localStorage.setItem('likeness.answers:' + location.pathname + '#' + form,
             JSON.stringify({'which-excuse': {chosen: ['"]<img src=x>', 7], first: '<b>', checked: true}, other: null}))""",
        form,
    )
    lesson.goto(f"{address}/student/en/index.html")
    errors: list[str] = []
    lesson.on("pageerror", lambda error: errors.append(str(error)))
    lesson.goto(f"{address}/student/en/{LESSON}")
    expect(lesson.locator(".quiz-end")).to_be_visible()
    expect(lesson.locator(".option input:checked")).to_have_count(0)
    assert errors == []


def test_options_are_mixed_once_and_stay_where_they_are(lesson: Page) -> None:
    orders = set()
    for _ in range(12):
        lesson.reload()
        orders.add(tuple(item(lesson).locator("label").all_inner_texts()))
    assert len(orders) > 1
    before = item(lesson).locator("label").all_inner_texts()
    answer(item(lesson), "wrong")
    assert item(lesson).locator("label").all_inner_texts() == before
    truths = item(lesson, "true-false").locator("input").evaluate_all("found => found.map((input) => input.value)")
    assert truths == ["true", "false"]


def test_the_script_of_the_quiz_weighs_less_than_ten_kilobytes() -> None:
    scripts = [THEME / "assets/script/quiz.js", *(THEME / "assets/script/items").glob("*.js")]
    assert len(gzip.compress(b"".join(script.read_bytes() for script in scripts))) < 10_000


def test_every_item_type_has_its_file_on_each_side() -> None:
    from builder.markup.items import FORMS

    for kind in FORMS:
        assert (THEME / "assets/script/items" / f"{kind.replace('-', '_')}.js").is_file(), kind
        assert f'"items/{kind.replace("-", "_")}"' in (THEME / "partials/files.html").read_text("utf-8"), kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_check_button_stays_readable_under_the_pointer(address: str, visit: Callable[..., Visit], scheme: str) -> None:
    page = visit(f"{address}/student/en/{LESSON}", color_scheme=scheme).page
    item(page).locator(".check").hover()
    found = Axe().run(page, ".check", options={"runOnly": ["color-contrast"]}).response["violations"]
    assert found == []
