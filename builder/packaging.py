"""The items of an edition's lessons as files for learning platforms: for the teachers' trees, and by themselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from builder.errors import LikenessError
from builder.handouts.answer_key import answer_key
from builder.handouts.cache import write_whole
from builder.handouts.formats import WRITERS
from builder.handouts.quiz_sheet import quiz_sheet
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.view import View
from builder.packages import TARGETS, Bank, Target, counts_line, loss_lines, loss_report, questions_for, target_of
from builder.publish import publishing
from builder.read import Reading
from builder.read.outline import did_you_mean
from builder.site.platforms import FOLDER, Package
from builder.site.trees import program_digest


def make_packages(reading: Reading, edition: Edition, work: Path, draft: Path) -> list[Package]:
    """Puts every lesson's items in every format into the teachers' trees of `draft`; returns what there is.

    `work` keeps the files for the next build: a lesson whose sources are the same is not written anew.
    """
    found: list[Package] = []
    for language in edition.languages:
        shelf = work / "packages" / edition.id / language
        for bank in _banks(reading, edition, language):
            packages = _from_shelf(shelf, bank, _made_of(reading, edition, bank.lesson))
            _lay(packages, shelf, draft / "teacher" / language / FOLDER)
            found.extend(packages)
    return found


WORD_SHEETS = "word"
"""Name, among the formats, of the quiz sheet and the key as Word files: they come from the print room, not from a target."""


def export(
    reading: Reading, edition: Edition, out: Path, lesson: str = "", form: str = "", language: str = ""
) -> list[str]:
    """Writes the files and a loss report beside each into `out`, which is replaced as a whole; returns their names.

    Without `lesson`, `form` (a target's id or `word`) or `language` all of them. Raises `LikenessError` for any that there is not.
    """
    _refuse_unknown(reading, edition, lesson, language)
    targets = [target_of(form)] if form not in ("", WORD_SHEETS) else [] if form else list(TARGETS)
    names: list[str] = []
    with publishing(out) as draft:
        for code in [language] if language else edition.languages:
            for bank in _banks(reading, edition, code):
                if lesson in ("", bank.lesson.id):
                    names.extend(_export(bank, targets, draft / code))
                    names.extend(_export_word(bank, draft / code) if form in ("", WORD_SHEETS) else ())
    return names


def _export_word(bank: Bank, folder: Path) -> Iterator[str]:
    """The quiz sheet, made from a pupil's view without the answers, and the key, as Word files."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = (quiz_sheet(replace(bank.view, audience="student"), bank.lesson), answer_key(bank.view, bank.lesson))
    for piece in pieces:
        if piece:
            name = f"{bank.lesson.id}.{piece.kind}.docx"
            (folder / name).write_bytes(WRITERS["docx"].write(piece, piece.tree))
            yield f"{bank.language}/{name}"


def _export(bank: Bank, targets: list[Target], folder: Path) -> Iterator[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for target in targets:
        if not suits(target, bank):
            continue
        name = _name(bank, target)
        (folder / name).write_bytes(target.write(bank))
        (folder / f"{name}.report.txt").write_text(loss_report(target, bank), "utf-8")
        yield f"{bank.language}/{name}"


def suits(target: Target, bank: Bank) -> bool:
    """Whether there is anything to write: a class game needs items marked for it."""
    return bool(questions_for(target, bank))


def _banks(reading: Reading, edition: Edition, language: str) -> Iterator[Bank]:
    """The banks of an edition in a language, of lessons that have items."""
    assert reading.curriculum is not None
    view = View(reading.curriculum, edition, language, "teacher")
    banks = (Bank(view, lesson) for lesson in view.lessons)
    return (bank for bank in banks if bank.items)


def _name(bank: Bank, target: Target) -> str:
    return f"{bank.lesson.id}.{target.ending}"


def _from_shelf(shelf: Path, bank: Bank, made_of: str) -> list[Package]:
    """The packages of a bank, their files in `shelf`: from the last time when they are made of the same."""
    note = shelf / f"{bank.lesson.id}.json"
    kept = _kept(note, made_of)
    if kept is None:
        kept = [_write(shelf, bank, target) for target in TARGETS if suits(target, bank)]
        entries = [asdict(package) for package in kept]
        write_whole(note, json.dumps({"made_of": made_of, "packages": entries}, ensure_ascii=False).encode())
    return kept


def _kept(note: Path, made_of: str) -> list[Package] | None:
    try:
        known = json.loads(note.read_text("utf-8"))
        if known["made_of"] != made_of:
            return None
        found = [Package(**{**entry, "losses": tuple(entry["losses"])}) for entry in known["packages"]]
        whole = all((note.parent / package.name).stat().st_size == package.size for package in found)
        return found if whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(shelf: Path, bank: Bank, target: Target) -> Package:
    name, content = _name(bank, target), target.write(bank)
    write_whole(shelf / name, content)
    losses = tuple(loss_lines(target, bank))
    return Package(bank.lesson.id, bank.language, target.id, name, len(content), counts_line(target, bank), losses)


def _lay(packages: list[Package], shelf: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for package in packages:
        (folder / package.name).write_bytes((shelf / package.name).read_bytes())


def _made_of(reading: Reading, edition: Edition, lesson: Lesson) -> str:
    """A digest of all that a lesson's packages are made from: the program, registers, plan, edition, the lesson and its items."""
    digest = hashlib.sha256(f"{program_digest()}{edition!r}".encode())
    quizzes = tuple(f"/{lesson.id}.{lesson.language}.{ending}" for ending in ("md", "yml"))
    for path, source in sorted(reading.sources.items()):
        if path.startswith("facts/") or path == "lessons/curriculum.yml" or path.endswith(quizzes):
            digest.update(f"{path}\0{source.text}\0".encode())
    return digest.hexdigest()


def _refuse_unknown(reading: Reading, edition: Edition, lesson: str, language: str) -> None:
    assert reading.curriculum is not None
    if language and language not in edition.languages:
        raise LikenessError(
            f"The edition {edition.id} has no language {language}; it has {', '.join(edition.languages)}."
        )
    known = sorted({found.id for found in reading.curriculum.lessons.values()})
    if lesson and lesson not in known:
        raise LikenessError(
            f'There is no lesson "{lesson}"; {did_you_mean(lesson, known) or "there are: " + ", ".join(known)}'
        )
