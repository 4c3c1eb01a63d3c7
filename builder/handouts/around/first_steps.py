"""The cards *first steps*: one for who it is about and one for a friend, four to a sheet."""

from __future__ import annotations

from builder.handouts.around.source import Source, checked_line, dialling, source
from builder.handouts.nodes import Node
from builder.handouts.outline import levelled
from builder.handouts.piece import Piece
from builder.model.view import View

GRID = {"columns": 2, "rows": 2}
"""A quarter of the paper for each card."""

ROLES = ("emergency", "child")
"""The services on a card, by role: there is room for two."""


def first_steps(view: View) -> Piece | None:
    """The cards, or `None` without the page: each of its parts with a heading is a card."""
    found = source(view, "first-steps")
    if found is None:
        return None
    made = {
        **found.particulars("first-steps-cards"),
        "layout": "cut-sheet",
        "density": "open",
        "notes": [],
        "grid": GRID,
        "cards": [_card(found, heading, body) for heading, body in _parts(found.blocks)],
    }
    return found.piece("first-steps-cards", [made], pages=1)


def _card(found: Source, heading: Node, body: list[Node]) -> Node:
    helps = [service for service in found.helps() if service["marks"]["role"] in ROLES]
    numbers = [
        {"label": service["title"], "number": service["number"], "name": [], "hours": [], "note": dialling(service)}
        for service in helps
    ]
    return {
        "title": heading["body"],
        "body": levelled(body),
        "numbers": numbers,
        "foot": [checked_line(found.view, found.blocks)],
    }


def _parts(blocks: list[Node]) -> list[tuple[Node, list[Node]]]:
    """Each heading with what stands below it, up to the help box."""
    out: list[tuple[Node, list[Node]]] = []
    for block in blocks:
        if block["kind"] == "section":
            break
        if block["kind"] == "heading":
            out.append((block, []))
        elif out:
            out[-1][1].append(block)
    return out
