"""Findings reach people, programs and code hosts: where it is, what is wrong, how to mend it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.check import check
from builder.check.report import report
from builder.check.verdict import closing, fails
from builder.cli import main
from builder.model.finding import Finding, Place, Rule, finding
from builder.read import read_curriculum
from builder.read.source import Source
from tests.check.laying import BASE, lay

ROOT = Path(__file__).resolve().parent.parent.parent
RULE = Rule("X001", "error", "something holds", "mend it")
CARE = Rule("X002", "warning", "something is neat", "tidy it")
HINT = Rule("X003", "note", "something is nice", "polish it")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum with an error in a quiz, a warning in a page and a note in a lesson."""
    root = lay(BASE / "nothing", tmp_path / "curriculum")
    for path, old, new in (
        ("quizzes/asking/ask-first.ko.yml", "        feedback: 알리기만 했어요.\n", ""),
        ("lessons/get-help.en.md", "Tell an adult today.", "Tell an adult before pictures go viral."),
        ("lessons/asking/ask-first.en.md", "Ask your partner.", "Think of the victim."),
    ):
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *options])


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def test_an_author_reads_all_findings_sorted_by_file(root: Path) -> None:
    result = run(root)
    heads = [line for line in result.stdout.splitlines() if line[:1].isalpha()]
    assert [head.split()[0].split(":")[0] for head in heads] == [
        "lessons/asking/ask-first.en.md", "lessons/get-help.en.md", "quizzes/asking/ask-first.ko.yml",
    ]  # fmt: skip
    assert result.stderr == "1 error, 1 warning, 1 note in 3 files.\n"
    assert result.exit_code == 1


def test_a_missing_feedback_is_told_at_its_option_with_the_reason_for_it(root: Path) -> None:
    passage = run(root).stdout.split("\n\n")[-1].split("\n")
    assert (
        passage[0] == 'quizzes/asking/ask-first.ko.yml:24:9 error S003 option "b" of item "best-ask" has no "feedback"'
    )
    assert passage[1] == "   24 |       - id: b"
    assert passage[2].startswith('      |         ^ add "feedback:" here')
    assert "Pupils learn from this" in passage[2]


@pytest.mark.parametrize(
    "line",
    ["짝에게 물어봐요 장난으로 했어요.", "Ask 👩 장난으로 now", "\t장난으로", "x" * 300 + "장난으로" + "y" * 300],
)
def test_the_caret_stands_under_the_word_whatever_stands_before_it(line: str) -> None:
    column = line.index("장난으로") + 1
    shown, caret = report(
        [finding(RULE, Place("a.md", 1, column), "m", length=4)], {"a.md": Source("a.md", line)}, "text"
    ).split("\n")[1:3]
    assert columns(shown[: shown.index("장난으로")]) == columns(caret[: caret.index("^")])
    assert caret.count("^") == 8


def test_a_finding_without_a_place_in_its_file_shows_how_to_mend_it() -> None:
    assert (
        report([finding(RULE, Place("a.md"), "it is not there")], {}, "text")
        == "a.md error X001 it is not there\n      mend it"
    )


def test_a_program_reads_the_same_as_json(root: Path) -> None:
    records = json.loads(run(root, "--format", "json").stdout)
    assert [record["rule"] for record in records] == ["T003", "T002", "S003"]
    assert records[2] == {
        "rule": "S003", "severity": "error", "path": "quizzes/asking/ask-first.ko.yml", "line": 24, "column": 9, "length": 1,
        "message": 'option "b" of item "best-ask" has no "feedback"', "mend": records[2]["mend"],
    }  # fmt: skip
    assert json.loads(CliRunner().invoke(main, ["check", "--root", str(BASE), "--format", "json"]).stdout) == []


def test_a_code_host_shows_findings_beside_the_lines(root: Path) -> None:
    lines = run(root, "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::notice", "::warning", "::error"]
    assert lines[2].startswith("::error file=quizzes/asking/ask-first.ko.yml,line=24,col=9,title=S003::option")


def test_what_would_end_an_annotation_is_escaped() -> None:
    (line,) = report([finding(RULE, Place("a,b.md", 1, 1), "50 %\nand more")], {}, "github").splitlines()
    assert line == "::error file=a%2Cb.md,line=1,col=1,title=X001::50 %25%0Aand more — mend it"


@pytest.mark.parametrize(
    ("rules", "strict", "stops"),
    [((RULE,), False, True), ((CARE,), False, False), ((CARE,), True, True), ((HINT,), True, False), ((), True, False)],
)
def test_errors_stop_a_build_and_warnings_do_when_it_is_strict(
    rules: tuple[Rule, ...], strict: bool, stops: bool
) -> None:
    assert fails([finding(rule, Place("a.md"), "m") for rule in rules], strict) is stops


def test_the_closing_line_counts() -> None:
    findings: list[Finding] = [finding(CARE, Place("a.md", line), "m") for line in (1, 2)]
    assert closing(findings) == "2 warnings in 1 file."
    assert closing([]) == "Nothing to mend."


def test_warnings_pass_and_fail_when_strict(tmp_path: Path) -> None:
    root = lay(Path(__file__).parent / "fixtures" / "T002" / "bad", tmp_path / "curriculum")
    assert run(root).exit_code == 0
    assert run(root, "--strict").exit_code == 1


def test_the_command_prints_korean_on_a_terminal_that_does_not_expect_it(root: Path) -> None:
    ended = subprocess.run(
        [Path(sys.executable).with_name("likeness"), "check"],
        cwd=root,
        capture_output=True,
        env={"PATH": "", "LC_ALL": "C"},
        check=False,
    )
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr


def test_the_whole_curriculum_is_checked_in_less_than_two_seconds() -> None:
    """Seconds of a processor, which other programs do not take: on an idle machine it is well under one."""
    begun = time.process_time()
    check(read_curriculum(ROOT), date(2026, 11, 22))
    assert time.process_time() - begun < 2
