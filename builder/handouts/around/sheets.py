"""Sheets that are printed as they are written: the letter home, the briefing, the ground rules, the incident card."""

from __future__ import annotations

from collections.abc import Callable

from builder.handouts.around.source import Source, source
from builder.handouts.frame import DENSITIES
from builder.handouts.lesson_tree import help_box, is_part, untitled
from builder.handouts.nodes import Node, node
from builder.handouts.piece import Piece
from builder.model.view import View


def letter_home(view: View) -> Piece | None:
    """A page for families, with room for the school's particulars and the services overleaf."""
    found = source(view, "letter-home")
    if found is None:
        return None
    school = view.say(view.edition.school.name)
    body = [
        _blanks(view, {"school": school, "lesson-day": "", "class": "", "contact": ""}),
        *_turned(_text(view, found), is_part("help")),
    ]
    # Families read it in the letters that pupils get.
    drafts = [
        {**found.document("letter-home", body, density, "letter"), "reader": "pupil"}
        for density in ("roomy", *DENSITIES)
    ]
    return found.piece("letter-home", drafts, pages=2)


def staff_briefing(view: View) -> Piece | None:
    """One sheet for everybody at the school, with the names they need."""
    found = source(view, "staff-briefing")
    if found is None:
        return None
    names = {"lead": "", "counsellor": "", "place": "", "lesson-day": ""}
    return found.piece(
        "staff-briefing", _drafts(found, "staff-briefing", [_blanks(view, names), *_text(view, found)]), pages=2
    )


def ground_rules(view: View) -> Piece | None:
    """The rules for the wall, in letters that can be read from a seat."""
    found = source(view, "ground-rules")
    if found is None:
        return None
    made = {**found.document("ground-rules", found.blocks, "open", "wall"), "notes": []}
    return found.piece("ground-rules", [made], pages=1)


def incident_card(view: View) -> Piece | None:
    """The guide for when it is happening, with the card to fill in on its back."""
    found = source(view, "if-it-is-happening-now")
    if found is None:
        return None
    text = _text(view, found)
    card = next((at for at, block in enumerate(text) if block["kind"] == "lines"), 0)
    body = _turned(text, lambda block: block is text[max(0, card - 1)])
    return found.piece("incident-card", _drafts(found, "incident-card", body), pages=2)


def _text(view: View, found: Source) -> list[Node]:
    """The blocks as paper has them: notes without a word above, services with what is needed to call."""
    return [
        help_box(view, block, short=True) if is_part("help")(block) else block for block in untitled(view, found.blocks)
    ]


def _turned(blocks: list[Node], wanted: Callable[[Node], bool]) -> list[Node]:
    """The blocks, those from the first that is `wanted` on the back of the paper."""
    at = next((number for number, block in enumerate(blocks) if wanted(block)), len(blocks))
    return [*blocks[:at], node("pagebreak"), *blocks[at:]]


def _drafts(found: Source, kind: str, body: list[Node], layout: str = "page") -> list[Node]:
    return [found.document(kind, body, density, layout) for density in DENSITIES]


def _blanks(view: View, wanted: dict[str, str]) -> Node:
    """Particulars to fill in, by the name of their word; those that are known are printed."""
    entries = [
        {"label": [view.word(f"print.blank-{name}")], "value": [value] if value else []}
        for name, value in wanted.items()
    ]
    return node("blanks", entries=entries)
