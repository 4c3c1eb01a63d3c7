"""Scenario cards: the lesson's stories to cut out and deal, the story in front and its questions at the back."""

from __future__ import annotations

import re
from string import ascii_uppercase

from builder.handouts.frame import particulars
from builder.handouts.lesson_tree import LessonTree, is_part, origin, sections
from builder.handouts.nodes import Inline, Node, listing, node, para, plain
from builder.handouts.piece import Piece
from builder.model.lesson import Lesson
from builder.model.view import View

_QUOTED = re.compile(r"[“「『][^”」』]*[”」』]")
"""What somebody in a story says: a question in it is not one for the class."""

_ASKS = ("card-ask-words", "card-ask-tell", "card-ask-helps")
"""What can be asked about every story, for one that comes with few questions."""

_FEWEST = 3
"""Questions on a back."""


def cards(view: View, lesson: Lesson, tree: LessonTree) -> Piece | None:
    """The cards of a lesson, or `None` when it tells no story. `view` must be a pupil's."""
    assert view.audience == "student", "cards are for pupils"
    found = [story for story in sections(tree.blocks) if is_part("scenario")(story)]
    stories = [{"letter": ascii_uppercase[number % 26], **_card(view, story)} for number, story in enumerate(found)]
    if not stories:
        return None
    made = {
        **particulars(view, lesson, "cards"),
        "layout": "cards",
        "density": "open",
        "notes": [],
        "cards": stories,
        "asks": [view.word("print.card-asks")],
        "about": _about(view),
    }
    return Piece(lesson.id, "cards", lesson.language, lesson.head.reviewed, (made,), (origin(lesson),))


def _card(view: View, story: Node) -> Node:
    """A story as `{title, name, front, back}`: what a class is asked, in its last list or table, stands at the back."""
    *body, last = [block for block in story["body"] if block["kind"] != "lines"] or [para()]
    asked: list[list[Node]] = []
    if last["kind"] == "table":
        asked = _lines_of(last)["items"]
    elif last["kind"] == "list" and not last["ordered"]:
        told, asked = _apart(last["items"])
        body += [{**last, "items": told}] if told else []
    else:
        body.append(last)
    questions = [item["body"] for block in asked for item in block]
    questions += [[view.word(f"print.{ask}")] for ask in _ASKS[: max(0, _FEWEST - len(questions))]]
    return {
        "title": story["title"],
        "name": plain(story["title"]),
        "front": [_lines_of(block) if block["kind"] == "table" else block for block in body],
        "back": [listing([[para(*question)] for question in questions], ordered=True)],
    }


def _apart(items: list[list[Node]]) -> tuple[list[list[Node]], list[list[Node]]]:
    """The last list of a story in two: what still belongs to the story, and what the class is asked."""
    first = next((number for number, item in enumerate(items) if "?" in _QUOTED.sub("", _words(item))), 0)
    return items[:first], items[first:]


def _words(item: list[Node]) -> str:
    return " ".join(plain(block["body"]) for block in item)


def _lines_of(table: Node) -> Node:
    """A table has no room on a card: a list of the first words of each of its rows does."""
    rows: list[list[Inline]] = [next((cell for cell in row if len(plain(cell)) > 2), []) for row in table["rows"]]
    numbered = all(plain(row).startswith(str(number)) for number, row in enumerate(rows, 1))
    return listing(([para(*(_bare(row) if numbered else row))] for row in rows if row), ordered=numbered)


def _bare(row: list[Inline]) -> list[Inline]:
    """The row without the number it begins with: the list counts."""
    first, *rest = row
    return [first.lstrip("0123456789. "), *rest] if isinstance(first, str) else row


def _about(view: View) -> list[Inline]:
    """The lines at the foot of each back: that nobody in it is real, and whom to talk to."""
    invented, service = view.word("print.card-invented"), view.role("child")
    if service is None or not service.phone:
        return [invented]
    contact = f"{view.called(service)} {view.say(service.phone)}"
    return [invented, node("break"), view.word("print.card-talk", contact=contact)]
