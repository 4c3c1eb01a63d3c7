"""Every page of both trees, in light and dark, on the narrowest phone and on a desktop."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.answering import answer, items
from tests.pages.conftest import Visit, pages_below

# A target counts as small when it is neither 24 px high and wide, nor a link in the middle of a sentence.
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input, label')]
  .filter((e) => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && !e.closest('.skip'))
  .filter((e) => {
    const box = e.getBoundingClientRect();
    const inText = getComputedStyle(e).display === 'inline';
    return box.width > 0 && !inText && (box.width < 24 || box.height < 24) && !e.matches('.option input, .keep input, .sure input');
  })
  .map((e) => e.outerHTML.slice(0, 120))"""

NAMED_FILES = re.compile(r'(?:src|href)="([^"]+\.(?:css|js|svg))"')

RULED = ((320, "light"), (1280, "dark"))

ONLY_FAULTS = {"preload": False, "resultTypes": ["violations"]}

NO_CONTRAST = {**ONLY_FAULTS, "rules": {"color-contrast": {"enabled": False}}}

WIDER_THAN_THE_SCREEN = "() => document.documentElement.scrollWidth > innerWidth"

TRACES = """async () => ({
  cookies: document.cookie,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  databases: (await indexedDB.databases()).length,
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_fits_the_screen_and_has_targets_for_thumbs(
    built_site: Path, address: str, visit: Callable[..., Visit], scheme: str, width: int
) -> None:
    axe = Axe()
    tab = visit(width=width, color_scheme=scheme)
    # The rules look at light and dark, and at narrow and wide; each of the four together would find the same twice. Contrast, which
    # takes most of the time, is looked at in light on Korean pages and in dark on English ones: a page and its twin have one dress.
    ruled = (width, scheme) in RULED
    elsewhere = "/en/" if scheme == "light" else "/ko/"
    faults: list[str] = []
    for name in pages_below(built_site):
        tab.page.goto(f"{address}/{name}")
        found = (
            axe.run(tab.page, options=NO_CONTRAST if elsewhere in name else ONLY_FAULTS).response["violations"]
            if ruled
            else []
        )
        faults += [f"{name}: {v['id']} at {[node['target'] for node in v['nodes'][:3]]}" for v in found]
        faults += [f"{name}: small target {target}" for target in tab.page.evaluate(SMALL_TARGETS)]
        if tab.page.evaluate(WIDER_THAN_THE_SCREEN):
            faults.append(f"{name}: wider than {width} px")
    assert faults == []


def test_no_page_asks_another_site_breaks_the_policy_or_leaves_a_trace(
    built_site: Path, address: str, visit: Callable[..., Visit]
) -> None:
    tab = visit()
    for name in pages_below(built_site):
        tab.page.goto(f"{address}/{name}")
        assert tab.page.evaluate(TRACES) == {"cookies": "", "local": [], "session": [], "workers": 0, "databases": 0}, (
            name
        )
    assert tab.complaints == []
    assert [url for url in tab.asked if not url.startswith(address)] == []


def test_a_lesson_weighs_less_than_two_thirds_of_what_the_base_theme_takes_for_any_page(built_site: Path) -> None:
    """The page with all it names, compressed, on a first visit: below 53 of the base theme's 80 KB."""
    for name in pages_below(built_site, "student"):
        if "/index" in name or name.count("/") < 3:
            continue
        page = built_site / name
        named = {page, *(page.parent / found for found in NAMED_FILES.findall(page.read_text("utf-8")))}
        weight = sum(len(gzip.compress(file.read_bytes())) for file in named)
        assert len(named) == 6, name
        assert weight < 53_000, (name, weight)


def test_pictures_of_a_page_with_everything_open_are_accessible_too(address: str, visit: Callable[..., Visit]) -> None:
    """Menu, search with results, and a quiz with an answer of each kind checked."""
    for scheme in ("light", "dark"):
        tab = visit(f"{address}/student/ko/consent/group-chat-pressure.html", color_scheme=scheme)
        page = tab.page
        for item in items(page):
            answer(item, "wrong")
            if not item.locator("details.answer[open]").count():
                item.locator("details.answer > summary").click()
        page.locator(".menu > summary").click()
        assert Axe().run(page, options=ONLY_FAULTS).response["violations"] == []
        page.keyboard.press("Escape")
        page.locator(".search-open").click()
        page.locator("#search-words").fill("사진")
        page.locator(".search-found li").first.wait_for()
        assert Axe().run(page, options=ONLY_FAULTS).response["violations"] == []


def test_pages_fit_the_screens_in_between(built_site: Path, address: str, visit: Callable[..., Visit]) -> None:
    """Every page of the phones and tablets that lie between the two widths looked at above."""
    tab = visit(width=344)
    wider = []
    for name in pages_below(built_site):
        tab.page.goto(f"{address}/{name}")
        for width in (344, 361, 390, 430, 600, 768, 1024):
            tab.page.set_viewport_size({"width": width, "height": 900})
            if tab.page.evaluate(WIDER_THAN_THE_SCREEN):
                wider.append(f"{name} at {width} px")
    assert wider == []
