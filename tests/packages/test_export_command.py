"""An LMS administrator exports the items of a lesson; a teacher finds the same files beside the lesson."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from builder.build import build
from builder.cli import main
from builder.new import new_curriculum
from builder.packages import TARGETS
from tests.check.laying import BASE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small curriculum with one lesson in two languages."""
    return Path(shutil.copytree(BASE, tmp_path / "ours"))


def export(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", "--root", str(root), "--edition", "xa", *words])


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_every_format_that_suits_is_written_with_its_report(root: Path) -> None:
    answer = export(root)
    assert answer.exit_code == 0, answer.output
    written = {file.name for file in (root / "exports" / "ko").iterdir()}
    for target in TARGETS:
        if not target.games:
            assert {f"ask-first.{target.ending}", f"ask-first.{target.ending}.report.txt"} <= written


def test_the_report_is_in_the_teachers_language(root: Path) -> None:
    export(root, "--to", "gift")
    assert "부분 점수" in (root / "exports" / "ko" / "ask-first.gift.txt.report.txt").read_text("utf-8")
    assert "part marks" in (root / "exports" / "en" / "ask-first.gift.txt.report.txt").read_text("utf-8")


def test_one_lesson_in_one_language_and_format(root: Path) -> None:
    export(root, "ask-first", "--to", "gift", "--language", "en")
    names = [file.name for file in (root / "exports").rglob("*") if file.is_file() and not file.name.startswith(".")]
    assert sorted(names) == ["ask-first.gift.txt", "ask-first.gift.txt.report.txt"]


def test_sheet_and_key_can_be_edited_and_the_sheet_holds_no_answer(root: Path) -> None:
    export(root, "--to", "word", "--language", "en")
    folder = root / "exports" / "en"
    assert sorted(file.name for file in folder.iterdir()) == ["ask-first.key.docx", "ask-first.quiz.docx"]
    sheet, key = (text_of(folder / f"ask-first.{kind}.docx") for kind in ("quiz", "key"))
    assert "Which line asks?" in sheet
    assert "Which line asks?" in key
    assert "It asks." in key
    assert "It asks." not in sheet


def text_of(file: Path) -> str:
    document = Document(str(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_same_items_give_the_same_bytes(root: Path) -> None:
    export(root)
    first = digests(root / "exports")
    shutil.rmtree(root / "exports")
    export(root)
    assert digests(root / "exports") == first


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "gifd"], 'did you mean "gift"?'),
        (["ask-frst"], 'did you mean "ask-first"?'),
        (["--language", "fr"], "has no language fr"),
    ],
)
def test_a_misspelt_word_gets_one_sentence(root: Path, words: list[str], said: str) -> None:
    answer = export(root, *words)
    assert answer.exit_code == 1
    assert said in answer.stderr
    assert not (root / "exports").exists()


def test_items_with_a_fault_are_not_exported_and_what_was_there_stays(root: Path) -> None:
    export(root)
    before = digests(root / "exports")
    quiz = root / "quizzes" / "asking" / "ask-first.en.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("objective: ask\n", "objective: aks\n", 1), "utf-8")
    answer = export(root)
    assert answer.exit_code == 1
    assert 'did you mean "ask"?' in answer.output
    assert digests(root / "exports") == before


def test_teacher_finds_the_files_and_pupils_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    new_curriculum(tmp_path / "ours", date(2026, 11, 22))
    build(tmp_path / "ours", tmp_path / "site")
    folder = tmp_path / "site" / "teacher" / "en" / "platforms"
    page = (folder / "ask-before-you-post.html").read_text("utf-8")
    files = {file.name for file in folder.iterdir()} - {"ask-before-you-post.html"}
    assert files
    assert all(f'href="{name}"' in page for name in files)
    assert not list((tmp_path / "site" / "student").rglob("*platforms*"))
