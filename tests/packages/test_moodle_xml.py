"""A teacher imports the file into Moodle: every item asks, marks and answers as it was written.

No foreign program that reads Moodle XML can be had from a registry; `moodle.py` is our own reading of Moodle's rules.
"""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from builder.packages import Bank, target_of
from builder.packages.questions import ChoiceQuestion, MatchQuestion, OpenQuestion
from builder.packages.target import questions_for
from tests.packages.banks import LANGUAGES, every
from tests.packages.holding import hold
from tests.packages.moodle import MoodleQuestion, read_xml

TARGET = target_of("moodle-xml")


def read(bank: Bank) -> dict[str, MoodleQuestion]:
    found = read_xml(TARGET.write(bank))
    assert [question.id for question in found] == [question.id for question in questions_for(TARGET, bank)]
    return {question.id: question for question in found}


def test_every_item_asks_marks_and_answers_as_written(banks: list[Bank]) -> None:
    for bank in banks:
        found = read(bank)
        assert len(found) == len(bank.questions), "nothing is left out"
        for question in bank.questions:
            hold(question, found[question.id])


def test_what_moodle_alone_holds_is_there(banks: list[Bank]) -> None:
    for bank in banks:
        for question, found in zip(bank.questions, read(bank).values(), strict=True):
            assert found.hints == ([question.hint.html] if question.hint else [])
            assert f"objective:{question.item.objective}" in found.tags
            assert f"level:{question.item.level}" in found.tags
            assert all(len(tag) <= 50 for tag in found.tags), "Moodle cuts a longer tag"
            if isinstance(question, ChoiceQuestion) and not question.true_false:
                assert found.shuffle is not question.fixed
            if isinstance(question, MatchQuestion):
                assert found.shuffle
            assert found.mark == (0 if isinstance(question, OpenQuestion) else 1)
            if isinstance(question, OpenQuestion):
                assert all(pointer.html in found.grader for pointer in question.pointers)


def test_the_lesson_is_a_category_below_its_module() -> None:
    categories = {question.category for question in read(every("en")).values()}
    assert categories == {"top/Asking/Ask first"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_items_give_the_same_bytes(language: str) -> None:
    assert TARGET.write(every(language)) == TARGET.write(every(language))


def test_the_file_reads_well() -> None:
    text = TARGET.write(every("en")).decode()
    assert max(map(len, text.splitlines())) < 800
    assert ElementTree.fromstring(text).tag == "quiz"
