"""`order`: two buttons for every step."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.pages.answering import answer, feedback, item, key, said, steps
from tests.pages.conftest import EVERY, Visit


def text_of(page: Page, step: str) -> str:
    return item(page, "order").locator(f'[data-step="{step}"] .step-text').inner_text()


def test_a_step_is_moved_with_the_keyboard_the_move_is_said_and_the_focus_stays(quiz: Page) -> None:
    order = item(quiz, "order")
    middle = steps(order)[2]
    order.get_by_role("button", name=f"Move “{text_of(quiz, middle)}” up").focus()
    quiz.keyboard.press("Enter")
    assert steps(order)[1] == middle
    moved = order.locator(".moved")
    expect(moved).to_have_text(f"“{text_of(quiz, middle)}” is now 2 of 5.")
    expect(moved).to_have_attribute("role", "status")
    expect(order.locator(f'[data-step="{middle}"] .up')).to_be_focused()
    quiz.keyboard.press("Space")
    assert steps(order)[0] == middle
    expect(order.locator(f'[data-step="{middle}"] .up')).to_be_disabled()
    expect(order.locator(f'[data-step="{middle}"] .down')).to_be_focused()


def test_a_step_moved_to_the_bottom_leaves_the_focus_on_its_other_button(quiz: Page) -> None:
    order = item(quiz, "order")
    before_last = steps(order)[3]
    order.locator(f'[data-step="{before_last}"] .down').focus()
    quiz.keyboard.press("Enter")
    assert steps(order)[4] == before_last
    expect(order.locator(f'[data-step="{before_last}"] .up')).to_be_focused()


def test_nothing_is_judged_before_something_was_moved(quiz: Page) -> None:
    order = item(quiz, "order")
    order.locator(".check").click()
    expect(order.locator(".result")).to_have_text(said(quiz, "move"))


def test_the_order_shown_at_first_is_never_the_right_one_and_changes(quiz: Page) -> None:
    orders = set()
    for _ in range(12):
        quiz.reload()
        assert steps(item(quiz, "order")) != key(item(quiz, "order"))
        orders.add(tuple(steps(item(quiz, "order"))))
    assert len(orders) > 1


def test_pupil_reads_which_steps_have_to_move_and_why_the_others_stand(quiz: Page) -> None:
    order = item(quiz, "order")
    answer(order, "wrong")
    first, *others = key(order)
    result = order.locator(".result")
    expect(result.locator(".verdict.wrong", has_text=said(quiz, "must-move"))).to_have_count(1)
    expect(result.locator(".why").last).to_contain_text(text_of(quiz, first))
    expect(result).not_to_contain_text(feedback(order, first))
    for step in others:
        expect(result).to_contain_text(feedback(order, step))
    answer(order)
    expect(result).to_have_attribute("data-verdict", "right")
    expect(result).to_contain_text(feedback(order, first))


def test_a_reversed_order_says_of_no_step_that_it_stands(quiz: Page) -> None:
    order = item(quiz, "order")
    for place, step in enumerate(reversed(key(order))):
        while steps(order).index(step) > place:
            order.locator(f'[data-step="{step}"] .up').click()
    order.locator(".check").click()
    expect(order.locator(".result .verdict", has_text=said(quiz, "must-move"))).to_have_count(5)


def test_clear_puts_the_steps_back_as_they_were_asked(quiz: Page) -> None:
    order = item(quiz, "order")
    asked = steps(order)
    answer(order)
    quiz.locator(".quiz-end button.clear").click()
    assert steps(order) == asked
    order.locator(".check").click()
    expect(order.locator(".result")).to_have_text(said(quiz, "move"))


def test_without_script_every_step_has_a_place_to_choose_and_the_order_is_no_help(
    every: str, visit: Callable[..., Visit]
) -> None:
    order = item(visit(f"{every}/en/{EVERY}", java_script_enabled=False).page, "order")
    assert steps(order) != key(order)
    expect(order.locator(".step button:visible")).to_have_count(0)
    place = order.get_by_role("combobox", name="Post what is left.")
    place.select_option("5")
    expect(place).to_have_value("5")
