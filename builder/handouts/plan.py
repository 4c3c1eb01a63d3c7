"""The plan of a teacher guide: what to read first, what to read aloud, and the minutes. Two pages at most."""

from __future__ import annotations

from builder.handouts.law import law_named
from builder.handouts.lesson_tree import LessonTree, is_part, without
from builder.handouts.nodes import Inline, Node, listing, node, para, section
from builder.handouts.tree import inline_of
from builder.model.lesson import Lesson
from builder.model.view import View


def plan(view: View, lesson: Lesson, tree: LessonTree) -> list[Node]:
    """The blocks of the plan: checklist, choices and rules, table of minutes, objectives."""
    return [
        *_read_first(view, tree),
        *_read_aloud(view, tree),
        *_minutes(view, lesson, tree),
        _objectives(view, lesson),
    ]


def _read_first(view: View, tree: LessonTree) -> list[Node]:
    """What to prepare, as boxes to tick. Law cards are named only: they stand whole at the end of the guide."""
    before = [part for part in tree.parts("teacher") if part["marks"].get("part") == "before"]
    body = [_ticked(block) for part in before for block in law_named(view, part["body"])]
    body.append(listing([[para(view.word("print.bring"))]], role="check"))
    return [section("read-first", [view.word("print.read-first")], body)]


def _ticked(block: Node) -> Node:
    return {**block, "role": "check"} if block["kind"] == "list" and not block["ordered"] else block


def _read_aloud(view: View, tree: LessonTree) -> list[Node]:
    """The choices and the ground rules, beside each other."""
    choices, rules = (_plain(part) for part in (tree.parts("choices"), tree.parts("ground-rules")))
    label: list[Inline] = [view.word("print.read-aloud")]
    left = [{**part, "label": label} for part in choices]
    if not left or not rules:
        return [*left, *rules]
    return [node("columns", left=left, right=rules, share=56)]


def _plain(parts: list[Node]) -> list[Node]:
    return [{**part, "body": without(part["body"], is_part("teacher", "slide"))} for part in parts]


def _minutes(view: View, lesson: Lesson, tree: LessonTree) -> list[Node]:
    """The table of activities with the clock of the whole lesson and of its core path."""
    head: list[list[Inline]] = [
        [view.word("print.whole-clock", minutes=lesson.head.minutes)], [view.word("print.activity")], [view.word("print.grouping")],
        [view.word("print.core-clock", minutes=lesson.head.core_minutes)],
    ]  # fmt: skip
    rows, core = [], []
    whole = short = 0
    for number, activity in enumerate(tree.parts("activity"), 1):
        marks = activity["marks"]
        minutes = int(marks["minutes"])
        clock: list[Inline] = ["–"]
        if marks["core"] == "true":
            core.append(number - 1)
            clock, short = [_span(short, minutes)], short + minutes
        what: list[Inline] = [
            node("strong", body=[f"{number} ", *activity["title"]]),
            f" · {view.word('blocks.' + marks['kind'])}",
        ]
        rows.append([[_span(whole, minutes)], what, [view.word("blocks." + marks["grouping"])], clock])
        whole += minutes
    note = para(view.word("print.plan-note", core=lesson.head.core_minutes, minutes=lesson.head.minutes), role="small")
    table = node("table", head=[head], rows=rows, core=core, widths=[15, 52, 16, 17])
    return [section("plan", [view.word("print.plan")], [table, note])] if rows else []


def _span(start: int, minutes: int) -> str:
    return f"{start}–{start + minutes}"


def _objectives(view: View, lesson: Lesson) -> Node:
    items = [[para(*inline_of(objective.text, lesson.path, lesson.language))] for objective in lesson.head.objectives]
    return section("objectives", [view.word("print.objectives")], [listing(items)])
