"""What surrounds every page: skip link, menu, help, language, colours, the notice about old help lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from builder.handouts.kinds import kinds_of
from tests.pages.conftest import LESSON, Visit, pages_below

REFUSE_STORAGE = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
"""


def test_the_first_tab_stop_skips_to_the_content(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/en/{LESSON}").page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_pupil_opens_the_menu_with_the_keyboard_goes_to_a_lesson_and_escape_closes_it(
    address: str, visit: Callable[..., Visit], width: int
) -> None:
    page = visit(f"{address}/student/en/index.html", width=width).page
    button = page.locator(".menu > summary")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".menu-sheet")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-sheet")).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.locator(".menu-sheet a", has_text="Pressure in the group chat").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LESSON}")


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 844), (1280, 800)])
def test_every_tab_stop_of_a_lesson_can_be_seen_when_it_has_the_focus(
    address: str, visit: Callable[..., Visit], width: int, height: int
) -> None:
    """Walks the whole page with Tab: each stop is drawn, inside the screen, not below the head, and has a ring."""
    page = visit(f"{address}/student/en/{LESSON}", width=width, height=height).page
    unseen = []
    stops = 0
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body") and stops < 400:
        stops += 1
        unseen += page.evaluate(
            """() => {
              const e = document.activeElement;
              const shown = e.matches('.option input') ? e.nextElementSibling : e;
              const box = shown.getBoundingClientRect();
              const style = getComputedStyle(shown);
              const card = e.closest('.module-card, .lesson-card');
              const ring = style.outlineStyle !== 'none' || (card && getComputedStyle(card).outlineStyle !== 'none');
              const head = e.closest('.site-head, .skip') ? 0 : document.querySelector('.site-head').getBoundingClientRect().bottom;
              const seen = box.width > 0 && box.bottom > head && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return seen && ring ? [] : [e.outerHTML.slice(0, 100)];
            }"""
        )
        page.keyboard.press("Tab")
    assert stops > 40
    assert unseen == []


def test_help_is_one_tap_away_on_every_page(built_site: Path) -> None:
    for name in pages_below(built_site, "student", "en") + pages_below(built_site, "student", "ko"):
        text = (built_site / name).read_text("utf-8")
        target = text.split('class="help-now" href="', 1)[1].split('"', 1)[0]
        assert (built_site / name).parent.joinpath(target).resolve() == (
            built_site / "/".join(name.split("/")[:2]) / "get-help.html"
        ).resolve(), name


def test_no_single_key_takes_the_pupil_away(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{address}/student/en/{LESSON}").page
    for key in ("f", "s", "/", "p", "n", ",", "."):
        page.keyboard.press(key)
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.url.endswith(LESSON)


def test_the_language_switch_stays_on_the_same_page_and_comes_back(
    built_site: Path, address: str, visit: Callable[..., Visit]
) -> None:
    from bs4 import BeautifulSoup

    trees = [(audience, *pair) for audience in ("student", "teacher") for pair in (("en", "ko"), ("ko", "en"))]
    for audience, here, there in trees:
        for name in pages_below(built_site, audience, here):
            page = built_site / name
            read = BeautifulSoup(page.read_text("utf-8"), "html.parser")
            link = read.select_one(".tools > a.language")
            assert link is not None and read.html is not None and read.html["lang"] == here, name
            twin = built_site / name.replace(f"/{here}/", f"/{there}/", 1)
            assert twin.is_file() and (page.parent / str(link["href"])).resolve() == twin.resolve(), name
    tab = visit(f"{address}/student/en/{LESSON}").page
    for language in ("ko", "en"):
        tab.locator(".tools > a.language").click()
        tab.wait_for_url(f"{address}/student/{language}/{LESSON}")
        assert tab.locator("html").get_attribute("lang") == language


def test_chosen_colours_stay_and_going_back_to_the_systems_leaves_nothing_stored(
    address: str, visit: Callable[..., Visit]
) -> None:
    page = visit(f"{address}/student/en/index.html", color_scheme="light").page
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator(".menu > summary").click()
    page.locator(".scheme").click()
    expect(page.locator(".scheme")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{address}/student/en/{LESSON}")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != paper
    assert page.evaluate("Object.keys(localStorage)") == ["likeness.scheme"]
    page.locator(".menu > summary").click()
    page.locator(".scheme").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == paper
    assert page.evaluate("localStorage.length") == 0


def test_a_stored_scheme_that_is_none_is_ignored(address: str, visit: Callable[..., Visit]) -> None:
    tab = visit(
        f"{address}/student/en/index.html", before="localStorage.setItem('likeness.scheme', 'dark\"><img src=x>')"
    )
    assert tab.page.evaluate("document.documentElement.dataset.scheme") is None
    assert tab.complaints == []


def test_where_storage_is_refused_everything_still_works(address: str, visit: Callable[..., Visit]) -> None:
    tab = visit(f"{address}/student/en/{LESSON}", before=REFUSE_STORAGE)
    page = tab.page
    page.locator(".menu > summary").click()
    page.locator(".scheme").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.keyboard.press("Escape")
    first = page.locator("fieldset.item").first
    first.locator("label").first.click()
    first.locator(".check").click()
    expect(first.locator(".result")).not_to_be_empty()
    page.locator(".keep input").check()
    page.locator(".quiz-end button.clear").click()
    page.locator(".search-open").click()
    page.locator("#search-words").fill("consent")
    page.locator(".search-found a").first.wait_for()
    assert tab.complaints == []


@pytest.mark.parametrize(("days", "warned"), [(179, False), (181, True)])
def test_a_page_says_so_itself_when_its_help_lines_are_old(
    address: str, visit: Callable[..., Visit], days: int, warned: bool
) -> None:
    page = visit().page
    page.goto(f"{address}/student/en/index.html")
    checked = page.locator(".stale").get_attribute("data-checked")
    later = page.evaluate("([day, days]) => Date.parse(day) + days * 864e5", [checked, days])
    page.clock.install(time=later / 1000)
    page.goto(f"{address}/student/en/get-help.html")
    notice = page.locator(".stale")
    expect(notice).to_have_text(notice.get_attribute("data-text") or "" if warned else "")


def test_a_wrong_address_is_answered_with_a_page_that_leads_home(
    address: str, visit: Callable[..., Visit], built_site: Path
) -> None:
    text = (built_site / "student/ko/404.html").read_text("utf-8")
    assert 'href="/ko/assets/style/likeness.css"' in text
    assert 'href="/ko/index.html"' in text
    assert 'lang="ko"' in text


def test_the_foot_says_edition_dates_and_licence(address: str, visit: Callable[..., Visit]) -> None:
    foot = visit(f"{address}/student/en/index.html").page.locator(".site-foot")
    for words in ("South Korea", "Built on", "Help lines checked on", "CC BY 4.0"):
        expect(foot).to_contain_text(words)
    assert foot.locator("a").evaluate_all("links => links.map((a) => a.getAttribute('href'))") == [
        "about.html", "privacy.html", "sources.html", "glossary.html",
    ]  # fmt: skip


def test_the_teachers_pages_say_that_they_are_the_teachers_and_list_what_to_print(
    address: str, visit: Callable[..., Visit], built_site: Path
) -> None:
    page = visit(f"{address}/teacher/en/{LESSON}").page
    expect(page.locator(".badge")).to_have_text("Teacher")
    prints = page.locator(".prints a")
    expect(prints.first).to_have_attribute("download", "")
    assert prints.count() >= len(kinds_of("lesson"))
    for link in prints.evaluate_all("links => links.map((a) => a.pathname)"):
        assert (built_site / link.lstrip("/")).is_file(), link
    for language in ("en", "ko"):
        for name in pages_below(built_site, "student", language):
            assert 'class="badge"' not in (built_site / name).read_text("utf-8"), name
