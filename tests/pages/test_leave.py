"""*Leave this page*: for somebody who reads a help page while another person comes into the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.conftest import HELP, LESSON, Visit, pages_below

NEUTRAL = "**/*"


@pytest.fixture
def help_page(address: str, visit: Callable[..., Visit]) -> Page:
    """The help page, reached from the start page; every other site answers with a plain page of its own."""
    page = visit().page

    def elsewhere(route: object) -> None:
        if route.request.url.startswith(address):  # type: ignore[attr-defined]
            route.continue_()  # type: ignore[attr-defined]
        else:
            route.fulfill(body="<title>Weather</title><p>Sunny", content_type="text/html")  # type: ignore[attr-defined]

    page.route(NEUTRAL, elsewhere)
    page.goto(f"{address}/student/en/index.html")
    page.goto(f"{address}/student/en/{HELP}")
    return page


def assert_left(page: Page, address: str) -> None:
    """The neutral page is shown, and going back does not show the help page."""
    page.wait_for_url(lambda url: not url.startswith(address))
    expect(page.get_by_text("Sunny")).to_be_visible()
    page.go_back()
    assert page.url == f"{address}/student/en/index.html"


def test_one_press_leaves_and_back_does_not_return(help_page: Page, address: str) -> None:
    help_page.locator("a.leave").click()
    assert_left(help_page, address)


def test_shift_three_times_leaves_and_says_so_on_the_way(help_page: Page, address: str) -> None:
    link = help_page.locator("a.leave")
    help_page.keyboard.press("Shift")
    expect(help_page.locator(".leave-said")).to_have_text(link.get_attribute("data-two") or "")
    help_page.keyboard.press("Shift")
    expect(help_page.locator(".leave-said")).to_have_text(link.get_attribute("data-one") or "")
    assert help_page.locator(".leave-said").get_attribute("role") == "status"
    help_page.keyboard.press("Shift")
    assert_left(help_page, address)


def test_shift_used_for_capital_letters_or_too_slowly_does_not_leave(help_page: Page, address: str) -> None:
    for letter in "ABCD":
        help_page.keyboard.press(f"Shift+{letter}")
    help_page.keyboard.press("Shift")
    help_page.clock.install()
    help_page.clock.fast_forward(6_000)
    help_page.keyboard.press("Shift")
    expect(help_page.locator("main")).to_be_visible()
    assert help_page.url.startswith(address)


def test_leaving_clears_the_answers_of_this_device(help_page: Page, address: str) -> None:
    help_page.goto(f"{address}/student/en/{LESSON}")
    help_page.locator("fieldset.item label").first.click()
    assert help_page.evaluate("sessionStorage.length") == 1
    help_page.goto(f"{address}/student/en/{HELP}")
    help_page.locator("a.leave").click()
    help_page.wait_for_url(lambda url: not url.startswith(address))
    help_page.goto(f"{address}/student/en/index.html")
    assert help_page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_without_script_it_is_a_plain_link_before_the_content(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/ko/{HELP}", java_script_enabled=False).page
    link = page.locator("a.leave")
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith("https://")
    assert link.get_attribute("rel") == "noreferrer"
    order = page.locator("a.leave, main").evaluate_all("found => found.map((e) => e.tagName)")
    assert order == ["A", "MAIN"]


def test_it_stands_on_help_pages_only_and_their_titles_are_neutral(built_site: Path) -> None:
    for name in pages_below(built_site, "student"):
        text = (built_site / name).read_text("utf-8")
        has_button = 'class="leave"' in text
        assert has_button == ("kind-help" in text), name
        title = text.split("<title>", 1)[1].split("</title>", 1)[0].casefold()
        assert not any(word in title for word in ("sexual", "deepfake", "abuse", "성범죄", "딥페이크", "성폭력")), name
