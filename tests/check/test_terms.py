"""A writer slips into wording that harms or excuses; the terms of the project find it in every place pupils and teachers read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builder.check import check
from builder.model.curriculum import Curriculum
from builder.model.finding import Finding
from builder.read import read_curriculum
from tests.check.laying import BASE, lay

TODAY = date(2026, 11, 22)
LESSON = "lessons/asking/ask-first.en.md"
QUIZ = "quizzes/asking/ask-first.en.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(BASE / "nothing", tmp_path / "curriculum")


def terms_found(root: Path) -> list[Finding]:
    return [found for found in check(read_curriculum(root), TODAY) if found.rule.id.startswith("T")]


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


PLACES = {
    "a paragraph": (LESSON, "Ask your partner.", "It was only a joke."),
    "a list": (LESSON, "- Nobody has to tell a story.", "- It was only a joke."),
    "a heading": (LESSON, "A picture of you is yours.", "## Only a joke\n\nA picture of you is yours."),
    "a table": (
        LESSON,
        "A picture of you is yours.",
        "| a | b |\n|--|--|\n| x | only a joke |\n\nA picture of you is yours.",
    ),
    "the title of a block": (LESSON, "| The team photo", "| Only a joke"),
    "a teacher's note": (LESSON, "Give each pair two minutes.", "It was only a joke."),
    "the title of the lesson": (LESSON, "title: Ask first", "title: Only a joke"),
    "an objective": (LESSON, "text: Say what to do after a no.", "text: Say that it was only a joke."),
    "a stem": (QUIZ, "Which line asks?", "Is it only a joke?"),
    "the feedback of a wrong option": (QUIZ, "feedback: It tells.", "feedback: It was only a joke."),
    "the plan": ("lessons/curriculum.yml", "en: How to ask for a yes.", "en: Only a joke."),
    "an edition": ("editions/xa.yml", "en: A teacher you trust", "en: Only a joke"),
    "a guide": ("guides/if-a-pupil-did-it.en.md", "Stay calm.", "It was only a joke."),
    "words on two lines": (LESSON, "Ask your partner.", "It was only\na joke."),
    "words with emphasis": (LESSON, "Ask your partner.", "It was *only* **a joke**."),
    "words in a link": (LESSON, "Ask your partner.", "It was [only](glossary:consent) a joke."),
    "a folded text": (QUIZ, "stem: Which line asks?", "stem: >-\n      Is it only\n      a joke?"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_term_is_found_where_it_stands(place: str, root: Path) -> None:
    path, old, new = PLACES[place]
    change(root, path, old, new)
    (found,) = terms_found(root)
    assert (found.rule.id, found.place.path) == ("T001", path)
    line = (root / path).read_text(encoding="utf-8").split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].lower().startswith("only")


def test_a_term_of_the_second_word_of_its_kind_is_found_at_the_second(root: Path) -> None:
    change(root, QUIZ, "stem: Which line asks?", "stem: 'It''s a joke, only a joke.'")
    (found,) = terms_found(root)
    line = (root / QUIZ).read_text(encoding="utf-8").split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :] == "only a joke.'"


def test_a_myth_may_say_what_it_mends(root: Path) -> None:
    change(root, LESSON, "| A photo in the open belongs to everybody", "| It is only a joke")
    change(root, LESSON, "A photo of a person needs", '"Only a joke" is no excuse. A photo of a person needs')
    assert terms_found(root) == []


def test_a_wrong_option_may_quote_an_excuse_and_an_ugly_name_is_a_warning_there(root: Path) -> None:
    change(root, QUIZ, "text: I posted this.", "text: It was only a joke.")
    change(root, QUIZ, "stem: Silence is a yes.", "stem: It is just a joke.")
    assert terms_found(root) == []
    change(root, QUIZ, "text: Look at this!", "text: Look at this revenge porn!")
    (found,) = terms_found(root)
    assert found.rule.id == "T002"


def test_a_right_option_is_prose(root: Path) -> None:
    change(root, QUIZ, "text: May I post this?", "text: May I, only a joke?")
    assert [found.rule.id for found in terms_found(root)] == ["T001"]


def test_a_term_for_teachers_leaves_pupils_alone(root: Path) -> None:
    change(
        root,
        "facts/terms.yml",
        "severity: warn, bad: Pictures go viral.",
        "severity: warn, scope: teacher, bad: Pictures go viral.",
    )
    change(root, LESSON, "Ask your partner.", "Pictures go viral.")
    assert terms_found(root) == []
    change(root, LESSON, "Give each pair two minutes.", "Pictures go viral.")
    assert [found.rule.id for found in terms_found(root)] == ["T002"]


def test_every_term_of_the_project_is_found_in_a_lesson_and_its_better_wording_is_not(
    curriculum: Curriculum, tmp_path: Path
) -> None:
    real = (Path(__file__).parent.parent.parent / "facts/terms.yml").read_text(encoding="utf-8")
    for language, terms in curriculum.registers.terms.items():
        root = lay(BASE / "nothing", tmp_path / language)
        (root / "facts/terms.yml").write_text(real, encoding="utf-8")
        path = f"lessons/asking/ask-first.{language}.md"
        with (root / path).open("a", encoding="utf-8") as lesson:
            lesson.writelines(f"\n{term.bad}\n\n{term.good}\n" for term in terms)
        reading = read_curriculum(root)
        findings = [found for found in check(reading, TODAY) if found.rule.id.startswith("T")]
        told = {(reading.sources[path].lines[found.place.line - 1], found.message[-5:-1]) for found in findings}
        assert [term.id for term in terms if (term.bad, term.id) not in told] == []
        assert [term.id for term in terms if (term.good, term.id) in told] == []
