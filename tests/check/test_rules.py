"""An author breaks a rule and is told where and how to mend it; an author who comes close to it is left in peace.

LIKENESS_SNAPSHOTS=write makes the expected reports, and the page of the rules, anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from builder.check import check
from builder.check.families import FAMILIES
from builder.check.reference import rules_page
from builder.check.report import report
from builder.model.finding import Finding
from builder.read import read_curriculum
from builder.read.reading import Reading
from tests.check.laying import BASE, lay
from tests.check.made import MADE

FIXTURES = Path(__file__).parent / "fixtures"
PAGE = Path(__file__).parent.parent.parent / "docs" / "rules" / "index.md"
WRITE = os.environ.get("LIKENESS_SNAPSHOTS") == "write"
TODAY = date(2026, 11, 22)
RULES = [rule for family in FAMILIES for rule in family.rules]
IDS = [rule.id for rule in RULES]


def checked(rule: str, side: str, tmp_path: Path) -> tuple[Reading, list[Finding]]:
    """The base curriculum with one side of a rule's fixture laid over it, read and checked."""
    assert (FIXTURES / rule / side).is_dir() or rule in MADE, f"{rule} has no {side} fixture"
    root = lay(FIXTURES / rule / side, tmp_path / "curriculum")
    if rule in MADE:
        MADE[rule][side](root)
    reading = read_curriculum(root)
    return reading, check(reading, TODAY)


def same_as_snapshot(snapshot: Path, text: str) -> None:
    if WRITE:
        snapshot.parent.mkdir(parents=True, exist_ok=True)
        snapshot.write_text(text, encoding="utf-8")
    assert snapshot.read_text(encoding="utf-8") == text


def test_the_base_curriculum_has_nothing_to_mend() -> None:
    assert check(read_curriculum(BASE), TODAY) == []


@pytest.mark.parametrize("rule", IDS)
def test_the_rule_finds_its_bad_fixture_at_the_written_place(rule: str, tmp_path: Path) -> None:
    reading, findings = checked(rule, "bad", tmp_path)
    assert rule in [found.rule.id for found in findings]
    same_as_snapshot(FIXTURES / rule / "expected.txt", report(findings, reading.sources, "text") + "\n")


@pytest.mark.parametrize("rule", IDS)
def test_the_rule_finds_nothing_in_its_good_fixture(rule: str, tmp_path: Path) -> None:
    _, findings = checked(rule, "good", tmp_path)
    assert [found for found in findings if found.rule.id == rule] == []


def test_no_two_rules_share_an_id() -> None:
    assert len(set(IDS)) == len(IDS)


def test_every_fixture_belongs_to_a_rule() -> None:
    assert {folder.name for folder in FIXTURES.iterdir()} == set(IDS)


def test_the_page_of_the_rules_is_up_to_date() -> None:
    examples = {rule: (FIXTURES / rule / "expected.txt").read_text(encoding="utf-8") for rule in IDS}
    same_as_snapshot(PAGE, rules_page(FAMILIES, examples))
