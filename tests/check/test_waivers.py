"""An author says why a warning stays; the report then lists it with the reason, and no build stops for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.check.laying import BASE, lay

QUIZ = "quizzes/asking/ask-first.en.yml"
REASON = "We name the word that we teach against."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum whose last but one item has a wording to avoid, and says why."""
    root = lay(BASE / "nothing", tmp_path / "curriculum")
    change(
        root, "    feedback_false: Who else?", f"    feedback_false: Pictures go viral.\n    waive: {{T002: {REASON}}}"
    )
    return root


def change(root: Path, old: str, new: str) -> None:
    text = (root / QUIZ).read_text(encoding="utf-8")
    assert old in text
    (root / QUIZ).write_text(text.replace(old, new, 1), encoding="utf-8")


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *options])


def test_the_report_closes_with_what_is_waived_and_why(root: Path) -> None:
    result = run(root, "--strict")
    assert result.exit_code == 0
    assert result.stdout == f'Waived:\n  {QUIZ}:57:30 T002 "go viral" is a wording we avoid (EN03)\n      {REASON}\n'
    assert result.stderr == "Nothing to mend. 1 is waived.\n"


def test_what_is_waived_stands_after_what_is_not(root: Path) -> None:
    change(root, "intro: Eight short questions.", "intro: Eight pictures go viral.")
    result = run(root, "--strict")
    assert result.exit_code == 1
    told, waived = result.stdout.split("\n\n")
    assert told.startswith(f"{QUIZ}:1:23 warning T002")
    assert waived.startswith("Waived:\n")
    assert result.stderr == "1 warning in 1 file. 1 is waived.\n"


def test_programs_and_code_hosts_are_told_the_reason(root: Path) -> None:
    (record,) = json.loads(run(root, "--format", "json").stdout)
    assert (record["rule"], record["severity"], record["waived"]) == ("T002", "waived", REASON)
    assert run(root, "--format", "github").stdout == (
        f'::notice file={QUIZ},line=57,col=30,title=T002::"go viral" is a wording we avoid (EN03) — waived: {REASON}\n'
    )


def test_a_waiver_of_the_quiz_does_not_reach_its_items(root: Path) -> None:
    change(root, f"    waive: {{T002: {REASON}}}\n", "")
    change(root, "intro: Eight", f"waive: {{T002: {REASON}}}\nintro: Eight")
    rules = [record["rule"] for record in json.loads(run(root, "--format", "json").stdout)]
    assert rules == ["W003", "T002"]


def test_a_waiver_at_the_end_of_the_file_is_the_quizs_own(root: Path) -> None:
    change(root, f"    waive: {{T002: {REASON}}}\n", "")
    change(root, "feedback_false: Pictures go viral.", "feedback_false: Who else?")
    change(root, "intro: Eight short", "intro: Eight go viral")
    with (root / QUIZ).open("a", encoding="utf-8") as file:
        file.write(f"waive: {{T002: {REASON}}}\n")
    assert run(root, "--strict").stderr == "Nothing to mend. 1 is waived.\n"
