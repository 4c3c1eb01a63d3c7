"""`match`: a select for every line."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.pages.answering import answer, feedback, fitting, item, said


def wrong_for(page: Page, pair: str) -> str:
    """A choice that is some other pair's."""
    return next(fitting(item(page, "match"), other) for other in "ad" if other != pair)


def pick(page: Page, pair: str, choice: str) -> None:
    item(page, "match").locator(f'[data-pair="{pair}"] select').select_option(choice)


def test_pupil_reads_for_each_line_whether_it_fits_and_why(quiz: Page) -> None:
    match = item(quiz, "match")
    pick(quiz, "a", fitting(match, "a"))
    pick(quiz, "b", "e")
    pick(quiz, "c", wrong_for(quiz, "c"))
    pick(quiz, "d", fitting(match, "d"))
    match.locator(".check").click()
    rows = match.locator(".result .why")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text(feedback(match, "a"))
    expect(rows.nth(1)).to_contain_text(feedback(match, "e"))
    expect(rows.nth(1).locator(".verdict")).to_have_text(said(quiz, "misfit"))
    for pair in ("b", "c"):
        expect(match.locator(".result")).not_to_contain_text(feedback(match, pair))
    expect(match.locator(".result > .verdict")).to_have_text(said(quiz, "partly"))


def test_a_text_that_fits_two_lines_is_one_choice_and_fits_both(quiz: Page) -> None:
    match = item(quiz, "match")
    texts = match.locator(".match-choices li").all_inner_texts()
    assert len(texts) == len(set(texts)) == 4
    assert fitting(match, "b") == fitting(match, "c")
    answer(match)
    expect(match.locator(".result")).to_have_attribute("data-verdict", "right")


def test_every_line_must_have_a_letter_before_anything_is_judged(quiz: Page) -> None:
    match = item(quiz, "match")
    pick(quiz, "a", "e")
    match.locator(".check").click()
    expect(match.locator(".result")).to_have_text(said(quiz, "each"))
    expect(match.locator("details.answer")).to_be_hidden()


def test_letters_of_the_list_are_those_of_the_selects_and_change_from_load_to_load(quiz: Page) -> None:
    orders = set()
    for _ in range(8):
        quiz.reload()
        listed = item(quiz, "match").locator(".match-choices li").all_inner_texts()
        offered = item(quiz, "match").locator(".pair").first.locator("option").all_inner_texts()
        assert offered[1:] == [f"{letter}. {text}" for letter, text in zip("ABCD", listed, strict=True)]
        orders.add(tuple(listed))
    assert len(orders) > 1


def test_again_asks_only_the_lines_that_were_wrong(quiz: Page) -> None:
    match = item(quiz, "match")
    for one in quiz.locator("fieldset.item").all():
        if one.get_attribute("data-type") != "match":
            answer(one)
    for pair in "acd":
        pick(quiz, pair, fitting(match, pair))
    pick(quiz, "b", "e")
    match.locator(".check").click()
    quiz.locator("button.again").click()
    expect(match.locator(".pair:visible")).to_have_count(1)
    expect(match.locator('[data-pair="b"] select')).to_have_value("")
    pick(quiz, "b", fitting(match, "b"))
    match.locator(".check").click()
    expect(quiz.locator(".end-said")).to_have_text(said(quiz, "all-done"))


def test_arrow_keys_in_a_select_check_nothing(quiz: Page) -> None:
    match = item(quiz, "match")
    match.locator("select").first.focus()
    for _ in range(3):
        quiz.keyboard.press("ArrowDown")
    quiz.keyboard.press("Enter")
    quiz.keyboard.press("Escape")
    expect(match.locator(".result")).to_be_empty()


def test_each_select_is_named_by_its_line(quiz: Page) -> None:
    expect(item(quiz, "match").get_by_role("combobox", name="A free yes")).to_have_count(1)
    expect(item(quiz, "match").get_by_role("combobox", name='"Who will see it?"')).to_have_count(1)
