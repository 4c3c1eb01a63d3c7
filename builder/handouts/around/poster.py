"""The help poster in two sizes, and the cards for a wallet. Neither says what it is about: nobody is seen reading about one thing."""

from __future__ import annotations

from collections.abc import Iterator

from builder.handouts.around.source import Source, checked_line, dialling, source
from builder.handouts.lesson_tree import is_part
from builder.handouts.nodes import Inline, Node, plain
from builder.handouts.outline import levelled
from builder.handouts.piece import Piece
from builder.model.view import View

QUIET_ROLES = ("removal",)
"""Services whose names say what has happened: they stand on cards that are read alone, without the name."""

LARGER = {"a4": "a3", "us-letter": "us-tabloid"}
"""The paper of twice the size."""

WALLET = {"columns": 2, "rows": 5, "width": 85, "height": 54}
"""Cards of a sheet, and their size in millimetres: that of a bank card."""


def posters(view: View) -> Iterator[Piece]:
    """The poster, on the edition's paper and on one of twice the size."""
    found = source(view, "help-poster")
    if found is None:
        return
    paper = view.edition.paper
    for kind, size in (("poster", paper), ("poster-a3", LARGER[paper])):
        yield found.piece(kind, [{**_poster(found, kind), "paper": size, "larger": kind != "poster"}], pages=1)


def _poster(found: Source, kind: str) -> Node:
    view = found.view
    box = [block for block in found.blocks if is_part("help")(block)]
    people = [
        block for part in box for block in part["body"] if block.get("role") == "people" or block["kind"] == "heading"
    ]
    numbers = [_number(view, service) for service in found.helps() if service["marks"]["role"] not in QUIET_ROLES]
    return {
        **found.particulars(kind),
        "layout": "poster",
        "density": "open",
        "notes": [],
        "lines": [block for block in found.blocks if block["kind"] == "para"],
        "people": levelled(people),
        "numbers": numbers,
        "longest": max(len(plain(number["number"])) for number in numbers),
        "checked": [checked_line(view, found.blocks)],
    }


def wallet_cards(view: View) -> Piece | None:
    """Cards with the numbers, ten to a sheet."""
    found = source(view, "help-poster")
    if found is None:
        return None
    numbers = [_number(view, service) for service in found.helps()]
    card = {
        "title": [found.page.head.title],
        "numbers": numbers,
        "body": [],
        "foot": [checked_line(view, found.blocks)],
    }
    made = {
        **found.particulars("wallet-cards"),
        "layout": "cut-sheet",
        "density": "open",
        "notes": [],
        "grid": WALLET,
        "cards": [card],
    }
    return found.piece("wallet-cards", [made], pages=1)


def _number(view: View, service: Node) -> Node:
    """A service as a row: what it is for, its number or else its web address, its name where that says nothing, and when it answers."""
    named = [] if service["marks"]["role"] in QUIET_ROLES else service["title"]
    entries = [entry for block in service["body"] if block["kind"] == "facts" for entry in block["entries"]]
    hours, web = (_told(entries, view.word(f"blocks.{fact}")) for fact in ("hours", "web"))
    return {
        "label": service["label"],
        "number": service["number"] or web or service["title"],
        "name": named,
        "hours": hours,
        "note": dialling(service),
    }


def _told(entries: list[Node], term: str) -> list[Inline]:
    """What the entry under this term says."""
    return next((entry["body"] for entry in entries if plain(entry["term"]) == term), [])
