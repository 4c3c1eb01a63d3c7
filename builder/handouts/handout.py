"""The pupil's handout: the stories, the lines to write on, the law, the way to help. It is made from the pupil's view of the lesson."""

from __future__ import annotations

from builder.handouts.frame import document
from builder.handouts.lesson_tree import (
    LessonTree,
    help_box,
    is_part,
    law_cards,
    law_line,
    lesson_tree,
    origin,
    pathway,
)
from builder.handouts.nodes import Inline, Node, listing, node, para, section
from builder.handouts.piece import Piece
from builder.handouts.tree import inline_of
from builder.model.lesson import Lesson
from builder.model.view import View

PAGES = 4
"""A handout is two sheets printed on both sides."""

ALWAYS = ("scenario", "myth", "statute", "quote", "fact")
"""Sections of an activity that a pupil needs on paper."""

FRAMES = ("support", "note")
"""Sections of an activity that come along when there is room."""

DRAFTS = (
    ("everything", "all", "open"), ("lists", "all", "compact"), ("lists", "core", "compact"), ("lists", "core", "dense"),
    ("stories", "core", "compact"), ("stories", "core", "dense"), ("lists", "few", "compact"), ("stories", "few", "dense"),
    ("bare", "few", "dense"),
)  # fmt: skip
"""What comes along of the activities, which law cards stand whole, and how closely it is set; the fullest first.

`everything`: an activity's lists and frames too; `lists`: its lists; `stories`: neither; `bare`: no table but those with empty cells. `core`: law cards of activities outside
the core path are only named; `few`: those that stand outside any activity as well, and steps and numbers come without
what is not needed to take or to call them.
"""


def handout(view: View, lesson: Lesson) -> Piece:
    """The handout of a lesson. `view` must be a pupil's: a teacher's would carry notes."""
    assert view.audience == "student", "a pupil's handout is made from a pupil's view"
    tree = lesson_tree(view, lesson)
    drafts = [_document(view, lesson, tree, *draft) for draft in DRAFTS]
    return Piece(
        lesson.id, "handout", lesson.language, lesson.head.reviewed, tuple(drafts), (origin(lesson),), pages=PAGES
    )


def _document(view: View, lesson: Lesson, tree: LessonTree, room: str, law: str, density: str) -> Node:
    body = [
        *_objectives(view, lesson),
        *_activities(view, tree, room),
        *_vocabulary(view, lesson),
        *_law(view, tree, law),
        *[pathway(steps, short=law == "few") for steps in tree.parts("pathway")],
        *[help_box(view, box, short=law == "few") for box in tree.parts("help")],
    ]
    made = document(view, lesson, "handout", body, density, tree.sources)
    made["head"]["question"] = inline_of(lesson.head.question, lesson.path, lesson.language)
    return made


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
        if room == "bare" and block["kind"] == "table" and all(cell for row in block["rows"] for cell in row):
            continue
        if block["kind"] in {"lines", "table"} or is_part(*ALWAYS)(block):
            out.append(_labelled(view, block))
        elif room == "everything" and is_part(*FRAMES)(block):
            out.append(block)
        elif room in {"everything", "lists"} and block["kind"] == "list" and block.get("role") is None:
            out += [before, block] if before is not None and before["kind"] in {"para", "heading"} else [block]
    return out


def _law(view: View, tree: LessonTree, law: str) -> list[Node]:
    if law == "all":
        return law_cards(view, tree.blocks)
    aside = [block for block in tree.blocks if not _is_core(block) and (law == "few" or is_part("activity")(block))]
    kept = law_cards(view, [block for block in tree.blocks if block not in aside])
    return [*kept, *law_line(view, aside, "print.more-law-cards", kept)]


def _is_core(block: Node) -> bool:
    return is_part("activity")(block) and block["marks"].get("core") == "true"


def _labelled(view: View, block: Node) -> Node:
    label: list[Inline] = [view.word("blocks.scenario")]
    return {**block, "label": label} if is_part("scenario")(block) else block


def _vocabulary(view: View, lesson: Lesson) -> list[Node]:
    """The lesson's words with their meaning, as the glossary has them."""
    found = [view.registers.glossary[wanted] for wanted in lesson.head.vocabulary if wanted in view.registers.glossary]
    entries = [{"term": [view.say(entry.term)], "body": [view.say(entry.definition)]} for entry in found]
    if not entries:
        return []
    return [section("vocabulary", [view.word("print.vocabulary")], [node("facts", entries=entries, role="glossary")])]
