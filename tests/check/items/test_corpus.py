"""An author can trust a warning as far as the page says: the rules on items are measured over a corpus, and held to it.

LIKENESS_SNAPSHOTS=write makes the page anew: read what a change of a rule does to its figures before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.check.item_writing import RULES
from tests.check.items.corpus import Labelled, corpus, disagreements, figures
from tests.check.items.page import BLIND, page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules" / "item-writing.md"
WRITE = os.environ.get("LIKENESS_SNAPSHOTS") == "write"
IDS = [rule.id for rule in RULES]


@pytest.fixture(scope="module")
def items() -> list[Labelled]:
    return corpus()


def test_the_page_states_what_the_rules_do_today(items: list[Labelled]) -> None:
    if WRITE:
        PAGE.write_text(page(items), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(items), "\n".join(sorted(disagreements(items)))


@pytest.mark.parametrize("rule", IDS)
def test_the_corpus_has_items_that_break_the_rule_in_each_language(rule: str, items: list[Labelled]) -> None:
    for language in ("en", "ko"):
        assert figures([item for item in items if item.language == language], rule).n >= 1


def test_no_sound_item_is_stopped_by_an_error(items: list[Labelled]) -> None:
    """An author can waive a warning that is wrong, but not an error."""
    errors = {rule.id for rule in RULES if rule.severity == "error"}
    assert [item.name for item in items if errors & item.found - item.breaks] == []


def test_the_corpus_is_large_and_speaks_both_languages_alike(items: list[Labelled]) -> None:
    korean = sum(item.language == "ko" for item in items)
    assert len(items) >= 320
    assert 0.45 < korean / len(items) < 0.55
    assert sum(not item.breaks for item in items) > len(items) / 3


def test_every_label_names_a_rule_and_no_item_stands_twice(items: list[Labelled]) -> None:
    assert {label for item in items for label in item.breaks} <= set(IDS)
    assert len({item.name for item in items}) == len(items)


def test_the_page_says_of_every_rule_what_it_does_not_see() -> None:
    assert list(BLIND) == IDS
