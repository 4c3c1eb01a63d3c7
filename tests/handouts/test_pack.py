"""The pack a school prints: what is in it, who may have it, and what it costs to make again."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from builder.handouts.kinds import KINDS, kinds_of
from builder.handouts.piece import Piece, Printed
from builder.handouts.typeset import typeset
from builder.model.curriculum import Curriculum
from builder.model.items import Item
from builder.model.quiz import Quiz
from builder.model.view import View
from tests.handouts import verapdf
from tests.handouts.marking import SECRET, with_another_key
from tests.handouts.small import LESSON, lesson_pieces, piece, text_of, with_body

IMPOSED = {kind.imposed for kind in KINDS.values() if kind.imposed}
"""Files for the printer, whose pages stand in the order of the paper; the accessible file lies beside each."""
PUPILS = kinds_of("lesson", "student")
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "ko"])


def test_a_teacher_finds_every_print_of_every_lesson_in_both_languages(
    curriculum: Curriculum, pack: list[Printed]
) -> None:
    wanted = {(lesson, kind, language) for lesson, language in curriculum.lessons for kind in kinds_of("lesson")}
    found = [printed for printed in pack if KINDS[printed.kind].of == "lesson"]
    assert {(printed.subject, printed.kind, printed.language) for printed in found} == wanted
    plain = [printed for printed in found if not printed.variant]
    assert all(printed.path.name == f"{printed.subject}.{printed.kind}.pdf" for printed in plain)
    others = [printed for printed in pack if printed.variant]
    assert all(p.path.name == f"{p.subject}.{p.kind}.{p.variant}.pdf" for p in others)


def test_every_print_passes_the_independent_validator(java_home: Path, pack: list[Printed]) -> None:
    os.environ.setdefault("JAVA_HOME", str(java_home))
    accessible = [printed for printed in pack if printed.kind not in IMPOSED]
    assert len(accessible) > len(pack) * 0.9
    faults = {printed.path.name: verapdf.faults(printed.path) for printed in accessible}
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_validator_refuses_a_file_without_tags(java_home: Path, tmp_path: Path) -> None:
    import typst

    os.environ.setdefault("JAVA_HOME", str(java_home))
    untagged = tmp_path / "untagged.pdf"
    untagged.write_bytes(typst.compile(b"= A title\nSome words.", pdf_tags=False))
    clauses = {fault.clause for fault in verapdf.faults(untagged)}
    assert {"5-1", "6.2-1", "7.1-11"} <= clauses, "not marked, no structure, no claim to be PDF/UA"


def test_a_handout_is_two_sheets_and_a_plan_is_one(pack: list[Printed]) -> None:
    advice = [printed.advice for printed in pack if printed.advice]
    assert advice == [], "a piece is longer than it should be"
    assert all(printed.pages <= 4 for printed in pack if printed.kind == "handout" and not printed.variant)
    assert all(printed.pages <= 2 for printed in pack if printed.kind == "quiz")


def test_four_pages_weigh_at_most_100_kilobytes(pack: list[Printed]) -> None:
    heavy = [printed.path.name for printed in pack if printed.bytes > 100_000 * max(1, printed.pages / 4)]
    assert heavy == []


def test_the_same_sources_give_the_same_bytes(
    curriculum: Curriculum, laid_out: dict[str, list[Piece]], everything: list[Printed], tmp_path: Path
) -> None:
    """PDFs and files to edit of a lesson, its module and around the lessons, laid out and made a second time."""
    module = curriculum.module_of(LESSON)
    assert module
    some = [piece for piece in laid_out["ko"] if piece.subject in (LESSON, module.id, "")]
    again = typeset(some, tmp_path / "ko", tmp_path / "kept")
    first = {printed.path.name: printed.path.read_bytes() for printed in everything if printed.language == "ko"}
    assert len(again) > 30 and {made.path.suffix for made in again} >= {".pdf", ".docx"}
    assert [made.path.name for made in again if made.path.read_bytes() != first[made.path.name]] == []
    assert not any(made.reused for made in again)


def _feedback(quiz: Quiz) -> list[str]:
    """What only a teacher may read, as far as it is plain text: its first words are enough to find it."""
    written = [found for item in quiz.items for found in item.texts()]
    texts = [found.text for found in written if {*map(str, found.at)} & {*SECRET} - {"hint", "accept"}]
    return [text for text in texts if len(text) > 12 and not set(text) & set("{}*'\"")]


@EACH_LANGUAGE
def test_no_answer_reaches_a_pupil_on_paper(curriculum: Curriculum, pack: list[Printed], language: str) -> None:
    view = View(curriculum, curriculum.editions["kr"], language, "teacher")
    for lesson in view.lessons:
        quiz = view.quiz(lesson.id)
        assert quiz is not None
        read = {kind: _letters(text_of(_path(pack, lesson.id, kind, language))) for kind in kinds_of("lesson")}
        secrets = [_letters(text) for text in _feedback(quiz)]
        assert len(secrets) > 15, "there must be something to look for"
        assert [secret for secret in secrets if secret not in read["key"]] == [], "the key holds them all"
        for kind in PUPILS:
            assert [secret for secret in secrets if secret in read[kind]] == []


@EACH_LANGUAGE
def test_no_teacher_note_reaches_a_pupil_on_paper(curriculum: Curriculum, pack: list[Printed], language: str) -> None:
    for (lesson, spoken), source in curriculum.lessons.items():
        notes = [
            _letters(line) for block in source.body.walk() if block.name == "teacher" for line in _plain(block.text)
        ]
        read = {kind: _letters(text_of(_path(pack, lesson, kind, spoken))) for kind in (*PUPILS, "guide")}
        if spoken == language:
            assert len([note for note in notes if note in read["guide"]]) > 10, "the guide holds the notes"
            shown = [note for note in notes if note in read["handout"] or note in read["quiz"]]
            assert shown == []


def _plain(text: str) -> list[str]:
    """Sentences without any markup, long enough to be no chance find."""
    sentences = re.split(r"(?<=[.?!])\s+|\n|\*\*", text)
    return [sentence for sentence in sentences if len(sentence) > 30 and not set(sentence) & set('*[]{}/#:"<>-')]


def _letters(text: str) -> str:
    """Letters and digits only: line ends and curly marks make no difference."""
    return "".join(mark for mark in text if mark.isalnum())


def _path(pack: list[Printed], lesson: str, kind: str, language: str) -> Path:
    return next(p.path for p in pack if (p.subject, p.kind, p.language) == (lesson, kind, language))


def test_what_a_pupil_gets_is_made_without_the_answers(curriculum: Curriculum) -> None:
    """Turn every key round and change every word of feedback: a pupil's paper must not change by one byte, a key must."""
    quiz = curriculum.quizzes[LESSON, "en"]
    written = [with_another_key(item.model_dump(mode="json", exclude_unset=True)) for item in quiz.items]
    turned = quiz.model_copy(update={"items": TypeAdapter(tuple[Item, ...]).validate_python(written)})
    other = replace(curriculum, quizzes={**curriculum.quizzes, (LESSON, "en"): turned})
    for kind in PUPILS:
        assert piece(other, kind).canonical() == piece(curriculum, kind).canonical()
    assert piece(other, "key").canonical() != piece(curriculum, "key").canonical()


def test_only_what_changed_is_typeset_again(curriculum: Curriculum, tmp_path: Path, kept: Path) -> None:
    before = with_body(
        curriculum,
        "/// activity | Talk\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n/// write | My line\n    lines: 2\n\n///\n\n///\n",
    )
    typeset(lesson_pieces(before), tmp_path / "out", kept)
    quiz = before.quizzes[LESSON, "en"]
    after = replace(before, quizzes={(LESSON, "en"): quiz.model_copy(update={"intro": "Another beginning."})})
    again = typeset(lesson_pieces(after), tmp_path / "out", kept)
    assert {printed.kind for printed in again if not printed.reused} == {"quiz"}


def test_a_kept_file_that_was_cut_off_is_made_again(curriculum: Curriculum, tmp_path: Path, kept: Path) -> None:
    small = with_body(curriculum, "Just a line.")
    wanted = lesson_pieces(small)
    first = {p.path.name: p.path.read_bytes() for p in typeset(wanted, tmp_path / "out", kept)}
    cut = next(kept.glob("*.pdf"))
    cut.write_bytes(cut.read_bytes()[:500])
    again = typeset(wanted, tmp_path / "out", kept)
    assert sum(not printed.reused for printed in again) == 1
    assert {p.path.name: p.path.read_bytes() for p in again} == first


def test_a_school_sees_its_own_people_on_the_handout(curriculum: Curriculum) -> None:
    from builder.model.edition import Person, School

    nurse = Person(role={"en": "The school nurse"}, name="Ms Ahn", where={"en": "room 12"})
    own = curriculum.editions["kr"].model_copy(update={"school": School(name={"en": "Hill School"}, people=(nurse,))})
    small = with_body(curriculum, "/// help\n    set: box\n\n///\n")
    made = lesson_pieces(replace(small, editions={"kr": own}))
    from builder.handouts.press import Press

    sheets, _ = Press().print(next(found for found in made if found.kind == "handout"))
    read = text_of(sheets.pdf)
    assert "Ms Ahn" in read and "room 12" in read and "Hill School" in read
