"""The nasty texts reach the formats letter by letter."""

from __future__ import annotations

import pytest

from builder.packages.questions import say
from tests.packages.nasty import TEXTS, nasty_bank, seen, typed


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_said_as_it_is_meant(text: str) -> None:
    said = say(nasty_bank().view, typed(text))
    assert said.text == seen(text)
    assert "<em>" not in said.html and "<strong>" not in said.html


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_bank_has_every_type_with_every_text(language: str) -> None:
    bank = nasty_bank(language)
    assert {item.type for item in bank.items} == {
        "single", "multi", "true-false", "match", "order", "short", "scenario", "reflect",
    }  # fmt: skip
    assert len({question.id for question in bank.questions}) == len(bank.questions)
    assert {question.stem.text for question in bank.questions} >= {seen(text) for text in TEXTS}
