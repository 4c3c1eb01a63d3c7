"""Looks for teacher matter in a built student tree. None may be there: not hidden, not in the search, not as a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

from builder.errors import EngineError
from builder.handouts.kinds import for_pupils
from builder.markup.visible import visible_text
from builder.model.blocks import BLOCKS
from builder.model.view import View

_TEXT = (".html", ".js", ".json", ".xml", ".txt")
_LETTERS = re.compile(r"[^\w]+")
_WORDS = 8


def refuse_leaks(tree: Path, view: View) -> None:
    """Raises `EngineError` naming the first places where teacher matter of `view`'s language reached the student tree."""
    _refuse(_leaks(tree, view))


def refuse_files(tree: Path) -> None:
    """Raises `EngineError` when a file that is for teachers lies in the student tree, whatever it holds."""
    _refuse(f"the file {name}" for name in _names(tree) if _is_for_teachers(name))


def _refuse(leaks: Iterable[str]) -> None:
    found = list(leaks)
    if found:
        raise EngineError(
            "Teacher matter reached the pupils' pages, so nothing was published: " + "; ".join(found[:5]) + "."
        )


def _leaks(tree: Path, view: View) -> Iterator[str]:
    wanted = set(teacher_passages(view))
    for name in _names(tree):
        if _is_for_teachers(name):
            yield f"the file {name}"
        if name.endswith(_TEXT):
            text = _letters(unescape(re.sub(r"<[^>]*>", " ", (tree / name).read_text("utf-8"))))
            yield from (f'"{passage}" in {name}' for passage in wanted if passage in text)


def _is_for_teachers(name: str) -> bool:
    """A guide, a package for a platform, or a printed file of a kind that pupils have no use for; so is any that the table of kinds does not know."""
    folders = name.split("/")[:-1]
    return not {"guides", "platforms"}.isdisjoint(folders) or (
        "print" in folders and not for_pupils(name.rpartition("/")[2])
    )


def _names(tree: Path) -> list[str]:
    return sorted(file.relative_to(tree).as_posix() for file in tree.rglob("*") if file.is_file())


def teacher_passages(view: View) -> Iterator[str]:
    """The first words of every paragraph of the teacher blocks and guides, as plain letters: what to look for.

    Words that pupils may read somewhere, in a lesson, a quiz or a page, are no leak and are left out.
    """
    shown = _letters(" ".join(_texts_for_pupils(view)))
    for lesson in view.lessons:
        for block in lesson.body.walk():
            if BLOCKS[block.name].audience == "teacher":
                yield from _passages(block.text, shown)
    for page in view.curriculum.pages.values():
        if page.audience == "teacher" and page.language == view.language:
            yield from _passages(page.body.text, shown)


def _texts_for_pupils(view: View) -> Iterator[str]:
    pupil = replace(view, audience="student")
    for lesson in view.lessons:
        yield visible_text(pupil, lesson.body.text)
        yield lesson.head.model_dump_json()
        quiz = view.quiz(lesson.id)
        yield quiz.model_dump_json() if quiz else ""
    for page in view.curriculum.pages.values():
        if page.audience == "student":
            yield visible_text(pupil, page.body.text)


def _passages(text: str, shown: str) -> Iterator[str]:
    """The first eight words of each paragraph that stand in no text for pupils."""
    for paragraph in re.split(r"\n\s*\n|\n(?=[-*\d])", text):
        plain = re.sub(r"\]\([^)]*\)|\{[^}]*\}|\[\^[^\]]*\]|^/{3,}.*$|^ {4}\S+:.*$", " ", paragraph, flags=re.MULTILINE)
        words = _letters(plain).split()
        passage = " ".join(words[:_WORDS])
        if len(words) >= _WORDS and passage not in shown:
            yield passage


def _letters(text: str) -> str:
    """Lower-case words with single spaces between them, nothing else."""
    return _LETTERS.sub(" ", text).strip().casefold()
