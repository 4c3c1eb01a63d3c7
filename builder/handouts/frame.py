"""What every piece has round its content: the head of the first page, the running foot, and the document's own particulars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from builder.handouts.columns import letters
from builder.handouts.errors import TypesetError
from builder.handouts.kinds import KINDS
from builder.handouts.nodes import Node, node, walk
from builder.handouts.outline import levelled
from builder.markup.elements import printed_day, printed_days
from builder.model.lesson import Lesson
from builder.model.view import View
from builder.signs import APART

BOLD = 0.6
"""The width of a bold Latin letter as a part of its size, with some white to spare."""

DENSITIES = ("open", "compact", "dense")
"""How closely a document is set; a later one is taken when an earlier one does not keep to its pages."""


def document(
    view: View, lesson: Lesson, kind: str, body: list[Node], density: str = "open", sources: Iterable[Node] = ()
) -> Node:
    """The tree of a document that runs over pages.

    `sources` are all notes the body may refer to (`{id, body}`); those it does refer to are printed at its end, numbered in the
    order of their first mention.
    """
    notes = _mentioned(body, list(sources))
    return {
        **particulars(view, lesson, kind),
        "layout": "page",
        "density": density,
        "notes": [{"id": note["id"]} for note in notes],
        "body": levelled([*body, *_notes(view, notes)]),
    }


@dataclass(frozen=True)
class Head:
    """What stands above a piece: its title, facts in small letters, and the colour and figure it is known by."""

    title: str
    reviewed: date
    facts: tuple[str, ...]
    colour: str
    figure: str


def particulars(view: View, lesson: Lesson, kind: str) -> Node:
    """The particulars of a piece of a lesson."""
    module = view.curriculum.module_of(lesson.id)
    assert module is not None, "a lesson of a view stands in a module"
    band = view.word("blocks.band", band=lesson.head.band)
    facts = (view.say(module.title), band, view.word("blocks.minutes", minutes=lesson.head.minutes))
    return named(view, kind, Head(lesson.head.title, lesson.head.reviewed, facts, module.colour, module.figure))


def named(view: View, kind: str, head: Head) -> Node:
    """What every tree has besides its content: names, language, paper, colours, and what stands in its head and at its foot."""
    label = view.word(f"print.{kind}")
    name = head.title if label == head.title else f"{head.title} – {label}"
    return {
        "language": view.language,
        "variant": "",
        "title": head.title,
        "name": name,
        "author": view.say(view.curriculum.plan.title),
        "keywords": [*head.facts[:2], label],
        "date": [head.reviewed.year, head.reviewed.month, head.reviewed.day],
        "paper": view.edition.paper,
        "colour": head.colour,
        "drawing": drawing(head.figure),
        "reader": "pupil" if KINDS[kind].audience == "student" else "teacher",
        "head": {"facts": [*([] if label == head.title else [label]), *head.facts]},
        "foot": _foot(view, name),
    }


@cache
def drawing(name: str) -> str:
    """The SVG of a module's figure: the same file as on the site.

    Raises `TypesetError` when it holds words: in a font that is not ours they would vanish without a sound.
    """
    svg = (files("builder") / "site" / "theme" / "assets" / "figures" / f"{name}.svg").read_text("utf-8")
    if "<text" in svg:
        raise TypesetError(f"figures/{name}.svg: a drawing for print must not hold words; draw the letters as shapes")
    return svg


def _foot(view: View, name: str) -> Node:
    law = view.law.jurisdiction
    about = [
        view.say(view.edition.school.name),
        view.say(law.name),
        view.word("print.law-as-of", date=printed_days(view, law.law_as_of)),
        view.word("print.help-checked", date=printed_day(view, view.help.checked)),
    ]
    return {
        "title": name,
        "about": APART.join(part for part in about if part),
        "page": view.word("print.page"),
        "room": round(letters(view.word("print.page", page=88, pages=88)) * BOLD, 1),
        "licence": f"{view.say(view.curriculum.plan.title)} · {view.say(view.curriculum.plan.licence)}",
    }


def _mentioned(body: list[Node], sources: list[Node]) -> list[Node]:
    """The notes the body mentions, each once, in the order of mention."""
    by_id = {source["id"]: source for source in sources}
    ids = dict.fromkeys(found["id"] for found in walk(body) if found["kind"] == "note")
    return [by_id[wanted] for wanted in ids if wanted in by_id]


def _notes(view: View, notes: list[Node]) -> list[Node]:
    if not notes:
        return []
    entries = node("list", ordered=True, items=[note["body"] for note in notes])
    return [node("section", role="notes", level=2, title=[view.word("blocks.footnotes")], body=[entries], marks={})]
