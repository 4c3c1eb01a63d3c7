"""Slips for the question box, six to a sheet."""

from __future__ import annotations

from builder.handouts.around.source import source
from builder.handouts.nodes import Node, node, small
from builder.handouts.piece import Piece
from builder.model.view import View

GRID = {"columns": 2, "rows": 3}
LINES = 4
"""Lines to write on."""


def question_slips(view: View) -> Piece | None:
    """The slips, or `None` without the page: its first paragraph stands above the lines, the others below."""
    found = source(view, "question-slips")
    if found is None:
        return None
    first, *rest = [block for block in found.blocks if block["kind"] == "para"]
    lines = node("lines", prompt=[], body=[], count=LINES)
    below: list[Node] = [{**block, "body": [small(*block["body"])]} for block in rest]
    card = {"title": [found.page.head.title], "body": [first, lines, *below], "numbers": [], "foot": []}
    made = {
        **found.particulars("question-slips"),
        "layout": "cut-sheet",
        "density": "open",
        "notes": [],
        "grid": GRID,
        "cards": [card],
    }
    return found.piece("question-slips", [made], pages=1)
