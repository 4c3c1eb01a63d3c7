"""A teacher imports the file into Moodle: every item asks, marks and answers as it was written, for Moodle and for a foreign grammar."""

from __future__ import annotations

import re

import pytest

from builder.packages import Bank, losses, target_of
from builder.packages.target import questions_for
from tests.packages.banks import LANGUAGES, bank_of, every
from tests.packages.holding import hold
from tests.packages.moodle import MoodleQuestion, read_gift
from tests.packages.nasty import nasty_bank
from tests.packages.pegjs import questions
from tests.readers import reading

TARGET = target_of("gift")


def hold_all(bank: Bank, found: list[MoodleQuestion]) -> None:
    offered = questions_for(TARGET, bank)
    assert [question.id for question in found] == [question.id for question in offered]
    for question, read in zip(offered, found, strict=True):
        hold(question, read)
        assert f"objective:{question.item.objective}" in read.tags


def test_moodle_asks_marks_and_answers_as_written(banks: list[Bank]) -> None:
    for bank in banks:
        hold_all(bank, read_gift(TARGET.write(bank)))


@pytest.mark.usefixtures("readers")
def test_the_foreign_grammar_reads_the_same(banks: list[Bank]) -> None:
    for bank in banks:
        hold_all(bank, questions(reading.gift(TARGET.write(bank).decode())))


def test_only_a_typed_arrow_is_left_out_and_the_report_says_so(banks: list[Bank]) -> None:
    for bank in banks:
        left_out = {loss.item.id for loss in losses(TARGET, bank) if loss.feature == "item"}
        assert left_out == {item.id for item in bank.items if any("->" in text for text in getattr(item, "accept", ()))}


def test_the_lesson_is_a_category_below_its_module() -> None:
    assert {question.category for question in read_gift(TARGET.write(every("en")))} == {"top/Asking/Ask first"}


def test_the_file_has_no_mark_before_it_and_no_blank_line_in_a_question() -> None:
    file = TARGET.write(nasty_bank()).decode()
    assert file.startswith("$CATEGORY: ")
    for block in file.split("\n\n")[1:]:
        assert block.startswith("// [id:")
        assert block.endswith("}") or block.endswith("}\n")


def test_a_star_that_pupils_type_is_a_star() -> None:
    item = {"id": "s", "type": "short", "stem": "x", "objective": "ask", "level": "recall", "accept": ["a*b"]}
    bank = bank_of([{**item, "feedback_right": "yes", "feedback_wrong": "no"}])
    [read] = read_gift(TARGET.write(bank))
    assert read.typed("a*b").fraction == 1  # type: ignore[union-attr]
    assert read.typed("axxb").fraction == 0  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_items_give_the_same_bytes(language: str) -> None:
    assert TARGET.write(every(language)) == TARGET.write(every(language))


def test_weights_are_those_moodle_knows(banks: list[Bank]) -> None:
    for bank in banks:
        for weight in re.findall(r"~%(-?[0-9.]+)%", TARGET.write(bank).decode()):
            assert weight.lstrip("-") in {"50", "33.33333", "25", "20", "16.66667"}
