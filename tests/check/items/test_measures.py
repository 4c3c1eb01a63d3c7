"""What the rules on items and banks reckon with is right: chance, near duplicates, ranges of numbers, turned questions."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check.chance import as_odd_as, distribution
from builder.check.item_numbers import covered
from builder.check.item_wording import turned
from builder.check.item_writing import faults
from builder.check.near_duplicates import near_duplicates, overlap
from builder.check.wording import Wording, wording
from builder.model.items import Option, SingleItem


def english() -> Wording:
    words = wording("en")
    assert words is not None
    return words


def korean() -> Wording:
    words = wording("ko")
    assert words is not None
    return words


@pytest.mark.parametrize("items", [12, 20])
@pytest.mark.parametrize("options", [3, 4, 5])
def test_equal_draws_give_the_binomial_test_worked_out_in_fractions(items: int, options: int) -> None:
    chance = Fraction(1, options)
    each = [comb(items, hits) * chance**hits * (1 - chance) ** (items - hits) for hits in range(items + 1)]
    for hits in range(items + 1):
        exact = sum(part for part in each if part <= each[hits])
        assert as_odd_as(hits, [1 / options] * items) == pytest.approx(float(exact))


@given(st.lists(st.floats(0, 1), max_size=30))
def test_all_outcomes_of_unequal_draws_are_certain_together(chances: list[float]) -> None:
    assert sum(distribution(chances)) == pytest.approx(1)


WORDS = st.frozensets(st.sampled_from("abcdefgh"), max_size=8)


@given(st.lists(WORDS, max_size=12))
def test_near_duplicates_are_those_that_comparing_each_with_each_finds(texts: list[frozenset[str]]) -> None:
    found = {second for _, second in near_duplicates(texts, 0.8)}
    expected = {
        second
        for second, text in enumerate(texts)
        if any(overlap(texts[first], text) > 0.8 or texts[first] == text for first in range(second))
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12 days", 12, 12),
        ("10 to 20 days", 10, 20),
        ("between 10 and 20 days", 10, 20),
        ("10-20 days", 10, 20),
        ("1,200 days", 1200, 1200),
        ("-3 days", -3, -3),
        ("at least 5 days", 5, float("inf")),
        ("10 cm to 20 cm", 10, 20),
    ],
)
def test_a_number_covers_what_its_words_say(text: str, low: float, high: float) -> None:
    found = covered(text, english())
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["two days", "on day 3 of week 4", "a chat with 3 people in it from our school", "1/2"]
)
def test_an_answer_about_more_than_a_number_is_no_number(text: str) -> None:
    assert covered(text, english()) is None


def test_more_than_five_does_not_reach_five() -> None:
    over, five = covered("5명 초과", korean()), covered("5명 이하", korean())
    assert over is not None and five is not None
    assert over.low > five.high == 5
    assert over.unit == five.unit == "명"


@pytest.mark.parametrize(
    ("stem", "is_so"),
    [
        ("Which of these is not a mammal?", True),
        ("Noa does not answer. What does it mean?", False),
        ("If you do not ask, what is missing?", False),
        ('Who says "I do not mind"?', False),
        ("Why does it not rain?", False),
    ],
)
def test_only_the_question_itself_is_turned(stem: str, is_so: bool) -> None:
    assert turned(stem, english()) is is_so


@pytest.mark.parametrize(
    ("stem", "is_so"),
    [
        ("포유류가 아닌 것은 무엇인가요?", True),
        ("물을 주지 않은 식물은 어떻게 되나요?", False),
        ("답하지 않았어요. 무슨 뜻일까요?", False),
    ],
)
def test_only_the_korean_question_itself_is_turned(stem: str, is_so: bool) -> None:
    assert turned(stem, korean()) is is_so


def test_a_language_without_words_of_its_own_is_still_counted() -> None:
    """Rules that count need no words; rules that look for words say nothing until somebody writes them."""
    options = tuple(Option(id=id, text=text, feedback=id) for id, text in (("a", "Jamais"), ("b", "Toujours")))
    item = SingleItem(id="x", type="single", stem="Lequel n'est pas?", objective="o", level="apply", options=options)
    assert [fault.rule.id for fault in faults(item, "fr")] == ["Q210"]


def test_every_table_of_words_can_be_searched() -> None:
    for words in (english(), korean()):
        for key in words.table:
            words.pattern(key).search("x")
