"""An activity in the teacher guide: its words condensed, the notes beside them, its tables across the page."""

from __future__ import annotations

from collections.abc import Iterator

from builder.handouts.balance import WIDEST, best_share, height, leads, two_columns
from builder.handouts.columns import column_widths
from builder.handouts.items.drawing import choice_words, letter, words
from builder.handouts.law import law_named
from builder.handouts.lesson_tree import LessonTree, is_part, sections, whole
from builder.handouts.nodes import Inline, Node, listing, node, para
from builder.model.items import Item
from builder.model.quiz import Quiz
from builder.model.view import View

Slides = dict[str, tuple[int, int]]
"""The first and the last slide of each activity, by the activity's number."""


def activities(view: View, quiz: Quiz | None, tree: LessonTree, slides: Slides) -> Iterator[Node]:
    """Every activity of the lesson with its notes beside it. `quiz` is the lesson's own, for the show of hands; slides are named only."""
    for number, activity in enumerate(tree.parts("activity"), 1):
        notes = [block for block in activity["body"] if is_part("teacher")(block)]
        pupils = [block for block in activity["body"] if not is_part("teacher", "slide")(block)]
        ours = [made for block in law_named(view, pupils) for made in _condensed(view, block, quiz)]
        yield node(
            "section",
            role="activity",
            level=3,
            number=str(number),
            title=activity["title"],
            facts=[*_facts(view, activity), _slides(view, *slides[str(number)])],
            body=_laid_out(ours, law_named(view, notes)),
            marks={},
        )


def _laid_out(ours: list[Node], notes: list[Node]) -> list[Node]:
    """Words and notes beside each other, each as wide as it is long; tables below them, where they have the whole width."""
    if not notes:
        return ours
    narrow, wide = _wide_apart(ours)
    first, rest = _as_tall_as(notes, narrow)
    beside = [node("columns", left=first, right=notes, share=best_share(first, notes))] if first else notes
    return [*beside, *two_columns(rest), *wide]


def _as_tall_as(notes: list[Node], narrow: list[Node]) -> tuple[list[Node], list[Node]]:
    """The words in two parts: as many as stand beside the notes without leaving white below them, and the rest."""
    room = height(notes, 100 - WIDEST) + 2
    for cut in range(len(narrow), 0, -1):
        if height(narrow[:cut], WIDEST) <= room and not leads(narrow[cut - 1]):
            return narrow[:cut], narrow[cut:]
    return narrow, []


def _wide_apart(blocks: list[Node]) -> tuple[list[Node], list[Node]]:
    """The blocks without a table in them, and those with one; the lines that lead to a table go with it."""
    narrow: list[Node] = []
    wide: list[Node] = []
    leading: list[Node] = []
    for block in blocks:
        if leads(block):
            leading.append(block)
            continue
        (wide if block.get("wide") or _has_table(block) else narrow).extend([*leading, block])
        leading = []
    return [*narrow, *leading], wide


def _has_table(block: Node) -> bool:
    inner = [block, *(deep for part in sections([block]) for deep in part["body"])]
    return any(found["kind"] == "table" for found in inner)


def _facts(view: View, activity: Node) -> list[str]:
    marks = activity["marks"]
    facts = [
        view.word("blocks.minutes", minutes=marks["minutes"]),
        view.word("blocks." + marks["grouping"]),
        view.word("blocks." + marks["kind"]),
    ]
    return [*facts, view.word("blocks.core")] if marks["core"] == "true" else facts


def _slides(view: View, first: int, last: int) -> str:
    return view.word("print.slides-here", numbers=str(first) if first == last else f"{first}–{last}")


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
        body = [made for inner in block["body"] for made in _condensed(view, inner, quiz)]
        return [whole({**block, "body": body, "label": [view.word("blocks.scenario")]})]
    return [block]


def _without_room(table: Node) -> Node:
    """A table without the room to write in its empty cells: teachers read it, pupils fill it in on their handout."""
    rows = [[cell or ["\u00a0"] for cell in row] for row in table["rows"]]
    return {**table, "rows": rows, "widths": column_widths([*table["head"], *rows])}


def _baseline(view: View, quiz: Quiz) -> list[Node]:
    """The questions for the show of hands, with the right answer in bold: the teacher counts right answers."""
    items = [_hands(view, quiz, item) for item in quiz.baseline]
    return [{**para(view.word("print.baseline-here"), role="small"), "leads": True}, listing(items, ordered=True)]


def _hands(view: View, quiz: Quiz, item: Item) -> list[Node]:
    options: list[Inline] = []
    for answer in item.answers:
        name = letter(answer.id)
        option: list[Inline] = [f"{name} " if name else "", *choice_words(view, answer.id, answer.text, quiz.path)]
        options += [" · "] if options else []
        options += [node("strong", body=option)] if answer.right else option
    return [para(*words(view, item.stem, quiz.path)), para(*options, role="options")]
