"""`likeness new lesson` and `likeness new quiz`: the files of one lesson in every language of the curriculum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from builder.errors import LikenessError
from builder.model.curriculum import Curriculum
from builder.new.plan import add_to_plan
from builder.new.template import filled, in_language, write_new
from builder.read import Reading, read_curriculum

_ID = re.compile(r"[a-z0-9-]{1,60}")
_FIRST_OBJECTIVES = ("first", "second")
"""The objectives that the lesson's template begins with."""


def new_lesson(root: Path, name: str, today: date) -> list[Path]:
    """Write the lesson `MODULE/ID` and its quiz, and add it to the plan; gives the files, the plan being the last.

    Raises `LikenessError` when the module is not in the plan, or a file is there already.
    """
    reading, curriculum, module, lesson = _asked_for(root, name)
    words = {"today": today.isoformat(), "title": lesson.replace("-", " ").capitalize()}
    texts = {
        f"lessons/{module}/{lesson}.{language}.md": filled(in_language("lesson", language, "md"), words)
        for language in curriculum.languages
    }
    quizzes = _quiz_texts(curriculum, module, lesson, _FIRST_OBJECTIVES)
    written = write_new(root, {**texts, **quizzes})
    return [*written, add_to_plan(reading, module, lesson)]


def new_quiz(root: Path, name: str, types: Iterable[str] = ()) -> list[Path]:
    """Write a quiz with two items for each objective of the lesson `MODULE/ID`, and one of each of `types`; gives the files.

    Raises `LikenessError` when there is no such lesson, or it has a quiz already.
    """
    _, curriculum, module, lesson = _asked_for(root, name)
    found = [known for (known_id, _), known in curriculum.lessons.items() if known_id == lesson]
    if not found:
        raise LikenessError(f'There is no lesson "{lesson}"; `likeness new lesson {name}` writes it with its quiz.')
    objectives = [objective.id for objective in found[0].head.objectives]
    return write_new(root, _quiz_texts(curriculum, module, lesson, objectives, types))


def _quiz_texts(
    curriculum: Curriculum, module: str, lesson: str, objectives: Sequence[str], types: Iterable[str] = ()
) -> dict[str, str]:
    """The quiz in each language, by path. An item of `types` belongs to the first objective."""
    names = [
        *(("quiz-items", objective) for objective in objectives),
        *((f"items/{kind}", objectives[0]) for kind in types),
    ]
    texts = {}
    for language in curriculum.languages:
        parts = [filled(in_language(item, language, "yml"), {"objective": objective}) for item, objective in names]
        texts[f"quizzes/{module}/{lesson}.{language}.yml"] = in_language("quiz", language, "yml") + "\n".join(parts)
    return texts


def named(name: str) -> tuple[str, str]:
    """The module and lesson in `MODULE/ID`. Raises `LikenessError` for any other form."""
    module, _, lesson = name.partition("/")
    if not _ID.fullmatch(module) or not _ID.fullmatch(lesson):
        raise LikenessError(
            f'"{name}" is no name for a lesson; write MODULE/ID in small letters, digits and hyphens,'
            " e.g. law/what-the-law-says."
        )
    return module, lesson


def _asked_for(root: Path, name: str) -> tuple[Reading, Curriculum, str, str]:
    """What was read, and the module and lesson of `MODULE/ID`, held against the plan."""
    module, lesson = named(name)
    reading = read_curriculum(root)
    if reading.curriculum is None:
        raise LikenessError("The plan or an edition cannot be read; `likeness check` says why.")
    modules = [known.id for known in reading.curriculum.plan.modules]
    if module not in modules:
        near = get_close_matches(module, modules, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"it has {', '.join(modules)}."
        raise LikenessError(f'The plan lessons/curriculum.yml has no module "{module}"; {hint}')
    return reading, reading.curriculum, module, lesson
