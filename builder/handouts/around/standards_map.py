"""The standards map: which lesson serves which frame of a ministry or body."""

from __future__ import annotations

from builder.handouts.around.source import gathered
from builder.handouts.nodes import Inline, node, para
from builder.handouts.piece import Piece
from builder.model.view import View


def standards_map(view: View) -> Piece | None:
    """The map, or `None` when no lesson names a standard. Minutes are those to record for prevention teaching."""
    standards = view.registers.standards
    named_by = {wanted: [lesson for lesson in view.lessons if wanted in lesson.head.standards] for wanted in standards}
    rows: list[list[list[Inline]]] = [
        [
            [node("strong", body=[f"{view.say(standards[wanted].body)}: {view.say(standards[wanted].name)}"])],
            [view.say(standards[wanted].what)],
            [" · ".join(lesson.head.title for lesson in lessons)],
            [str(sum(lesson.head.minutes for lesson in lessons))],
        ]
        for wanted, lessons in named_by.items()
        if lessons
    ]
    if not rows:
        return None
    head: list[list[Inline]] = [[view.word(f"print.map-{name}")] for name in ("standard", "what", "lessons", "minutes")]
    body = [
        para(view.word("print.map-intro"), role="lead"),
        node("table", head=[head], rows=rows, widths=[25, 33, 32, 10]),
    ]
    reviewed = max(lesson.head.reviewed for lesson in view.lessons)
    return gathered(view, "standards-map", body, reviewed)
