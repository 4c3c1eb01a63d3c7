"""The pupil's handout: the stories, the lines to write on, the law, the way to help. It is made from the pupil's view of the lesson."""

from __future__ import annotations

from typing import NamedTuple

from builder.handouts.balance import best_share, height
from builder.handouts.frame import document
from builder.handouts.law import law_cards, law_line
from builder.handouts.lesson_tree import (
    LessonTree,
    help_box,
    is_part,
    origin,
    pathway,
    whole,
    with_slots,
)
from builder.handouts.nodes import Inline, Node, listing, node, para, section
from builder.handouts.piece import Piece
from builder.handouts.tree import inline_of
from builder.handouts.variants import WIDEST, in_variant
from builder.model.lesson import Lesson
from builder.model.view import View

PAGES = 4
"""A handout is two sheets printed on both sides."""

SHORT_STEPS = 12
"""Lines: a list of steps that is shorter may stand beside another."""

ALWAYS = ("scenario", "myth", "statute", "quote", "fact")
"""Sections of an activity that a pupil needs on paper."""

FRAMES = ("support", "note", "stretch")
"""Sections of an activity that come along when there is room."""

ELSEWHERE = ("quiz", "baseline", "law", "help", "pathway")
"""Sections that have a place or a sheet of their own."""


class Draft(NamedTuple):
    """What comes along of the activities, which law cards stand whole, how closely it is set, and whether aims and words come along."""

    room: str
    law: str
    density: str
    aims: bool = True


DRAFTS = (
    Draft("everything", "all", "open"), Draft("tasks", "all", "compact"), Draft("tasks", "core", "compact"), Draft("tasks", "core", "dense"),
    Draft("tasks", "few", "dense"), Draft("tasks", "few", "dense", aims=False), Draft("lists", "few", "dense", aims=False), Draft("stories", "few", "dense", aims=False),
    Draft("bare", "few", "dense", aims=False),
)  # fmt: skip
"""The fullest first. Before anything goes that a task points at, the aims and the glossary's words go.

`everything`: the whole text of the activities; `tasks`: lists, frames, and paragraphs that begin with bold words (claims, sources, rounds);
`lists`: the lists alone; `stories`: neither; `bare`: no table but those with empty cells. `core`: law cards of activities outside
the core path are only named; `few`: those that stand outside any activity as well, and steps and numbers come without
what is not needed to take or to call them, cards without what a rule threatens.
"""


def handout(view: View, lesson: Lesson, tree: LessonTree) -> list[Piece]:
    """The handout of a lesson in all its forms, from its tree in the same view. `view` must be a pupil's: a teacher's would carry notes."""
    assert view.audience == "student", "a pupil's handout is made from a pupil's view"
    drafts = [tables for draft in DRAFTS for tables in _whole_or_loose(_document(view, lesson, tree, draft))]
    made = Piece(
        lesson.id, "handout", lesson.language, lesson.head.reviewed, tuple(drafts), (origin(lesson),), pages=PAGES
    )
    full = _document(view, lesson, tree, FOR_VARIANTS)
    return [made, *(in_variant(view, made, variant, full) for variant in WIDEST)]


def _whole_or_loose(made: Node) -> tuple[Node, Node]:
    """A draft with its short tables whole, and the same with tables that may go on over the page: words come before white space."""
    return made, {**made, "loose": True}


FOR_VARIANTS = Draft("tasks", "few", "open", aims=False)
"""What large print holds: everything a task points at. It may take more pages."""


def _document(view: View, lesson: Lesson, tree: LessonTree, draft: Draft) -> Node:
    short = draft.law == "few"
    body = [
        *(_objectives(view, lesson) if draft.aims else []),
        *_activities(view, tree, draft.room),
        *(_vocabulary(view, lesson) if draft.aims else []),
        *_law(view, tree, draft.law),
        *_steps([pathway(steps, short=short) for steps in tree.parts("pathway")]),
        *[help_box(view, box, short=short) for box in tree.parts("help")],
    ]
    made = document(view, lesson, "handout", body, draft.density, tree.sources)
    made["head"]["question"] = inline_of(lesson.head.question, lesson.path, lesson.language)
    return made


def _steps(pathways: list[Node]) -> list[Node]:
    """The longest list of steps across the page, two short ones beside each other."""
    short = [steps for steps in pathways if height([steps]) < SHORT_STEPS]
    if len(short) != 2:
        return pathways
    beside = node("columns", left=short[:1], right=short[1:], share=best_share(short[:1], short[1:]))
    return [*(steps for steps in pathways if steps not in short), beside]


def _objectives(view: View, lesson: Lesson) -> list[Node]:
    items = [[para(*inline_of(objective.text, lesson.path, lesson.language))] for objective in lesson.head.objectives]
    return [section("objectives", [view.word("print.objectives")], [listing(items)])]


def _activities(view: View, tree: LessonTree, room: str) -> list[Node]:
    """The activities that have something for paper, numbered as in the lesson."""
    out = []
    for number, activity in enumerate(tree.parts("activity"), 1):
        kept = _for_paper(view, activity["body"], room)
        if kept:
            out.append(
                node(
                    "section",
                    role="activity",
                    level=2,
                    number=str(number),
                    title=activity["title"],
                    body=kept,
                    marks={},
                )
            )
    return out


def _for_paper(view: View, blocks: list[Node], room: str) -> list[Node]:
    """What of an activity a pupil needs on paper; a list comes with the line that leads to it."""
    out: list[Node] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if is_part(*ELSEWHERE)(block) or block.get("role") == "activity-facts":
            continue
        if _comes_along(block, room):
            out += [*_leading(before, block, out), _labelled(view, block)]
    return out


def _comes_along(block: Node, room: str) -> bool:
    """Whether there is room for a block of an activity."""
    if block["kind"] == "lines" or is_part(*ALWAYS)(block) or room == "everything":
        return True
    if block["kind"] == "table":
        return room != "bare" or not all(cell for row in block["rows"] for cell in row)
    if block["kind"] == "list":
        return room in {"tasks", "lists"}
    return room == "tasks" and (is_part(*FRAMES)(block) or _begins_bold(block))


def _begins_bold(block: Node) -> bool:
    """A paragraph with a label of its own: a claim, a source, a round."""
    first = next(iter(block.get("body", [])), "")
    return block["kind"] == "para" and isinstance(first, dict) and first["kind"] == "strong"


def _leading(before: Node | None, block: Node, out: list[Node]) -> list[Node]:
    """The line before a list, which says what it is a list of, and a heading before anything; unless it is there already."""
    if before is None or (out and out[-1] is before):
        return []
    leads = before["kind"] == "heading" or (block["kind"] == "list" and before["kind"] == "para")
    return [before] if leads else []


def _law(view: View, tree: LessonTree, law: str) -> list[Node]:
    if law == "all":
        return law_cards(view, tree.blocks)
    aside = [block for block in tree.blocks if not _is_core(block) and (law == "few" or is_part("activity")(block))]
    kept = law_cards(view, [block for block in tree.blocks if block not in aside], threats=law != "few")
    return [*kept, *law_line(view, aside, "print.more-law-cards", kept)]


def _is_core(block: Node) -> bool:
    return is_part("activity")(block) and block["marks"].get("core") == "true"


def _labelled(view: View, block: Node) -> Node:
    label: list[Inline] = [view.word("blocks.scenario")]
    return whole({**block, "label": label}) if is_part("scenario")(block) else with_slots(block)


def _vocabulary(view: View, lesson: Lesson) -> list[Node]:
    """The lesson's words with their meaning, as the glossary has them."""
    found = [view.registers.glossary[wanted] for wanted in lesson.head.vocabulary if wanted in view.registers.glossary]
    entries = [{"term": [view.say(entry.term)], "body": [view.say(entry.definition)]} for entry in found]
    if not entries:
        return []
    return [section("vocabulary", [view.word("print.vocabulary")], [node("facts", entries=entries, role="glossary")])]
