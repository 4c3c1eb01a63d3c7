"""The slides for the wall, and the teacher's notes to them, as trees for the press."""

from __future__ import annotations

from builder.handouts.balance import height, two_columns
from builder.handouts.deck import Crown, Scene, Slide
from builder.handouts.frame import particulars
from builder.handouts.lesson_tree import origin
from builder.handouts.nodes import Node, plain
from builder.handouts.piece import Piece
from builder.handouts.slide_size import STEPS, size_of
from builder.model.lesson import Lesson
from builder.model.view import View

LONG = 30
"""Lines: a script that is longer may go on over the page."""

MANY = 3
"""Slides of a scene that stand in a row above what is said; fewer stand beside it."""


def slides(view: View, lesson: Lesson, scenes: list[Scene]) -> Piece:
    """The slides of a lesson, 16:9."""
    return _piece(view, lesson, scenes, "slides", "slides")


def notes(view: View, lesson: Lesson, scenes: list[Scene]) -> Piece:
    """What the teacher says, beside small pictures of the slides it is said to."""
    return _piece(view, lesson, scenes, "notes", "notes")


def _piece(view: View, lesson: Lesson, scenes: list[Scene], kind: str, layout: str) -> Piece:
    made: Node = {
        **particulars(view, lesson, kind),
        "layout": layout,
        "density": "compact",
        "notes": [],
        "label": view.word("print.script-intro"),
        "steps": STEPS,
        "scenes": _numbered(view, scenes, columns=layout == "notes"),
    }
    return Piece(lesson.id, kind, lesson.language, lesson.head.reviewed, (made,), (origin(lesson),))


def _numbered(view: View, scenes: list[Scene], *, columns: bool) -> list[Node]:
    """The scenes with their slides counted; a long script in two columns where it is printed."""
    out: list[Node] = []
    count = 0
    for scene in scenes:
        shown = [
            {**vars(slide), "name": plain(slide.title), "number": count + number, "size": _size(view, scene, slide)}
            for number, slide in enumerate(scene.slides, 1)
        ]
        count += len(shown)
        words = scene.script if len(shown) < MANY or not columns else two_columns(scene.script)
        out.append(
            {
                "title": scene.title,
                "crown": _crown(scene.crown),
                "slides": shown,
                "script": words,
                "long": height(scene.script) > LONG,
            }
        )
    return out


def _size(view: View, scene: Scene, slide: Slide) -> Node:
    crowned = scene.crown is not None
    return size_of(view.language, slide.look, slide.title, slide.body, crowned=crowned)._asdict()


def _crown(crown: Crown | None) -> Node | None:
    return dict(vars(crown)) if crown else None
