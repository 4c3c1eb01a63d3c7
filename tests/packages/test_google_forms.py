"""A teacher pastes the script and runs it: the form asks, keys and answers as written. Google's typings hold what may be called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from builder.model.curriculum import Curriculum
from builder.packages import Bank, target_of
from builder.packages.questions import (
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.packages.nasty import nasty_bank
from tests.readers import reading

pytestmark = pytest.mark.usefixtures("readers")


def forms(banks: list[Bank]) -> list[tuple[Bank, dict[str, Any]]]:
    read = reading.apps_scripts([target_of("google-forms").write(bank).decode() for bank in banks])
    return list(zip(banks, read, strict=True))


@pytest.fixture(scope="module", params=["every", "nasty", "real"])
def made(request: pytest.FixtureRequest, curriculum: Curriculum) -> list[tuple[Bank, dict[str, Any]]]:
    if request.param == "real":
        return forms(real_banks(curriculum))
    return forms([{"every": every, "nasty": nasty_bank}[request.param](language) for language in LANGUAGES])


def test_the_compiler_has_nothing_to_say(made: list[tuple[Bank, dict[str, Any]]]) -> None:
    for _, form in made:
        assert form["complaints"] == []


def test_the_form_is_a_quiz_that_asks_for_no_name_and_no_address(made: list[tuple[Bank, dict[str, Any]]]) -> None:
    for bank, form in made:
        assert form["form"]["title"] == bank.title
        assert form["form"]["isQuiz"] is True
        assert form["form"]["collectEmail"] is False
        assert not [item for item in form["items"] if item.get("required")]


def test_every_question_keys_and_answers_as_written(made: list[tuple[Bank, dict[str, Any]]]) -> None:
    for bank, form in made:
        items = iter(form["items"])
        for question in bank.questions:
            hold(question, items)
        assert next(items, None) is None


def hold(question: AnyQuestion, items: Iterator[dict[str, Any]]) -> None:
    """Takes the items of a question from the form and holds them to it."""
    match question:
        case ChoiceQuestion():
            hold_choice(question, next(items))
        case MatchQuestion():
            for pair in question.pairs:
                item = next(items)
                assert right_of(item) == [pair.right.text]
                assert pair.left.text in item["title"]
                assert pair.feedback.text in item["feedbackForIncorrect"]
        case OrderQuestion():
            lists = [next(items) for _ in question.steps]
            for place, step in enumerate(question.steps, 1):
                item = next(found for found in lists if found["title"].endswith(step.said.text))
                assert right_of(item) == [str(place)]
                assert step.feedback.text in item["feedbackForCorrect"]
        case ShortQuestion():
            item = next(items)
            assert item["kind"] == "TextItem"
            assert all(spelling in item["generalFeedback"] for spelling in question.accept)
        case OpenQuestion():
            item = next(items)
            assert (item["kind"], item["points"]) == ("ParagraphTextItem", 0)
            assert all(pointer.text in item["generalFeedback"] for pointer in question.pointers)


def hold_choice(question: ChoiceQuestion, item: dict[str, Any]) -> None:
    assert item["kind"] == ("CheckboxItem" if question.many else "MultipleChoiceItem")
    assert item["title"] == question.stem.text
    assert item["choices"] == [{"value": a.said.text, "right": a.right} for a in question.answers]
    for answer in question.answers:
        assert answer.feedback.text in item[f"feedbackFor{'Correct' if answer.right else 'Incorrect'}"]
    assert not question.note or question.note.text in item["helpText"]


def right_of(item: dict[str, Any]) -> list[str]:
    assert item["kind"] == "ListItem"
    return [choice["value"] for choice in item["choices"] if choice["right"]]


def test_the_steps_of_an_order_are_not_shown_in_their_order() -> None:
    ((_, form),) = forms([every("en")])
    steps = [item["title"] for item in form["items"] if "Which place" in item["title"]]
    places = [
        next(int(c["value"]) for c in item["choices"] if c["right"]) for item in form["items"] if item["title"] in steps
    ]
    assert places != sorted(places)
