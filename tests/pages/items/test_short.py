"""`short`: a word that is typed, compared in the browser as in the builder."""

from __future__ import annotations

import sys
import unicodedata

from playwright.sync_api import Page, expect

from builder.model.items.short import compared
from tests.pages.answering import feedback, item, said

SPELLINGS = (
    "consent", "Consent.", "  CONSENT !", "“consent”", "giving  consent", "Einverständnis", "EINVERSTÄNDNIS", "Einversta\u0308ndnis",
    "Straße", "STRASSE", "STRAẞE", "ſtop", "ΛΌΓΟΣ", "λόγος", "İstanbul", "ılık", "ILIK", "ﬁnd", "ŉ", "ǰ", "동의", "동 의", "‘동의’…",
    unicodedata.normalize("NFD", "동의하기"), "ㄷㅗㅇ", "「동의」", "ＡＢＣ", "a\u3000b", "a\u200bb", "\ufeffa", "a\x85b", "\x1ca", "...", "", "?!",
    "it's", "don’t.", "3.5", "=1+1", "👩‍👩‍👧", "Ǆ", "ǅ", "ΐ", "ᾳ", "ÅNGSTRÖM", "A\u030angstro\u0308m", "𐐀", "a.b", ".a.",
)  # fmt: skip
"""Every way in which spellings of one word differ, and some in which two words do."""

CHEROKEE = {*range(0x13A0, 0x13FE), *range(0xAB70, 0xABC0)}
"""Python folds these to capitals, the browser to small letters; both tell the same spellings apart."""


def in_browser(page: Page, texts: list[str]) -> list[str]:
    found: list[str] = page.evaluate("(texts) => texts.map(likeness.compared)", texts)
    return found


def test_browser_and_builder_compare_spellings_alike(quiz: Page) -> None:
    assert in_browser(quiz, list(SPELLINGS)) == [compared(text) for text in SPELLINGS]


def test_browser_and_builder_agree_on_every_character_there_is(quiz: Page) -> None:
    signs = [
        chr(code)
        for code in range(sys.maxunicode + 1)
        if code not in CHEROKEE and unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
    ]
    found = in_browser(quiz, [f"a{sign}b" for sign in signs])
    differ = [f"U+{ord(s):04X}" for s, text in zip(signs, found, strict=True) if text != compared(f"a{s}b")]
    assert differ == []


def test_capital_and_small_cherokee_are_one_word_to_both(quiz: Page) -> None:
    pairs = ("\u13a0\u13a1", "\uab70\uab71")
    assert len(set(in_browser(quiz, list(pairs)))) == len({compared(text) for text in pairs}) == 1


def test_enter_checks_the_word_and_goes_nowhere(quiz: Page) -> None:
    word = item(quiz, "short")
    field = word.get_by_role("textbox", name="Your answer")
    field.fill(" CONSENT. ")
    before = quiz.url
    field.press("Enter")
    result = word.locator(".result")
    expect(result).to_have_attribute("data-verdict", "right")
    expect(result).to_contain_text(feedback(word, "right"))
    expect(field).to_be_focused()
    assert quiz.url == before
    field.blur()
    expect(result).to_have_attribute("data-verdict", "right")


def test_the_enter_that_ends_a_korean_syllable_is_no_check(quiz: Page) -> None:
    field = item(quiz, "short").locator(".short input")
    field.fill("동")
    field.evaluate(
        "(f) => f.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    expect(item(quiz, "short").locator(".result")).to_be_empty()


def test_arrow_keys_and_typing_check_nothing_and_typing_on_takes_the_result_away(quiz: Page) -> None:
    word = item(quiz, "short")
    field = word.locator(".short input")
    field.press_sequentially("zzz")
    for name in ("ArrowLeft", "ArrowUp", "ArrowDown", "Home"):
        field.press(name)
    expect(word.locator(".result")).to_be_empty()
    field.press("Enter")
    expect(word.locator(".result .verdict")).to_have_text(said(quiz, "short"))
    expect(word.locator(".result")).to_contain_text(feedback(word, "wrong"))
    field.press_sequentially("y")
    expect(word.locator(".result")).to_be_empty()


def test_an_empty_field_is_asked_for_a_word(quiz: Page) -> None:
    word = item(quiz, "short")
    word.locator(".short input").fill("   ")
    word.locator(".check").click()
    expect(word.locator(".result")).to_have_text(said(quiz, "write"))


def test_the_browser_neither_fills_in_nor_corrects_the_field(quiz: Page) -> None:
    field = item(quiz, "short").locator(".short input")
    for attribute, value in {
        "autocomplete": "off",
        "spellcheck": "false",
        "autocapitalize": "none",
        "lang": "en",
    }.items():
        expect(field).to_have_attribute(attribute, value)
