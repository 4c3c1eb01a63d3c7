"""The answer bank: what pupils ask, with answers, gathered from every lesson."""

from __future__ import annotations

from builder.handouts.around.source import gathered
from builder.handouts.law import law_named
from builder.handouts.lesson_tree import origin, untitled
from builder.handouts.nodes import Node, node, para, section
from builder.handouts.piece import Piece
from builder.handouts.tree import tree_of
from builder.markup import render
from builder.model.lesson import Lesson
from builder.model.view import View

PAGES = 4


def answer_bank(view: View) -> Piece | None:
    """Every lesson's likely questions, or `None` when no lesson has any. `view` must be a teacher's."""
    parts = [(lesson, asked) for lesson in view.lessons if (asked := _asked(view, lesson))]
    if not parts:
        return None
    body = [
        para(view.word("print.bank-intro"), role="lead"),
        *(section("plain", [lesson.head.title], asked) for lesson, asked in parts),
        section(
            "note",
            [view.word("print.find-out")],
            [para(view.word("print.find-out-say")), node("lines", prompt=[], body=[], count=4)],
        ),
    ]
    reviewed = max(lesson.head.reviewed for lesson, _ in parts)
    return gathered(view, "answer-bank", body, reviewed, tuple(origin(lesson) for lesson, _ in parts), PAGES)


def _asked(view: View, lesson: Lesson) -> list[Node]:
    """The questions of a lesson, without the marks of its source notes: the guide has the sources."""
    parts = [b for b in lesson.body.walk() if b.name == "teacher" and b.options.get("part") == "questions"]
    blocks = [
        made for part in parts for made in tree_of(render(view, part.text, lesson.id), lesson.path, lesson.language)
    ]
    told = [block for block in blocks if block.get("role") != "notes"]
    return [_unmarked(block) for block in untitled(view, law_named(view, told))]


def _unmarked(block: Node) -> Node:
    """The block without marks of notes."""
    return {name: _bare(value) for name, value in block.items()}


def _bare(value: object) -> object:
    if isinstance(value, list):
        return [_bare(part) for part in value if not (isinstance(part, dict) and part.get("kind") == "note")]
    return _unmarked(value) if isinstance(value, dict) else value
