"""Another organisation begins its own lessons: what `likeness new` writes can be checked and built as it is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.check import check
from builder.cli.new import MORE_TYPES
from builder.errors import LikenessError, OutputError
from builder.new import new_curriculum, new_lesson, new_quiz
from builder.read import read_curriculum

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = date(2026, 11, 22)
LIKENESS = Path(sys.executable).with_name("likeness")


def findings_of(root: Path) -> list[str]:
    return [f"{found.place} {found.rule.id} {found.message}" for found in check(read_curriculum(root), TODAY)]


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A fresh curriculum."""
    new_curriculum(tmp_path / "lessons of ours", TODAY)
    return tmp_path / "lessons of ours"


def test_a_new_curriculum_has_nothing_to_complain_about(lessons: Path) -> None:
    assert findings_of(lessons) == []


def test_a_new_curriculum_builds_with_the_command(lessons: Path) -> None:
    ended = subprocess.run([LIKENESS, "build"], cwd=lessons, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    for page in ("student/index.html", "student/en/photos/ask-before-you-post.html", "teacher/ko/index.html"):
        assert (lessons / "site" / page).is_file(), page
    lesson = (lessons / "site/student/ko/photos/ask-before-you-post.html").read_text(encoding="utf-8")
    assert "올리기 전에 물어봐요" in lesson and "Likeness" not in lesson


def test_the_command_writes_a_curriculum_and_says_what_to_do_next(tmp_path: Path) -> None:
    ended = subprocess.run(
        [LIKENESS, "new", "curriculum", "ours"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "ours" / "lessons" / "curriculum.yml").is_file()
    assert "likeness build" in ended.stdout


def test_its_help_and_law_are_word_for_word_those_of_the_registers() -> None:
    """A number that is corrected in the register must not stay wrong in what others start from."""
    mine = ROOT / "builder" / "templates" / "curriculum" / "facts"
    for name, entries in (("help/KR.yml", "services"), ("law/KR.yml", "provisions")):
        register = {entry["id"]: entry for entry in parsed(ROOT / "facts" / name)[entries]}
        sample = parsed(mine / name)
        assert sample[entries] == [register[entry["id"]] for entry in sample[entries]]
    assert parsed(mine / "help/KR.yml")["roles"] == parsed(ROOT / "facts/help/KR.yml")["roles"]


def parsed(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="is not empty"):
        new_curriculum(tmp_path, TODAY)
    with pytest.raises(OutputError, match="is a file"):
        new_curriculum(tmp_path / "notes.txt", TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fresh_clone_may_become_a_curriculum(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    new_curriculum(tmp_path, TODAY)
    assert (tmp_path / ".gitignore").read_text().count("/site/") == 1


def test_an_author_starts_a_lesson_in_both_languages_with_its_quiz(lessons: Path) -> None:
    written = [path.relative_to(lessons).as_posix() for path in new_lesson(lessons, "photos/old-pictures", TODAY)]
    assert written == [
        "lessons/photos/old-pictures.ko.md",
        "lessons/photos/old-pictures.en.md",
        "quizzes/photos/old-pictures.ko.yml",
        "quizzes/photos/old-pictures.en.yml",
        "lessons/curriculum.yml",
    ]
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    assert reading.curriculum.plan.modules[0].lessons == ("ask-before-you-post", "old-pictures")
    assert reading.curriculum.lessons["old-pictures", "en"].head.title == "Old pictures"
    assert [found for found in check(reading, TODAY) if found.rule.severity == "error"] == []


def test_a_quiz_gets_two_items_for_each_objective_of_its_lesson(lessons: Path) -> None:
    for language in ("en", "ko"):
        (lessons / f"quizzes/photos/ask-before-you-post.{language}.yml").unlink()
    new_quiz(lessons, "photos/ask-before-you-post")
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    for language in ("en", "ko"):
        items = reading.curriculum.quizzes["ask-before-you-post", language].items
        assert [item.objective for item in items] == ["ask-first", "ask-first", "take-no", "take-no"]


def test_a_quiz_may_begin_with_an_item_of_every_type(lessons: Path) -> None:
    for quiz in lessons.glob("quizzes/photos/*.yml"):
        quiz.unlink()
    new_quiz(lessons, "photos/ask-before-you-post", MORE_TYPES)
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    for language in ("en", "ko"):
        items = reading.curriculum.quizzes["ask-before-you-post", language].items
        assert {item.type for item in items} == {"single", "true-false", *MORE_TYPES}
    assert [found for found in check(reading, TODAY) if found.severity == "error"] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    lessons: [one]  # in order", "    lessons: [one, two]  # in order"),
        ("    lessons: []", "    lessons: [two]"),
        ("    lessons:\n      - one  # first\n", "    lessons:\n      - one  # first\n      - two\n"),
        ("    lessons:\n      [one,\n       three]", "    lessons:\n      [one,\n       three, two]"),
    ],
)
def test_a_lesson_joins_the_plan_however_the_plan_is_written(lessons: Path, before: str, after: str) -> None:
    plan = lessons / "lessons" / "curriculum.yml"
    head = plan.read_text(encoding="utf-8").partition("    lessons:")[0]
    plan.write_text(head + before, encoding="utf-8")
    new_lesson(lessons, "photos/two", TODAY)
    assert plan.read_text(encoding="utf-8") == head + after


def test_a_plan_too_unusual_to_edit_is_left_to_the_author(lessons: Path) -> None:
    plan = lessons / "lessons" / "curriculum.yml"
    text = plan.read_text(encoding="utf-8").replace("[ask-before-you-post]", "[ask-before-you-post\n      ,\n      ]")
    plan.write_text(text, encoding="utf-8")
    with pytest.raises(LikenessError, match=r'add "two" to "photos" in .* by hand'):
        new_lesson(lessons, "photos/two", TODAY)
    assert plan.read_text(encoding="utf-8") == text


def test_what_is_there_is_never_overwritten(lessons: Path) -> None:
    lesson = lessons / "lessons/photos/ask-before-you-post.en.md"
    before = lesson.read_text(encoding="utf-8")
    with pytest.raises(OutputError, match="is there already; nothing was written"):
        new_lesson(lessons, "photos/ask-before-you-post", TODAY)
    with pytest.raises(OutputError, match="is there already; nothing was written"):
        new_quiz(lessons, "photos/ask-before-you-post")
    assert lesson.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("photo/one", 'did you mean "photos"'),
        ("one", "write MODULE/ID"),
        ("photos/../one", "write MODULE/ID"),
        ("photos/One", "write MODULE/ID"),
        ("photos/", "write MODULE/ID"),
        ("zzz/one", "it has photos"),
    ],
)
def test_a_wrong_name_is_one_sentence_with_advice(lessons: Path, name: str, advice: str) -> None:
    with pytest.raises(LikenessError, match=advice):
        new_lesson(lessons, name, TODAY)


def test_a_quiz_without_a_lesson_says_how_to_get_both(lessons: Path) -> None:
    with pytest.raises(LikenessError, match="likeness new lesson photos/missing"):
        new_quiz(lessons, "photos/missing")
