"""Curricula to measure with: a copy of our own, and generated ones of any size."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from builder.new import new_curriculum

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("lessons", "guides", "quizzes", "facts", "editions")
_SAMPLE = "ask-before-you-post"


def copy_of_ours(folder: Path) -> Path:
    """Our own curriculum, so that a measurement neither finds nor leaves anything in the working folder."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def generated(folder: Path, lessons: int) -> Path:
    """A curriculum of `lessons` lessons in two languages: the sample lesson of `likeness new`, under many titles."""
    new_curriculum(folder, date.today())
    names = [f"lesson-{number:04}" for number in range(1, lessons + 1)]
    for source in (*folder.glob(f"lessons/photos/{_SAMPLE}.*"), *folder.glob(f"quizzes/photos/{_SAMPLE}.*")):
        text = source.read_text(encoding="utf-8")
        for name in names:
            named = re.sub(r"(?m)^title: .*", rf"\g<0> ({name})", text, count=1)
            source.with_name(source.name.replace(_SAMPLE, name)).write_text(named, encoding="utf-8")
        source.unlink()
    plan = folder / "lessons" / "curriculum.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(_SAMPLE, ", ".join(names)), encoding="utf-8")
    return folder


def change_one_line(folder: Path, words: str) -> Path:
    """Add words to a line of a story, which stands on pages and handouts of both audiences; gives the English lesson."""
    lesson = min(folder.glob("lessons/*/*.en.md"))
    before, fence, story = lesson.read_text(encoding="utf-8").partition("/// scenario")
    head, gap, rest = story.partition("\n\n")
    first, _, after = rest.partition("\n")
    lesson.write_text(f"{before}{fence}{head}{gap}{first} {words}\n{after}", encoding="utf-8")
    return lesson
