"""The certificate of taking part: a line for the name, and no name printed."""

from __future__ import annotations

from builder.handouts.around.source import source
from builder.handouts.piece import Piece
from builder.model.view import View


def certificate(view: View) -> Piece | None:
    """The certificate, or `None` without the page."""
    found = source(view, "certificate")
    if found is None:
        return None
    school = view.say(view.edition.school.name)
    made = {
        **found.particulars("certificate"),
        "layout": "certificate",
        "density": "open",
        "notes": [],
        "blanks": [[view.word(f"print.blank-{name}")] for name in ("name", "day", "signed")],
        "school": [school] if school else [],
        "body": found.blocks,
    }
    return found.piece("certificate", [made], pages=1)
