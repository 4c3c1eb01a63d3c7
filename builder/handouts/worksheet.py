"""The worksheet: what pupils write, match and put in order, with the words each task needs, and their own first steps at the end.

It stands on its own: who has only this sheet can do every task on it.
"""

from __future__ import annotations

from string import ascii_uppercase

from builder.handouts.frame import document
from builder.handouts.law import law_cards, law_line, without_law
from builder.handouts.lesson_tree import LessonTree, is_part, origin, whole, with_slots
from builder.handouts.nodes import Inline, Node, node, para, section
from builder.handouts.piece import Piece
from builder.handouts.tree import inline_of
from builder.handouts.variants import WIDEST, in_variant
from builder.model.lesson import Lesson
from builder.model.shuffle import shuffled
from builder.model.view import View

PAGES = 6
"""Three sheets printed on both sides, with room to write."""

NEEDED = ("scenario", "fact", "support")
"""Sections of an activity without which its task cannot be done."""

WRITTEN = ("table", "lines", "list")
"""Blocks that a line of words leads to."""


def worksheet(view: View, lesson: Lesson, tree: LessonTree) -> list[Piece]:
    """The worksheet of a lesson in all its forms; none when nothing in it is done on paper. `view` must be a pupil's."""
    assert view.audience == "student", "a pupil's worksheet is made from a pupil's view"
    activities = [(str(number), activity) for number, activity in enumerate(tree.parts("activity"), 1)]
    tasks = [made for number, activity in activities if (made := _task(view, number, activity))]
    if not tasks:
        return []
    drafts = tuple(_document(view, lesson, tree, tasks, density) for density in ("roomy", "open", "compact"))
    sheet = Piece(lesson.id, "worksheet", lesson.language, lesson.head.reviewed, drafts, (origin(lesson),), pages=PAGES)
    return [sheet, *(in_variant(view, sheet, variant, drafts[0]) for variant in WIDEST)]


def _document(view: View, lesson: Lesson, tree: LessonTree, tasks: list[Node], density: str) -> Node:
    core = [task for task in tasks if task["marks"]["core"] == "true"]
    cards = law_cards(view, core, threats=False)
    body = [
        para(view.word("print.worksheet-intro"), role="lead"),
        *(without_law(task) for task in tasks),
        _first_steps(view, tree),
        *cards,
        *law_line(view, tasks, "print.more-law-cards", cards),
    ]
    made = document(view, lesson, "worksheet", body, density, tree.sources)
    made["head"]["question"] = inline_of(lesson.head.question, lesson.path, lesson.language)
    return made


def _task(view: View, number: str, activity: Node) -> Node | None:
    """The activity as far as it is done on paper, or `None`. The closing one is the pupil's own first steps, at the end."""
    if activity["marks"]["kind"] == "close":
        return None
    blocks = activity["body"]
    last = max((place for place, block in enumerate(blocks) if _is_written(block)), default=None)
    if last is None:
        return None
    kept = [block for place, block in enumerate(blocks) if _comes_along(blocks, place, last)]
    body = [made for block in kept for made in (*_how(view, block), _on_paper(view, block))]
    return {**activity, "level": 2, "number": number, "body": _led(body)}


def _led(body: list[Node]) -> list[Node]:
    """The blocks, with every line that leads to a table, lines or a list kept together with it."""
    return [
        {**block, "leads": True} if block["kind"] == "para" and after["kind"] in WRITTEN else block
        for block, after in zip(body, [*body[1:], node("rule")], strict=True)
    ]


def _is_written(block: Node) -> bool:
    """Whether a pencil is needed: lines, a table with room in it, or one to match or put in order."""
    if block["kind"] == "table":
        return "task" in block or any(not cell for row in block["rows"] for cell in row)
    return block["kind"] == "lines" or (is_part("scenario")(block) and any(map(_is_written, block["body"])))


def _comes_along(blocks: list[Node], place: int, last: int) -> bool:
    """Whether a block is needed for the tasks of its activity, of which the one at `last` is the last."""
    block = blocks[place]
    if is_part("law")(block) or is_part(*NEEDED)(block):
        return True
    if place > last or block.get("role") == "activity-facts":
        return False
    if block["kind"] in WRITTEN:
        return True
    after = blocks[place + 1]
    return block["kind"] in {"para", "heading"} and (_begins_bold(block) or after["kind"] in WRITTEN)


def _begins_bold(block: Node) -> bool:
    first = next(iter(block["body"]), "")
    return isinstance(first, dict) and first["kind"] == "strong"


def _on_paper(view: View, block: Node) -> Node:
    if block.get("task") == "match":
        return _matched(view, block)
    if not is_part("scenario")(block):
        return with_slots(block)
    told = {**block, "label": [view.word("blocks.scenario")]}
    return told if any(map(_is_written, block["body"])) else whole(told)


def _how(view: View, block: Node) -> list[Node]:
    """What to do with a table to match, by the number of letters each row wants."""
    if block.get("task") != "match":
        return []
    others = len(block["head"][0]) - 1
    return [para(node("strong", body=[view.word("print.match-one" if others == 1 else "print.match-both")]))]


def _matched(view: View, table: Node) -> Node:
    """The table with its other columns in another order, each cell with a letter, and room for the letters beside the first."""
    first, *others = zip(*table["rows"], strict=True)
    head = table["head"][0]
    slots: list[Inline] = [node("slot") for _ in others]
    rows: list[list[list[Inline]]] = [[cell, slots] for cell in first]
    for number, column in enumerate(others):
        letters = ascii_uppercase if number == 0 else ascii_uppercase.lower()
        for row, letter, cell in zip(rows, letters, shuffled(list(column), f"{view.language}{number}"), strict=False):
            row.append([node("strong", body=[f"{letter} "]), *cell])
    widths = table["widths"]
    return node(
        "table", task="matched", head=[[head[0], [view.word("print.letters")], *head[1:]]], rows=rows,
        widths=[widths[0], round(sum(widths) * 0.11 * (1 + len(others)) / 1.6), *widths[1:]],
    )  # fmt: skip


def _first_steps(view: View, tree: LessonTree) -> Node:
    """What the lesson lets each pupil write for themselves at its close, and two numbers to copy."""
    closing = [part for part in tree.parts("activity") if part["marks"]["kind"] == "close"]
    lines = [block for part in closing for block in part["body"] if block["kind"] == "lines"]
    own = lines or [
        node("lines", prompt=[view.word(f"print.{name}")], body=[], count=count)
        for name, count in (("first-adult", 1), ("second-adult", 1), ("first-words", 2))
    ]
    return section(
        "first-steps",
        [view.word("print.first-steps")],
        [para(view.word("print.first-steps-own")), *own, *_numbers(view)],
    )


def _numbers(view: View) -> list[Node]:
    services = [service for role in ("emergency", "child") if (service := view.role(role)) and service.phone]
    contacts = [f"{view.called(service)} {view.say(service.phone)}" for service in services]
    return [para(node("strong", body=[" · ".join(contacts)]))] if contacts else []
