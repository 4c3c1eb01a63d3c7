"""Finds the view a page engine's configuration asks for, reading the curriculum once for all pages."""

from __future__ import annotations

from pathlib import Path

from builder.errors import SourceError
from builder.model.audience import Audience
from builder.model.curriculum import Curriculum
from builder.model.view import View
from builder.read import read_curriculum

_read: dict[Path, Curriculum] = {}


def remember(root: Path, curriculum: Curriculum) -> None:
    """Hands over a curriculum that is already read (and checked), so that the engine does not read it again."""
    _read[root.resolve()] = curriculum


def find_view(root: Path, edition: str, language: str, audience: Audience) -> View:
    """The view of the curriculum in `root`. Raises `SourceError` when it cannot be read or has no such edition."""
    root = root.resolve()
    curriculum = _read.get(root) or _read_now(root)
    if edition not in curriculum.editions:
        raise SourceError(
            f"There is no edition {edition}: editions/{edition}.yml is missing. There are: {', '.join(curriculum.editions)}."
        )
    return View(curriculum, curriculum.editions[edition], language, audience)


def _read_now(root: Path) -> Curriculum:
    curriculum = read_curriculum(root).curriculum
    if curriculum is None:
        raise SourceError(f"The curriculum in {root} cannot be read: run `likeness check` there to see what to mend.")
    _read[root] = curriculum
    return curriculum
