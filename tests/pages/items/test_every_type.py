"""What holds for every item type: it can be read, reached, restored, skipped, printed, and leaves no trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from builder.markup.items import FORMS
from tests.pages.answering import TYPES, Verdict, answer, answer_all, fill, item, items, kind_of, said, steps
from tests.pages.conftest import EVERY, Visit, pages_below
from tests.pages.test_every_page import ONLY_FAULTS, WIDER_THAN_THE_SCREEN

SMALL_FOR_THUMBS = """() => [...document.querySelectorAll(
    '.quiz :is(button, summary, select, textarea, .option label, .sure label, .short input, .go-on, .scene-help a), .before :is(label, button)')]
  .filter((e) => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  .filter((e) => { const box = e.getBoundingClientRect(); return box.width > 0 && (box.width < 44 || box.height < 43.5); })
  .map((e) => e.outerHTML.slice(0, 120))"""

STATES: dict[str, Verdict | None] = {"untouched": None, "wrong": "wrong", "right": "right"}


def open_everything(page: Page) -> None:
    """Opens every hint and answer that can be seen."""
    for summary in page.locator("details > summary:visible").all():
        if not summary.evaluate("(summary) => summary.parentElement.open"):
            summary.click()


def test_the_fixture_and_the_builder_know_the_same_types(quiz: Page) -> None:
    assert set(FORMS) == set(TYPES) == {kind_of(one) for one in items(quiz)}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "width"), [("en", 320), ("ko", 1280)])
def test_it_is_accessible_fits_the_screen_and_has_targets_for_thumbs(
    every: str, visit: Callable[..., Visit], language: str, width: int, state: str
) -> None:
    tab = visit(f"{every}/{language}/{EVERY}", width=width)
    page = tab.page
    if verdict := STATES[state]:
        page.locator(".before label").first.click()
        answer_all(page, verdict)
    if verdict == "right":
        open_everything(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, "form", options=ONLY_FAULTS).response["violations"]
        assert [(v["id"], [node["target"] for node in v["nodes"][:3]]) for v in found] == [], scheme
    assert page.evaluate(SMALL_FOR_THUMBS) == []
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    assert tab.complaints == []


def test_every_sensitive_item_can_be_skipped_with_help_in_reach(quiz: Page) -> None:
    close = quiz.locator("fieldset.item:has(.skip-item)").all()
    assert {kind_of(one) for one in close} == {"single", "scenario", "reflect"}
    for one in close:
        expect(one.locator(".item-help a.phone")).to_be_visible()
        fill(one, "wrong")
        one.locator(".skip-item").click()
        expect(one.locator(".result")).to_have_text(said(quiz, "skipped"))
        expect(one.locator(".result")).not_to_have_attribute("aria-live", "off")


def test_a_printed_page_asks_every_question_and_holds_no_answer(every: str, visit: Callable[..., Visit]) -> None:
    """The same words are on paper whether everything was answered and opened, or nothing was."""
    page = visit(f"{every}/en/{EVERY}").page
    stems = page.locator("fieldset.item .stem").all_text_contents()
    feedback = [text for text in page.locator("form.quiz .feedback").all_text_contents() if len(text) > 12]
    asked = steps(item(page, "order"))
    untouched = _printed(page)
    answer_all(page, "right")
    open_everything(page)
    assert steps(item(page, "order")) != asked
    answered = _printed(page)
    assert [stem for stem in stems if stem[:40] not in answered] == []
    assert [text for text in feedback if text[:40] in answered] == []
    for words in (
        "Something to think about",
        "Clear my answers",
        "This helps most",
        "How sure",
        "Somebody who listens",
    ):
        assert words not in answered, words
    assert answered == untouched


def _printed(page: Page) -> str:
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())


def test_the_pages_are_parsed_without_an_error_and_ids_are_unique(every_site: Path) -> None:
    for name in pages_below(every_site):
        text = (every_site / name).read_text("utf-8")
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        assert parser.errors == [], name
        page = BeautifulSoup(text, "html.parser")
        ids = Counter(str(element["id"]) for element in page.find_all(id=True))
        assert [identity for identity, count in ids.items() if count > 1] == [], name
        for attribute in ("for", "aria-describedby"):
            assert [e for e in page.find_all(attrs={attribute: True}) if e[attribute] not in ids] == [], name
        for link in page.select('form a[href^="#"]'):
            assert str(link["href"])[1:] in ids, name
        for field in page.select("fieldset.item :is(input:not(.sure input), select, textarea)"):
            label = page.select_one(f'label[for="{field["id"]}"]')
            assert label is not None and label.get_text(strip=True), name


def test_search_finds_no_answer(every_site: Path) -> None:
    for language, words in {"en": "giving consent", "ko": "동의하기"}.items():
        found = (every_site / "student" / language / "search/words.js").read_text("utf-8")
        assert words not in found
        page = BeautifulSoup((every_site / "student" / language / EVERY).read_text("utf-8"), "html.parser")
        for feedback in page.select("form.quiz .feedback"):
            assert feedback.get_text() not in found


def test_roles_and_names_of_every_type(quiz: Page) -> None:
    """What a screen reader is told, from the browser's own accessibility tree."""
    expect(item(quiz, "single")).to_match_aria_snapshot(
        """- group /1 How often do you ask before you post/:
            - group: A hint
            - radio "Each time"
            - text: Each time
            - radio "Only with people I hardly know"
            - text: Only with people I hardly know
            - radio "When I feel like it"
            - text: When I feel like it
            - group "How sure are you? You need not say.":
              - radio "Not sure"
              - radio "Fairly sure"
              - radio "Very sure"
            - button "Check"
            - status"""
    )
    expect(item(quiz, "match").get_by_role("combobox")).to_have_count(4)
    expect(item(quiz, "order").get_by_role("listitem")).to_have_count(5)
    expect(item(quiz, "order").get_by_role("button", name="Move “Post what is left.” up")).to_have_count(1)
    expect(item(quiz, "scenario").get_by_role("listitem")).to_have_count(1)
    expect(item(quiz, "reflect").get_by_role("textbox", name="Your thoughts")).to_have_count(1)
    for one in items(quiz):
        stem = one.locator(".stem").inner_text()
        expect(one).to_have_role("group")
        assert stem in (one.evaluate("(field) => field.querySelector('legend').innerText") or "")


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in ("scenario", "reflect")])
def test_the_result_of_every_type_is_announced_politely(quiz: Page, kind: str) -> None:
    one = item(quiz, kind)
    answer(one, "wrong")
    expect(
        one.get_by_role("status").filter(
            has_text=said(quiz, "partly" if kind in ("match", "order") else "short" if kind == "short" else "wrong")
        )
    ).to_have_count(1)
    expect(one.locator(".result")).not_to_have_attribute("aria-live", "assertive")
