"""The teacher guide: a plan of one sheet, the pages on disclosure, then notes for each activity, questions, law and sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from builder.handouts.activity_notes import activities
from builder.handouts.cites import sources
from builder.handouts.deck import Scene, numbers
from builder.handouts.disclosure import sheet
from builder.handouts.frame import document
from builder.handouts.law import law_cards, law_named
from builder.handouts.lesson_tree import LessonTree, origin, untitled
from builder.handouts.nodes import Node, heading, listing, node, para, section
from builder.handouts.piece import PLAN_END, Origin, Piece
from builder.handouts.plan import plan
from builder.handouts.tree import inline_of, tree_of
from builder.markup import render
from builder.markup.inline import ViewKey
from builder.model.lesson import Lesson, Page
from builder.model.view import View

PLAN_PAGES = 2
"""A tired teacher reads two pages before the lesson."""

DISCLOSURE = ("if-a-pupil-tells-you", "if-a-pupil-did-it")
"""Guides that stand whole in every printed guide: they must be one step away."""

PARTS = ("adaptations", "questions", "after")
"""The teacher's parts, in this order."""


def guide(view: View, lesson: Lesson, made: LessonTree, scenes: list[Scene]) -> Piece:
    """The guide of a lesson, from its tree in the same view and its slides. `view` must be a teacher's."""
    assert view.audience == "teacher", "a guide is for teachers"
    tree = LessonTree(untitled(view, made.blocks), made.sources)
    aside = _beside_the_lesson(view, lesson, tree)
    parts = _parts(view, lesson, tree, numbers(scenes))
    drafts = tuple(_document(view, lesson, parts, aside[:cut], aside[cut:]) for cut in range(len(aside), -1, -1))
    pages = tuple(Origin(page.path, page.body.line, page.body.text) for page in _pages(view))
    return Piece(
        lesson.id,
        "guide",
        lesson.language,
        lesson.head.reviewed,
        drafts,
        (origin(lesson), *pages),
        plan_pages=PLAN_PAGES,
    )


@dataclass(frozen=True)
class _Parts:
    """What stands in every draft of a guide, laid out once."""

    plan: list[Node]
    notes: list[Node]
    law: list[Node]
    sources: list[Node]


def _parts(view: View, lesson: Lesson, tree: LessonTree, slides: dict[str, tuple[int, int]]) -> _Parts:
    """The plan; the pages on disclosure, each on sheets of their own, and the activities; the law they name."""
    blocks, sheets = _disclosure(ViewKey(view))
    notes = [
        *sheets,
        node("pagebreak"),
        heading(2, view.word("print.activity-notes"), mark=None if sheets else PLAN_END),
        *activities(view, view.quiz(lesson.id), tree, slides),
    ]
    law = law_cards(view, [*tree.blocks, *blocks], threats=False)
    return _Parts(
        list(plan(view, lesson, tree)), notes, list(law), [*tree.sources, *sources(view, _cites(view, lesson))]
    )


def _document(view: View, lesson: Lesson, parts: _Parts, before: list[Node], after: list[Node]) -> Node:
    """A draft: what has room beside the plan stands `before` the notes, the rest `after` them."""
    body = [*parts.plan, *before, *parts.notes, *after, *parts.law]
    made = document(view, lesson, "guide", body, "dense", parts.sources)
    made["head"]["question"] = inline_of(lesson.head.question, lesson.path, lesson.language)
    return made


def _cites(view: View, lesson: Lesson) -> list[str]:
    quiz = view.quiz(lesson.id)
    return [cite for item in quiz.items for cite in item.cite] if quiz else []


def _beside_the_lesson(view: View, lesson: Lesson, tree: LessonTree) -> list[Node]:
    """What is no activity and no law: as much of it as there is room for stands on the plan's two pages, the rest behind the activities."""
    parts = tree.parts("teacher")
    return [
        *[
            {**part, "role": "plain", "body": law_named(view, part["body"])}
            for kind in PARTS
            for part in parts
            if part["marks"].get("part") == kind
        ],
        *[{**part, "role": "easy-read"} for part in tree.parts("easy-read")],
        *_standards(view, lesson),
    ]


def _pages(view: View) -> list[Page]:
    """The pages on disclosure, where the curriculum has them."""
    pages = view.curriculum.pages
    found = (
        next((pages[key] for key in ((name, view.language), (f"guides/{name}", view.language)) if key in pages), None)
        for name in DISCLOSURE
    )
    return [page for page in found if page]


@lru_cache(maxsize=4)
def _disclosure(key: ViewKey) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The blocks of the pages on disclosure, and their sheets; the first one carries the mark that ends the plan.

    Remembered, since they stand in the guide of every lesson.
    """
    blocks: list[Node] = []
    sheets: list[Node] = []
    for number, page in enumerate(_pages(key.view)):
        made = tree_of(render(key.view, page.body.text), page.path, key.view.language)
        kept = [block for block in made if block.get("role") != "notes"]
        blocks += kept
        sheets += sheet(key.view, page.head.title, kept, PLAN_END if number == 0 else None)
    return tuple(blocks), tuple(sheets)


def _standards(view: View, lesson: Lesson) -> list[Node]:
    found = [view.registers.standards[wanted] for wanted in lesson.head.standards if wanted in view.registers.standards]
    items = [
        [para(node("strong", body=[f"{view.say(s.body)}: {view.say(s.name)}."]), f" {view.say(s.what)}")] for s in found
    ]
    return [section("plain", [view.word("print.standards")], [listing(items)])] if items else []
