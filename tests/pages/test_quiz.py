"""The self-check, as pupils meet it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.pages.answering import Verdict, answer, feedback, item, items, key, kind_of
from tests.pages.conftest import EVERY, Visit

THEME = Path(__file__).resolve().parents[2] / "builder" / "site" / "theme"


def options(item: Locator, verdict: Verdict) -> list[Locator]:
    """The labels of the item's right or wrong options."""
    return [item.locator(f'input[value="{identity}"] + label') for identity in key(item, verdict)]


def why(item: Locator, verdict: Verdict) -> str:
    return feedback(item, key(item, verdict)[0])


def test_pupil_reads_why_the_chosen_option_is_wrong_and_chooses_again(quiz: Page) -> None:
    first = item(quiz)
    answer(first, "wrong")
    result = first.locator(".result")
    expect(result).to_have_attribute("data-verdict", "wrong")
    expect(result).to_contain_text(why(first, "wrong"))
    expect(result).not_to_contain_text(why(first, "right"))
    answer(first, "right")
    expect(result).to_have_attribute("data-verdict", "right")
    expect(result).to_contain_text(why(first, "right"))
    expect(result).to_contain_text(first.locator(".explain").first.text_content() or "")


def test_pupil_who_found_some_of_several_right_answers_is_told_that_some_are_missing(quiz: Page) -> None:
    several = item(quiz, "multi")
    options(several, "right")[0].click()
    several.locator(".check").click()
    expect(several.locator(".verdict").first).to_have_text(quiz.locator("form.quiz").get_attribute("data-more") or "")
    answer_rest = options(several, "right")[1:]
    for label in answer_rest:
        label.click()
    several.locator(".check").click()
    expect(several.locator(".result")).to_have_attribute("data-verdict", "right")


def test_nothing_is_judged_before_check_is_pressed(quiz: Page) -> None:
    first = item(quiz)
    first.locator("input").first.focus()
    for _ in range(3):
        quiz.keyboard.press("ArrowDown")
    quiz.keyboard.press("Enter")
    expect(first.locator("input:checked")).to_have_count(1)
    expect(first.locator(".result")).to_be_empty()
    expect(first.locator("input").first).to_be_enabled()
    assert quiz.url.endswith(EVERY), "Enter must not send the form"


def test_pupil_answers_with_the_keyboard_alone(quiz: Page) -> None:
    first = quiz.locator("#item-best-ask")
    first.locator("input").first.focus()
    quiz.keyboard.press("Space")
    quiz.keyboard.press("Tab")
    expect(first.locator(".check")).to_be_focused()
    quiz.keyboard.press("Enter")
    expect(first.locator(".result")).not_to_be_empty()
    expect(first.locator(".check")).to_be_focused()
    quiz.keyboard.press("Tab")
    expect(first.locator("details.answer > summary")).to_be_focused()


def test_check_without_a_choice_asks_for_one(quiz: Page) -> None:
    first = item(quiz)
    first.locator(".check").click()
    expect(first.locator(".result")).to_have_text(quiz.locator("form.quiz").get_attribute("data-choose") or "")
    expect(first.locator("details.answer")).to_be_hidden()


def test_the_place_for_the_result_is_announced_politely_and_stands_there_before_it_is_filled(quiz: Page) -> None:
    for result in quiz.locator(".result").all():
        assert result.get_attribute("role") == "status"
        assert result.text_content() == ""


def test_at_the_end_only_what_went_wrong_comes_again_and_no_score_is_shown(quiz: Page) -> None:
    everything = items(quiz)
    wrong = [one for one in everything if kind_of(one) != "reflect"][:2]
    for one in everything:
        answer(one, "wrong" if one in wrong else "right")
    said = quiz.locator(".end-said")
    expect(said).to_have_text((quiz.locator("form.quiz").get_attribute("data-look-many") or "").replace("{n}", "2"))
    assert not re.search(r"%|\d+\s*/\s*\d+|score", said.inner_text())
    quiz.locator(".again").click()
    expect(quiz.locator("fieldset.item:visible")).to_have_count(2)
    expect(wrong[0]).to_be_focused()
    for one in wrong:
        answer(one, "right")
    expect(said).to_have_text(quiz.locator("form.quiz").get_attribute("data-all-done") or "")
    expect(quiz.locator(".again")).to_be_hidden()


def test_pupil_skips_a_question_that_is_too_close_and_is_not_asked_it_again(quiz: Page) -> None:
    close = quiz.locator("fieldset:has(.skip-item)").first
    expect(close.locator(".item-help a.phone")).to_be_visible()
    close.locator(".skip-item").click()
    expect(close.locator(".result")).to_have_text(quiz.locator("form.quiz").get_attribute("data-skipped") or "")
    for one in items(quiz):
        if one.get_attribute("id") != close.get_attribute("id"):
            answer(one, "right")
    expect(quiz.locator(".end-said")).to_have_text(quiz.locator("form.quiz").get_attribute("data-all-done") or "")


def test_a_reload_does_not_lose_the_answers_and_clear_forgets_them(quiz: Page) -> None:
    first = item(quiz)
    answer(first, "wrong")
    quiz.reload()
    expect(item(quiz).locator(".result")).to_have_attribute("data-verdict", "wrong")
    quiz.locator(".quiz-end button.clear").click()
    expect(item(quiz).locator(".result")).to_be_empty()
    expect(quiz.locator(".option input:checked")).to_have_count(0)
    assert quiz.evaluate("sessionStorage.length + localStorage.length") == 0
    quiz.reload()
    expect(quiz.locator(".option input:checked")).to_have_count(0)


def test_the_next_pupil_at_this_screen_does_not_see_the_answers_by_going_back(quiz: Page, every: str) -> None:
    answer(item(quiz), "wrong")
    quiz.goto(f"{every}/en/index.html")
    quiz.go_back()
    expect(quiz.locator("form.quiz .quiz-end")).to_be_visible()
    expect(quiz.locator(".option input:checked")).to_have_count(0)
    expect(item(quiz).locator(".result")).to_be_empty()
    assert quiz.evaluate("sessionStorage.length") == 0


def test_pupil_may_choose_to_keep_the_answers_and_to_forget_them_again(quiz: Page, every: str) -> None:
    answer(item(quiz), "right")
    assert quiz.evaluate("localStorage.length") == 0
    quiz.locator(".keep input").check()
    quiz.goto(f"{every}/en/index.html")
    quiz.goto(f"{every}/en/{EVERY}")
    expect(item(quiz).locator(".result")).to_have_attribute("data-verdict", "right")
    expect(quiz.locator(".keep input")).to_be_checked()
    quiz.locator(".keep input").uncheck()
    assert quiz.evaluate("localStorage.length") == 0


def test_stored_answers_that_somebody_tampered_with_do_no_harm(quiz: Page, every: str) -> None:
    form = quiz.locator("form.quiz").get_attribute("id")
    quiz.evaluate(
        """(form) => localStorage.setItem('likeness.answers:' + location.pathname + '#' + form,
             JSON.stringify({'scale': {chosen: ['"]<img src=x>', 7], first: '<b>', checked: true}, other: null}))""",
        form,
    )
    quiz.goto(f"{every}/en/index.html")
    errors: list[str] = []
    quiz.on("pageerror", lambda error: errors.append(str(error)))
    quiz.goto(f"{every}/en/{EVERY}")
    expect(quiz.locator(".quiz-end")).to_be_visible()
    expect(quiz.locator(".option input:checked")).to_have_count(0)
    assert errors == []


def test_options_are_mixed_once_and_stay_where_they_are(quiz: Page) -> None:
    asked = quiz.locator("#item-best-ask")
    orders = set()
    for _ in range(12):
        quiz.reload()
        orders.add(tuple(asked.locator("label").all_inner_texts()))
    assert len(orders) > 1
    before = asked.locator("label").all_inner_texts()
    answer(asked, "wrong")
    assert asked.locator("label").all_inner_texts() == before


def test_what_has_an_order_of_its_own_keeps_it(quiz: Page) -> None:
    for _ in range(8):
        quiz.reload()
        scale = quiz.locator("#item-scale .option input").evaluate_all("found => found.map((input) => input.value)")
        claim = quiz.locator("#item-silence .option input").evaluate_all("found => found.map((input) => input.value)")
        assert (scale, claim) == (["a", "b", "c"], ["true", "false"])


def test_the_script_of_the_quiz_weighs_less_than_ten_kilobytes() -> None:
    scripts = [THEME / "assets/script/quiz.js", *(THEME / "assets/script/items").glob("*.js")]
    assert len(gzip.compress(b"".join(script.read_bytes() for script in scripts))) < 10_000


def test_every_item_type_has_its_file_on_each_side() -> None:
    from builder.markup.items import FORMS

    for kind in FORMS:
        assert (THEME / "assets/script/items" / f"{kind.replace('-', '_')}.js").is_file(), kind
        assert f'"items/{kind.replace("-", "_")}"' in (THEME / "partials/files.html").read_text("utf-8"), kind


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_check_button_stays_readable_under_the_pointer(every: str, visit: Callable[..., Visit], scheme: str) -> None:
    page = visit(f"{every}/en/{EVERY}", color_scheme=scheme).page
    item(page).locator(".check").hover()
    found = Axe().run(page, ".check", options={"runOnly": ["color-contrast"]}).response["violations"]
    assert found == []
