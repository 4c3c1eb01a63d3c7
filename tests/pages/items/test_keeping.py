"""What a pupil answered comes back after a reload, goes away when cleared, and is kept only where it may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.pages.answering import Verdict, answer, answer_all, fill, item, items, key, kind_of, said, steps
from tests.pages.conftest import EVERY, Visit
from tests.pages.test_frame import REFUSE_STORAGE


def everything_chosen(page: Page) -> dict[str, Any]:
    """What stands in every control of the self-check, and what is said of it."""
    found: dict[str, Any] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("fieldset.item")].map((field) => [field.dataset.item, [
          [...field.querySelectorAll(".option input:checked")].map((input) => input.value).sort(),
          [...field.querySelectorAll(".pair select")].map((select) => select.value),
          [...field.querySelectorAll(".step")].map((step) => field.querySelector(".result:empty") ? "" : step.dataset.step),
          [...field.querySelectorAll(".short input")].map((input) => input.value),
          [...field.querySelectorAll(".scene:not([hidden])")].map((scene) => scene.dataset.scene),
          field.querySelector(".result").dataset.verdict || ""]]))"""
    )
    return found


@pytest.mark.parametrize("verdict", ["right", "wrong"])
def test_a_reload_brings_every_answer_back_and_clear_takes_every_answer_away(quiz: Page, verdict: Verdict) -> None:
    untouched = everything_chosen(quiz)
    answer_all(quiz, verdict)
    before = everything_chosen(quiz)
    quiz.reload()
    expect(quiz.locator(".end-said")).not_to_be_empty()
    assert everything_chosen(quiz) == before
    quiz.locator(".quiz-end .clear").click()
    assert everything_chosen(quiz) == untouched
    quiz.reload()
    assert everything_chosen(quiz) == untouched


def test_an_answer_that_was_changed_after_its_check_comes_back_unjudged(quiz: Page) -> None:
    for one in items(quiz):
        if kind_of(one) not in ("scenario", "reflect"):
            answer(one, "right")
            fill(one, "wrong")
    quiz.reload()
    expect(quiz.locator(".quiz-end")).to_be_visible()
    assert [verdict for *_, verdict in everything_chosen(quiz).values() if verdict] == []


@pytest.mark.parametrize(
    "state",
    [
        7, [], "x", None, {"chosen": 3}, {"chosen": [1, None, {}]}, {"chosen": ["a", "a", "__proto__", "<b>"], "checked": True},
        {"chosen": ["a.zz", "zz.a", "a", "start.zz", "start.b.c", "x" * 5000], "checked": True, "first": "right", "before": {"x": 1}},
        {"chosen": ["e", "d", "c", "b", "b"], "checked": True, "first": "constructor", "before": ["<img>", 3]},
    ],
)  # fmt: skip
def test_stored_values_that_fit_nothing_are_left_out(quiz: Page, every: str, state: Any) -> None:
    quiz.evaluate(
        """(state) => localStorage.setItem('likeness.answers:' + location.pathname + '#quiz-ask-first', JSON.stringify(
          Object.fromEntries([...document.querySelectorAll("fieldset.item")].map((field) => [field.dataset.item, state]))))""",
        state,
    )
    quiz.goto(f"{every}/en/index.html")
    errors: list[str] = []
    quiz.on("pageerror", lambda error: errors.append(str(error)))
    quiz.goto(f"{every}/en/{EVERY}")
    expect(quiz.locator(".quiz-end")).to_be_visible()
    assert errors == []
    expect(quiz.locator(".scene:visible")).to_have_attribute("data-scene", "start")
    expect(quiz.locator(".pair select").first).to_have_value("")
    assert sorted(steps(item(quiz, "order"))) == sorted(key(item(quiz, "order")))


def test_where_storage_is_refused_everything_works_and_nothing_complains(
    every: str, visit: Callable[..., Visit]
) -> None:
    tab = visit(f"{every}/en/{EVERY}", before=REFUSE_STORAGE)
    tab.page.locator(".before label").first.click()
    answer_all(tab.page, "right")
    tab.page.locator(".keep input").check()
    expect(tab.page.locator(".end-said")).to_have_text(said(tab.page, "all-done"))
    tab.page.locator(".quiz-end .clear").click()
    assert tab.complaints == []


def test_a_pupil_may_say_how_sure_and_it_is_kept_nowhere(quiz: Page, every: str) -> None:
    word = item(quiz, "short")
    word.get_by_role("radio", name="Very sure").check()
    word.locator(".check").click()
    expect(word.locator(".result")).to_have_text(said(quiz, "write"))
    answer(word, "wrong")
    expect(word.locator(".result")).to_contain_text(said(quiz, "sure-wrong"))
    word.get_by_role("radio", name="Not sure").check()
    expect(word.locator(".result")).to_contain_text(said(quiz, "sure-wrong"))
    answer(word, "right")
    expect(word.locator(".result")).to_contain_text(said(quiz, "unsure-right"))
    quiz.locator(".keep input").check()
    assert "sure" not in quiz.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    quiz.reload()
    expect(word.locator(".result")).to_have_attribute("data-verdict", "right")
    expect(quiz.locator(".sure input:checked")).to_have_count(0)
