"""A teacher changes one lesson: its handouts are printed anew, all others are as they were."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import zipfile
from pathlib import Path

import pytest

from bench.curricula import generated
from builder.handouts.errors import TypesetError
from builder.handouts.kinds import for_pupils
from builder.handouts.pieces import pieces
from builder.handouts.typeset import typeset
from builder.handouts.workshop import FEW, Workshop, _DistantPress, _end, _started
from builder.printing import PrintRoom, make_prints
from builder.read import read_curriculum


@pytest.fixture(scope="module")
def printed_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three lessons in two languages, printed once: more than one press prints alone."""
    folder = generated(tmp_path_factory.mktemp("printed") / "curriculum", 3)
    assert FEW < 6
    made = print_into(folder, "first")
    in_trees = [name for name in files(folder, "first") if name.startswith("teacher/") and not name.endswith(".zip")]
    assert made == len(in_trees) > 60
    return folder


@pytest.fixture
def lessons(printed_before: Path, tmp_path: Path) -> Path:
    """The same, for one test to change."""
    return shutil.copytree(printed_before, tmp_path / "curriculum")


def print_into(lessons: Path, draft: str) -> int:
    """Print as a build does; gives the number of files that were made."""
    return room_of(lessons, draft).fresh


def room_of(lessons: Path, draft: str, *, hurried: bool = False) -> PrintRoom:
    """Print as a build does."""
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    folder = lessons / "drafts" / draft
    edition = reading.curriculum.editions["kr"]
    with Workshop() as workshop:
        room = make_prints(reading, edition, lessons / ".likeness", folder, workshop, hurried=hurried)
    assert {f"teacher/{made.language}/print/{made.name}" for made in room.prints} == {
        name for name in files(lessons, draft) if name.startswith("teacher/")
    }
    return room


def files(lessons: Path, draft: str) -> list[str]:
    """Every file that was laid into the trees of a draft, for teachers twice where pupils have it too."""
    folder = lessons / "drafts" / draft
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.*"))


def pdfs(lessons: Path, draft: str) -> dict[str, bytes]:
    folder = lessons / "drafts" / draft
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.pdf")}


def test_presses_side_by_side_print_what_one_alone_prints(lessons: Path, tmp_path: Path) -> None:
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    alone = typeset(
        pieces(reading.curriculum, reading.curriculum.editions["kr"], "ko"), tmp_path / "alone", tmp_path / "kept"
    )
    trees = lessons / "drafts" / "first" / "teacher" / "ko" / "print"
    other = [made.path.name for made in alone if (trees / made.path.name).read_bytes() != made.path.read_bytes()]
    assert len(alone) > 30 and other == []


def test_a_pupils_tree_gets_no_key_and_no_guide(lessons: Path) -> None:
    names = files(lessons, "first")
    pupils = {name.rpartition("/")[2] for name in names if name.startswith("student/")}
    teachers = {name.rpartition("/")[2] for name in names if name.startswith("teacher/")}
    assert pupils == {name for name in teachers if for_pupils(name)}
    assert {name.split(".")[1] for name in pupils} >= {"handout", "quiz", "booklet"}
    assert {name.split(".")[1] for name in teachers - pupils} >= {"guide", "key", "teacher-booklet"}
    assert not [name for name in pupils if not name.endswith(".pdf")]


def test_nothing_is_typeset_when_nothing_changed(lessons: Path) -> None:
    assert print_into(lessons, "second") == 0
    assert pdfs(lessons, "second") == pdfs(lessons, "first")


def test_one_changed_word_costs_one_lesson_in_one_language(lessons: Path) -> None:
    lesson = lessons / "lessons/photos/lesson-0002.en.md"
    lesson.write_text(lesson.read_text().replace("After the match", "After the concert"))
    print_into(lessons, "second")
    before, after = pdfs(lessons, "first"), pdfs(lessons, "second")
    changed = {name for name in before if before[name] != after[name]}
    # The lesson's own sheets, and the booklets of its module.
    assert {name.rsplit("/", 1)[1].split(".")[0] for name in changed} == {"lesson-0002", "photos"}
    assert {name.split("/")[1] for name in changed} == {"en"}


def test_who_is_in_a_hurry_gets_what_was_printed_before_and_then_the_new(lessons: Path) -> None:
    lesson = lessons / "lessons/photos/lesson-0002.en.md"
    lesson.write_text(lesson.read_text().replace("After the match", "After the concert"))
    hurried = room_of(lessons, "hurried", hurried=True)
    # One lesson and its module.
    assert (hurried.fresh, hurried.late) == (0, 2)
    assert pdfs(lessons, "hurried") == pdfs(lessons, "first")
    after = room_of(lessons, "after")
    assert after.fresh > 0 and after.late == 0
    assert pdfs(lessons, "after") != pdfs(lessons, "first")


def test_packs_hold_what_lies_beside_them_and_only_those_of_a_changed_lesson_are_made_again(lessons: Path) -> None:
    shelf = lessons / ".likeness/prints/kr"
    before = {path.relative_to(shelf): path.stat().st_ino for path in shelf.rglob("*.zip")}
    lesson = lessons / "lessons/photos/lesson-0002.en.md"
    lesson.write_text(lesson.read_text().replace("After the match", "After the concert"))
    for draft, hurried in (("hurried", True), ("after", False)):
        room_of(lessons, draft, hurried=hurried)
        for pack in (lessons / "drafts" / draft).rglob("*.zip"):
            beside = {file.read_bytes() for file in pack.parent.iterdir()}
            with zipfile.ZipFile(pack) as archive:
                assert [name for name in archive.namelist()[1:] if archive.read(name) not in beside] == []
    after = {path.relative_to(shelf): path.stat().st_ino for path in shelf.rglob("*.zip")}
    changed = {name.as_posix() for name in before if before[name] != after[name]}
    assert changed == {"en/lesson-0002.pack.zip", "en/photos.module-pack.zip"} and len(before) == 2 * (3 + 1 + 1)


def test_a_changed_help_line_reaches_every_handout_that_shows_it(lessons: Path) -> None:
    help_pack = lessons / "facts/help/KR.yml"
    help_pack.write_text(help_pack.read_text().replace("Police emergency", "Police, at once"))
    assert print_into(lessons, "second") > 0
    before, after = pdfs(lessons, "first"), pdfs(lessons, "second")
    handouts = [name for name in before if name.endswith(".handout.pdf") and "/en/" in name]
    assert handouts and all(before[name] != after[name] for name in handouts)


def test_a_pdf_that_somebody_deleted_or_cut_short_is_made_again(lessons: Path) -> None:
    kept = lessons / ".likeness/prints/kr/en"
    (kept / "lesson-0001.guide.pdf").unlink()
    (kept / "lesson-0002.guide.pdf").write_bytes(b"%PDF-")
    (kept / "lesson.lesson-0003.json").write_text("{")
    print_into(lessons, "second")
    assert pdfs(lessons, "second") == pdfs(lessons, "first")


def test_who_writes_into_a_published_file_does_not_change_the_next_build(lessons: Path) -> None:
    print_into(lessons, "second")
    as_printed = pdfs(lessons, "second")
    for name in ("teacher/en/print/lesson-0002.guide.pdf", "student/ko/print/lesson-0001.handout.pdf"):
        published = lessons / "drafts/second" / name
        with published.open("r+b") as file:
            file.write(b"%PDF-0.0")
    (lessons / "drafts/third/student/ko/print").mkdir(parents=True)
    (lessons / "drafts/third/student/ko/print/lesson-0001.handout.pdf").write_bytes(b"a file from before")
    print_into(lessons, "third")
    assert pdfs(lessons, "third") == as_printed


def test_a_fault_in_one_lesson_is_told_with_its_place(tmp_path: Path) -> None:
    folder = generated(tmp_path / "curriculum", 3)
    lesson = folder / "lessons/photos/lesson-0002.en.md"
    lesson.write_text(lesson.read_text().replace("Jun has his eyes shut", "Jun \u2603 has his eyes shut"))
    with pytest.raises(TypesetError, match=r"lesson-0002\.en\.md:\d+: the character"):
        print_into(folder, "first")


def test_a_press_that_is_killed_is_one_sentence(lessons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.handouts.workshop._started", started_and_killed)
    shutil.rmtree(lessons / ".likeness")
    with pytest.raises(TypesetError, match="build again"):
        print_into(lessons, "second")


def started_and_killed(presses: list[_DistantPress]) -> subprocess.Popen[bytes]:
    process = _started(presses)
    kill(process, presses)
    return process


def kill(process: subprocess.Popen[bytes], presses: list[_DistantPress]) -> None:
    """As a machine does that runs out of memory; then wait until each has gone."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for press in presses:
        assert press._line is not None
        assert press._line.recv(1, socket.MSG_PEEK) == b"", "nobody is at the other end any more"
        assert not press.listens()


def test_a_workshop_prints_on_after_its_presses_were_killed(lessons: Path, tmp_path: Path) -> None:
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    some = pieces(reading.curriculum, reading.curriculum.editions["kr"], "en")[:3]
    with Workshop() as workshop:
        for folder in ("one", "two"):
            made = next(workshop.print_all([(some, tmp_path / folder)], 1, tmp_path / folder / "kept"))
            assert [done.reused for done in made] == [False] * len(made) and len(made) >= 3
            assert all(press.listens() for press in workshop._presses)
            kill(workshop._processes[-1], workshop._presses)


def test_a_build_that_is_overtaken_leaves_the_presses_to_the_next(lessons: Path, tmp_path: Path) -> None:
    reading = read_curriculum(lessons)
    assert reading.curriculum is not None
    some = pieces(reading.curriculum, reading.curriculum.editions["kr"], "en")
    with Workshop() as workshop:
        workshop.print_all([(some, tmp_path / "left")], 1, tmp_path / "kept")
        asked = workshop.print_all([(some[1:3], tmp_path / "asked")], 1, tmp_path / "kept")
        assert {made.path.name.removesuffix(".pdf") for made in next(asked) if made.path.suffix == ".pdf"} == {
            piece.stem for piece in some[1:3]
        }
    assert len(list((tmp_path / "left").glob("*.pdf"))) < len(some)


def test_presses_end_when_their_build_is_gone(tmp_path: Path) -> None:
    presses = [_DistantPress(tmp_path / str(number)) for number in range(3)]
    process = _started(presses)
    for press in presses:
        press.hang_up()
    assert process.wait(60) == 0, "the first waits for its copies, and all of them have ended by themselves"
    for press in presses:
        assert not press.listens()
        press.close()


def test_a_press_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.handouts.workshop.PATIENCE", 0)
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, start_new_session=True) as deaf:
        _end(deaf)
        assert deaf.returncode == -signal.SIGKILL
