"""The handouts of an edition: made anew where their sources changed, and laid into the trees that may have them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.handouts import Printed, Shelf, pieces_of, typeset
from builder.handouts.press import Press
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.view import AUDIENCES, View
from builder.read import Reading
from builder.site.prints import STUDENT_KINDS, Print
from builder.site.trees import program_digest


def make_prints(
    reading: Reading, edition: Edition, work: Path, draft: Path, tell: Callable[[int, int], None]
) -> tuple[list[Print], int]:
    """Put the PDFs of every lesson into `draft`, typesetting what changed; returns them, and how many were typeset.

    `work` keeps them for the next build. `tell` is told how many lessons are done, and of how many.
    """
    assert reading.curriculum is not None
    prints: list[Print] = []
    fresh = done = 0
    lessons = {
        language: View(reading.curriculum, edition, language, "student").lessons for language in edition.languages
    }
    for language in edition.languages:
        shelf = Shelf(work / "prints" / edition.id / language)
        for printed in _of_each(reading, edition, lessons[language], shelf, work / "typeset"):
            done += 1
            tell(done, sum(map(len, lessons.values())))
            fresh += sum(not sheet.reused for sheet in printed)
            for sheet in printed:
                prints.append(Print(sheet.lesson, sheet.kind, language, sheet.path.name, sheet.pages, sheet.bytes))
                _lay_into_trees(sheet, draft)
    return prints, fresh


def _of_each(
    reading: Reading, edition: Edition, lessons: tuple[Lesson, ...], shelf: Shelf, kept: Path
) -> Iterator[list[Printed]]:
    """The PDFs of each lesson, from the shelf when it is made of what it was made of before."""
    assert reading.curriculum is not None
    press = Press()
    shared = _shared_digest(reading, edition, lessons, press.mark())
    for lesson in lessons:
        quiz = reading.curriculum.quizzes.get((lesson.id, lesson.language))
        made_of = _lesson_digest(reading, [lesson.path, *([quiz.path] if quiz else [])], shared)
        printed = shelf.get(lesson.id, made_of)
        if printed is None:
            printed = typeset(pieces_of(reading.curriculum, edition, lesson), shelf.folder, kept, press=press)
            shelf.put(lesson.id, made_of, printed)
        yield printed


def _lay_into_trees(sheet: Printed, draft: Path) -> None:
    for audience in AUDIENCES:
        if audience == "teacher" or sheet.kind in STUDENT_KINDS:
            target = draft / audience / sheet.language / "print"
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(sheet.path, target / sheet.path.name)


def _shared_digest(reading: Reading, edition: Edition, lessons: tuple[Lesson, ...], press: str) -> str:
    """A digest of what every handout of a language may show: the program, registers, plan, edition, pages, and all lessons' heads."""
    digest = hashlib.sha256(f"{program_digest()}{press}{edition!r}".encode())
    assert reading.curriculum is not None
    taken = {lesson.path for lesson in reading.curriculum.lessons.values()}
    for path, source in sorted(reading.sources.items()):
        if path not in taken and not path.startswith(("quizzes/", "editions/")):
            digest.update(f"{path}\0{source.text}\0".encode())
    digest.update(repr([lesson.head for lesson in lessons]).encode())
    return digest.hexdigest()


def _lesson_digest(reading: Reading, paths: list[str], shared: str) -> str:
    """A digest of all that one lesson's handouts are made from: its own sources, and what is shared."""
    return hashlib.sha256("\0".join([shared, *(reading.sources[path].text for path in paths)]).encode()).hexdigest()
