"""`scenario`: a story, one scene at a time."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.pages.answering import answer, go, item, kind_of, said
from tests.pages.conftest import EVERY, Visit


def choice(story: Locator, place: int) -> Locator:
    return story.locator(".scene:visible .choice").nth(place)


def here(story: Locator) -> str:
    expect(story.locator(".scene:visible")).to_have_count(1)
    return story.locator(".scene:visible").get_attribute("data-scene") or ""


def test_a_choice_says_what_it_does_before_the_story_goes_on(quiz: Page) -> None:
    story = item(quiz, "scenario")
    assert here(story) == "start"
    expect(story.locator(".go-on:visible")).to_have_count(0)
    choice(story, 1).locator("summary").click()
    expect(choice(story, 1).locator(".feedback")).to_be_visible()
    choice(story, 0).locator("summary").click()
    expect(choice(story, 1).locator(".feedback")).to_be_hidden()
    expect(story.locator(".result")).to_be_empty()
    choice(story, 0).locator(".go-on").click()
    assert here(story) == "asked"


def test_pupil_walks_by_keyboard_and_the_focus_tells_where_the_story_is(quiz: Page) -> None:
    story = item(quiz, "scenario")
    choice(story, 1).locator("summary").focus()
    quiz.keyboard.press("Enter")
    quiz.keyboard.press("Tab")
    expect(choice(story, 1).locator(".go-on")).to_be_focused()
    quiz.keyboard.press("Enter")
    assert here(story) == "quiet"
    expect(story.locator('[data-scene="quiet"] .scene-text')).to_be_focused()
    assert "#" not in quiz.url
    quiz.keyboard.press("Tab")
    expect(choice(story, 0).locator("summary")).to_be_focused()
    story.locator(".back").focus()
    quiz.keyboard.press("Enter")
    expect(story.locator('[data-scene="start"] .scene-text')).to_be_focused()
    expect(story.locator(".back")).to_be_hidden()


def test_a_safe_way_is_right_and_its_end_names_help(quiz: Page) -> None:
    story = item(quiz, "scenario")
    answer(story)
    expect(story.locator(".scene:visible ul.scene-help a.phone")).to_have_count(2)
    assert story.locator(".scene:visible a.phone").first.get_attribute("href") == "tel:08088080"
    result = story.locator(".result")
    expect(result).to_have_attribute("data-verdict", "right")
    expect(result.locator(".verdict").first).to_have_text(said(quiz, "safe"))
    expect(story.locator(".walk")).to_be_hidden()
    expect(result).to_have_attribute("aria-live", "off")


def test_another_way_ends_with_help_too_and_can_be_walked_again_from_its_first_weak_step(quiz: Page) -> None:
    story = item(quiz, "scenario")
    go(choice(story, 2))
    go(choice(story, 0))
    expect(story.locator(".scene:visible a.phone").first).to_be_visible()
    expect(story.locator(".result")).to_have_attribute("data-verdict", "wrong")
    expect(story.locator(".result .why")).to_have_count(2)
    story.locator(".walk").click()
    assert here(story) == "start"
    expect(story.locator(".result")).to_be_empty()
    go(choice(story, 0))
    expect(story.locator(".result")).to_have_attribute("data-verdict", "right")


def test_going_back_takes_the_step_back_so_that_the_way_as_it_stands_counts(quiz: Page) -> None:
    story = item(quiz, "scenario")
    go(choice(story, 1))
    story.locator(".back").click()
    go(choice(story, 0))
    expect(story.locator(".result")).to_have_attribute("data-verdict", "right")
    for one in quiz.locator("fieldset.item").all():
        if kind_of(one) != "scenario":
            answer(one)
    expect(quiz.locator(".end-said")).to_have_text(said(quiz, "all-done"))


def test_again_begins_at_the_first_weak_step(quiz: Page) -> None:
    story = item(quiz, "scenario")
    for one in quiz.locator("fieldset.item").all():
        answer(one, "wrong" if kind_of(one) == "scenario" else "right")
    quiz.locator("button.again").click()
    expect(story).to_be_focused()
    assert here(story) == "start"
    expect(story.locator(".result")).to_be_empty()


def test_without_script_the_story_is_a_numbered_list_whose_links_lead_on(
    every: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{every}/en/{EVERY}", java_script_enabled=False).page
    story = item(page, "scenario")
    expect(story.locator(".scene:visible")).to_have_count(4)
    expect(story.locator(".back, .walk").first).to_be_hidden()
    start = story.locator('[data-scene="start"]')
    expect(start.locator(".feedback").nth(1)).to_be_hidden()
    start.locator("summary").nth(1).click()
    expect(start.locator(".feedback").nth(1)).to_be_visible()
    start.get_by_role("link", name="Go to 2").click()
    assert page.url.endswith(story.locator('[data-scene="quiet"]').get_attribute("id") or "-")
