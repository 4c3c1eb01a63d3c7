"""Booklets of a module: every lesson's sheets in one small book with a list of contents, for pupils and for teachers.

Pages have half the size of the edition's paper, so that a sheet printed on both sides and folded holds four of them in letters
that stay as large as on the sheets themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from builder.handouts.frame import Head, named
from builder.handouts.nodes import Node, plain
from builder.handouts.outline import levelled
from builder.handouts.piece import Origin, Piece
from builder.handouts.variants import one_column
from builder.model.plan import Module
from builder.model.view import View

HALF = {"a4": "a5", "us-letter": "us-statement"}
"""The paper of half the size."""

WIDEST = 4
"""Columns of a table that keeps its form on so small a page."""

NARROWEST = 0.19
"""The share of the width that a column of a table gets at least."""

SHORT = 3
"""Letters of a word that fits any column."""

BOUND = {"booklet": ("handout", "quiz"), "teacher-booklet": ("guide", "key")}
"""What each booklet holds of a lesson, in this order."""


def booklets(view: View, module: Module, pieces: Iterable[Piece]) -> list[Piece]:
    """The pupils' and the teachers' booklet of a module, from the `pieces` of its lessons."""
    found = {(piece.subject, piece.kind): piece for piece in pieces if not piece.variant}
    made = []
    for kind, bound in BOUND.items():
        chapters = [
            piece for lesson in view.lessons_of(module) for wanted in bound if (piece := found.get((lesson.id, wanted)))
        ]
        if chapters:
            made.append(_booklet(view, module, kind, chapters))
    return made


def _booklet(view: View, module: Module, kind: str, chapters: list[Piece]) -> Piece:
    reviewed = max(piece.reviewed for piece in chapters)
    about = (view.say(view.curriculum.plan.title), *dict.fromkeys(piece.tree["head"]["facts"][2] for piece in chapters))
    head = Head(view.say(module.title), reviewed, about, module.colour, module.figure)
    tree = {
        **named(view, kind, head),
        "paper": HALF[view.edition.paper],
        "layout": "booklet",
        "density": "compact",
        "notes": [],
        "summary": [view.say(module.summary)],
        "contents": [view.word("print.contents")],
        "chapters": [_chapter(piece) for piece in chapters],
    }
    origins: tuple[Origin, ...] = tuple(origin for piece in chapters for origin in piece.origins)
    return Piece(module.id, kind, view.language, reviewed, (tree,), origins)


def _chapter(piece: Piece) -> Node:
    """A sheet as a part of the booklet: the whole of its text, since a booklet has no limit of pages."""
    tree = piece.tree
    body = levelled(one_column(_widened(_unmarked(tree["body"])), WIDEST), 3)
    question = {"question": tree["head"]["question"]} if "question" in tree["head"] else {}
    return {"title": tree["title"], "label": tree["head"]["facts"][0], "notes": tree["notes"], "body": body, **question}


def _widened(tree: Any) -> Any:
    """The tree with no column of a table so narrow that on half the paper a word of it would reach into the next."""
    if isinstance(tree, list):
        return [_widened(part) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if tree.get("kind") == "table" and all(tree.get("widths") or [0]):
        least = round(sum(tree["widths"]) * NARROWEST)
        columns = zip(*tree["head"], *tree["rows"], strict=True)
        wordy = [any(len(word) > SHORT for cell in column for word in plain(cell).split()) for column in columns]
        return {**tree, "widths": [max(w, least) if has else w for w, has in zip(tree["widths"], wordy, strict=True)]}
    return {name: _widened(value) for name, value in tree.items()}


def _unmarked(blocks: list[Any]) -> list[Any]:
    """The blocks without the marks by which the press measures a sheet, and without its page breaks, made for larger paper."""
    kept = [block for block in blocks if block["kind"] != "pagebreak"]
    return [{name: value for name, value in block.items() if name != "mark"} for block in kept]
