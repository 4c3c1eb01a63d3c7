"""The easy-read handout: the gist of a lesson in large type, one sentence a line, and whom to call."""

from __future__ import annotations

from builder.handouts.frame import document
from builder.handouts.lesson_tree import LessonTree, help_box, origin
from builder.handouts.nodes import Node
from builder.handouts.piece import Piece
from builder.handouts.variants import line_by_line, named, one_column
from builder.model.lesson import Lesson
from builder.model.view import View


def easy_read(view: View, lesson: Lesson, tree: LessonTree) -> Piece | None:
    """The easy-read variant of a lesson's handout, or `None` when its author wrote none. `view` must be a pupil's."""
    assert view.audience == "student", "a pupil's handout is made from a pupil's view"
    parts = [line_by_line(part) for part in tree.parts("easy-read")]
    if not parts:
        return None
    body: list[Node] = [*parts, *one_column([help_box(view, box, short=True) for box in tree.parts("help")], 2)]
    made = document(view, lesson, "handout", body)
    made |= named(view, made, "handout", "easy-read")
    return Piece(
        lesson.id, "handout", lesson.language, lesson.head.reviewed, (made,), (origin(lesson),), variant="easy-read"
    )
