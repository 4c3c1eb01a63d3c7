"""What items become in a page before any script runs, for pupils and for teachers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from builder.markup import render
from builder.model.items import Item
from builder.model.view import View
from tests.packages.banks import bank_of, every

CHECK, BASELINE = "/// quiz\n    lesson: ask-first\n///\n", "/// quiz\n    lesson: ask-first\n    part: baseline\n///\n"


def shown(view: View, text: str = CHECK) -> BeautifulSoup:
    return BeautifulSoup(render(view, text), "html.parser")


def field(view: View, item: str) -> Tag:
    found = shown(view).select_one(f"#item-{item}")
    assert found is not None
    return found


def pupils(language: str = "en", *items: dict[str, Any]) -> View:
    view = (bank_of(items, language) if items else every(language)).view
    return replace(view, audience="student")


def item_of(view: View, wanted: str) -> Item:
    quiz = view.quiz("ask-first")
    assert quiz is not None
    return next(item for item in quiz.items if item.id == wanted)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_neither_the_letters_of_a_match_nor_the_steps_of_an_order_stand_in_the_order_of_the_key(language: str) -> None:
    view = pupils(language)
    listed = [li["data-choice"] for li in field(view, "pairs").select(".match-choices li")]
    assert sorted(listed) == ["a", "b", "c", "d"]
    assert [choice for choice in listed if choice != "d"] != ["a", "b", "c"]
    steps = [li["data-step"] for li in field(view, "steps").select(".step")]
    assert sorted(steps) == ["a", "b", "c", "d"] != steps


def test_both_languages_show_the_same_order() -> None:
    for item, attribute in (("pairs", "data-choice"), ("steps", "data-step")):
        english, korean = (
            [li[attribute] for li in field(pupils(language), item).select(f"li[{attribute}]")]
            for language in ("en", "ko")
        )
        assert english == korean


def test_spellings_that_compare_alike_are_told_once_and_the_best_is_first() -> None:
    accepted = [span.get_text() for span in field(pupils(), "word").select(".accepted")]
    assert accepted == ["consent", "a consent"]


def test_an_ending_for_which_there_is_no_line_names_an_adult() -> None:
    scenes = [
        {"id": "one", "text": "x", "choices": [
            {"id": "a", "text": "x", "goto": "end", "quality": "safe", "feedback": "x"},
            {"id": "b", "text": "y", "goto": "end", "quality": "unsafe", "feedback": "y"},
        ]},
        {"id": "end", "text": "x", "help": ["crisis", "school"]},
    ]  # fmt: skip
    view = pupils(
        "en", {"id": "s", "type": "scenario", "stem": "x", "objective": "ask", "level": "apply", "scenes": scenes}
    )
    assert view.role("crisis") is None
    help_list = field(view, "s").select_one("ul.scene-help")
    assert help_list is not None and help_list.get_text().strip() == view.word("print.scenario-adult")


def test_signs_of_html_in_a_text_stay_signs_in_options_and_names_of_buttons() -> None:
    steps = [{"id": letter, "text": f'<b>{letter}</b> "&" *x*', "feedback": "x"} for letter in "abc"]
    view = pupils("en", {"id": "s", "type": "order", "stem": "x", "objective": "ask", "level": "apply", "steps": steps})
    names = {str(button["aria-label"]) for button in field(view, "s").select("button.up")}
    assert names == {f'Move “<b>{letter}</b> "&" x” up' for letter in "abc"}


def test_the_order_of_a_scale_and_of_true_and_false_is_marked_as_fixed() -> None:
    page = shown(pupils())
    assert {str(item["data-item"]) for item in page.select("[data-fixed]")} == {"one", "claim"}
    assert [str(item["data-item"]) for item in page.select("[data-partial]")] == ["many"]


def test_what_is_asked_before_the_lesson_is_a_form_for_pupils_and_a_list_for_teachers() -> None:
    view = pupils()
    pupils_page, teachers_page = shown(view, BASELINE), shown(replace(view, audience="teacher"), BASELINE)
    asked = [item_of(view, "one").stem.replace("*", "")]
    assert [stem.get_text() for stem in pupils_page.select(".baseline form .stem")] == asked
    assert [stem.get_text() for stem in teachers_page.select(".baseline > ol .stem")] == asked
    assert pupils_page.select("input") and not teachers_page.select("input, form")
    for page in (pupils_page, teachers_page):
        assert item_of(view, "one").answers[0].feedback not in page.get_text()
