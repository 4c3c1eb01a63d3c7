"""The teacher guide: a plan of two pages, then the notes beside each activity, questions, adaptations, disclosure, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.handouts.cites import sources
from builder.handouts.columns import column_widths
from builder.handouts.frame import document
from builder.handouts.items.drawing import choice_words, letter, words
from builder.handouts.lesson_tree import LessonTree, is_part, law_cards, lesson_tree, origin
from builder.handouts.nodes import Inline, Node, heading, listing, node, para, section
from builder.handouts.piece import Origin, Piece
from builder.handouts.plan import law_named, plan
from builder.handouts.tree import inline_of, tree_of
from builder.markup import render
from builder.model.items import Item
from builder.model.lesson import Lesson, Page
from builder.model.quiz import Quiz
from builder.model.view import View

PLAN_PAGES = 2
"""A tired teacher reads two pages before the lesson."""

DISCLOSURE = ("if-a-pupil-tells-you", "if-a-pupil-did-it")
"""Guides that stand whole in every printed guide: they must be one step away."""

PARTS = ("questions", "adaptations", "after")
"""The teacher's parts after the activities, in this order."""


def guide(view: View, lesson: Lesson) -> Piece:
    """The guide of a lesson. `view` must be a teacher's."""
    assert view.audience == "teacher", "a guide is for teachers"
    tree = lesson_tree(view, lesson)
    drafts = tuple(_document(view, lesson, tree, density) for density in ("compact", "dense"))
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


def _document(view: View, lesson: Lesson, tree: LessonTree, density: str) -> Node:
    pages = [_page_tree(view, page) for page in _pages(view)]
    body = [
        *plan(view, lesson, tree),
        node("pagebreak"),
        heading(2, view.word("print.notes"), mark="plan-end"),
        *_activities(view, lesson, tree),
        *[
            _teacher_part(view, part)
            for wanted in PARTS
            for part in tree.parts("teacher")
            if part["marks"].get("part") == wanted
        ],
        *[{**part, "role": "easy-read"} for part in tree.parts("easy-read")],
        *[block for page in pages for block in _disclosure(view, page)],
        *law_cards(view, [*tree.blocks, *(block for page in pages for block in page.blocks)]),
        *_standards(view, lesson),
    ]
    made = document(view, lesson, "guide", body, density, [*tree.sources, *sources(view, _cites(view, lesson))])
    made["head"]["question"] = inline_of(lesson.head.question, lesson.path, lesson.language)
    return made


def _cites(view: View, lesson: Lesson) -> list[str]:
    quiz = view.quiz(lesson.id)
    return [cite for item in quiz.items for cite in item.cite] if quiz else []


def _activities(view: View, lesson: Lesson, tree: LessonTree) -> Iterator[Node]:
    """Every activity with its notes beside it."""
    quiz = view.quiz(lesson.id)
    for number, activity in enumerate(tree.parts("activity"), 1):
        notes = [block for block in activity["body"] if is_part("teacher", "slide")(block)]
        pupils = [block for block in activity["body"] if not is_part("teacher", "slide")(block)]
        left = [made for block in law_named(view, pupils) for made in _condensed(view, block, quiz)]
        right = [_labelled(view, block) for block in law_named(view, notes)]
        body = [node("columns", left=left, right=right, share=57)] if notes else left
        yield node(
            "section",
            role="activity",
            level=3,
            number=str(number),
            title=activity["title"],
            facts=_facts(view, activity),
            body=body,
            marks={},
        )


def _facts(view: View, activity: Node) -> list[str]:
    marks = activity["marks"]
    facts = [
        view.word("blocks.minutes", minutes=marks["minutes"]),
        view.word("blocks." + marks["grouping"]),
        view.word("blocks." + marks["kind"]),
    ]
    return [*facts, view.word("blocks.core")] if marks["core"] == "true" else facts


def _labelled(view: View, block: Node) -> Node:
    return {**block, "label": [view.word("blocks.slide")]} if is_part("slide")(block) else block


def _condensed(view: View, block: Node, quiz: Quiz | None) -> list[Node]:
    """A block of the pupils' page as the guide shows it: what stands on the handout is named, not repeated."""
    if block["kind"] == "lines":
        return [{**block, "count": 0}]
    if block.get("role") == "activity-facts":
        return []
    if block["kind"] == "table":
        return [_without_room(block)]
    if is_part("quiz")(block):
        return [para(view.word("print.quiz-here"), role="small")]
    if is_part("help", "pathway")(block):
        return [para(view.word("print.help-here"), role="small")]
    if is_part("baseline")(block):
        return _baseline(view, quiz) if quiz else []
    if is_part("scenario")(block):
        return [{**block, "label": [view.word("blocks.scenario")]}]
    return [block]


def _without_room(table: Node) -> Node:
    """A table without the room to write in its empty cells: teachers read it, pupils fill it in on their handout."""
    rows = [[cell or ["\u00a0"] for cell in row] for row in table["rows"]]
    return {**table, "rows": rows, "widths": column_widths([*table["head"], *rows])}


def _baseline(view: View, quiz: Quiz) -> list[Node]:
    """The questions for the show of hands, with the right answer in bold: the teacher counts right answers."""
    items = [_hands(view, quiz, item) for item in quiz.baseline]
    return [para(view.word("print.baseline-here"), role="small"), listing(items, ordered=True)]


def _hands(view: View, quiz: Quiz, item: Item) -> list[Node]:
    options: list[Inline] = []
    for answer in item.answers:
        name = letter(view, answer.id)
        option: list[Inline] = [f"{name} " if name else "", *choice_words(view, answer.id, answer.text, quiz.path)]
        options += [" · "] if options else []
        options += [node("strong", body=option)] if answer.right else option
    return [para(*words(view, item.stem, quiz.path)), para(*options, role="options")]


def _teacher_part(view: View, part: Node) -> Node:
    """Questions, adaptations, afterwards: parts of their own."""
    return {**part, "role": "plain", "body": law_named(view, part["body"])}


def _pages(view: View) -> list[Page]:
    """The pages on disclosure, where the curriculum has them."""
    pages = view.curriculum.pages
    found = (
        next((pages[key] for key in ((name, view.language), (f"guides/{name}", view.language)) if key in pages), None)
        for name in DISCLOSURE
    )
    return [page for page in found if page]


@dataclass(frozen=True)
class _PageTree:
    """A guide page: its title and blocks."""

    title: str
    blocks: list[Node]


def _page_tree(view: View, page: Page) -> _PageTree:
    blocks = tree_of(render(view, page.body.text), page.path, view.language)
    return _PageTree(page.head.title, [block for block in blocks if block.get("role") != "notes"])


def _disclosure(view: View, page: _PageTree) -> list[Node]:
    """The page on sheets of its own, so that it can be taken out and pinned up."""
    return [node("pagebreak"), section("plain", [page.title], law_named(view, page.blocks))]


def _standards(view: View, lesson: Lesson) -> list[Node]:
    found = [view.registers.standards[wanted] for wanted in lesson.head.standards if wanted in view.registers.standards]
    items = [
        [para(node("strong", body=[f"{view.say(s.body)}: {view.say(s.name)}."]), f" {view.say(s.what)}")] for s in found
    ]
    return [section("plain", [view.word("print.standards")], [listing(items)])] if items else []
