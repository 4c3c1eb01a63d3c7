"""A lesson's body as a print tree, and how to find things in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.handouts.balance import height
from builder.handouts.nodes import Inline, Node, node, plain
from builder.handouts.piece import Origin
from builder.handouts.tree import tree_of
from builder.markup import render_lesson
from builder.model.lesson import Lesson
from builder.model.view import View

LONG_STORY = 20
"""Lines: a longer story may go on over the page."""


@dataclass(frozen=True)
class LessonTree:
    """The body's blocks, and its notes as `{id, body}`."""

    blocks: list[Node]
    sources: list[Node]

    def parts(self, role: str) -> list[Node]:
        """All sections of that role, wherever they stand, in the order of the page."""
        return [block for block in sections(self.blocks) if block["role"] == role]


def lesson_tree(view: View, lesson: Lesson) -> LessonTree:
    """The print tree of the lesson as `view` sees it. Raises `TypesetError` for what paper does not know."""
    blocks = tree_of(render_lesson(view, lesson, forms=False), lesson.path, lesson.language)
    sources = [note for block in blocks if block.get("role") == "notes" for note in _notes_in(block)]
    return LessonTree([block for block in blocks if block.get("role") != "notes"], sources)


def origin(lesson: Lesson) -> Origin:
    """The lesson's file, for messages."""
    return Origin(lesson.path, lesson.body.line, lesson.body.text)


def sections(blocks: list[Node]) -> Iterator[Node]:
    """Every section in the blocks, an outer one before those inside it."""
    for block in blocks:
        if block["kind"] == "section":
            yield block
            yield from sections(block["body"])


def without(blocks: list[Node], unwanted: Callable[[Node], bool]) -> list[Node]:
    """The blocks without those that are `unwanted`, inside sections as well."""
    kept = [block for block in blocks if not unwanted(block)]
    return [
        {**block, "body": without(block["body"], unwanted)} if block["kind"] == "section" else block for block in kept
    ]


def replaced(blocks: list[Node], wanted: Callable[[Node], bool], by: Callable[[Node], list[Node]]) -> list[Node]:
    """The blocks with every one that is `wanted` replaced, inside sections as well."""
    out: list[Node] = []
    for block in blocks:
        if wanted(block):
            out += by(block)
        else:
            out.append({**block, "body": replaced(block["body"], wanted, by)} if block["kind"] == "section" else block)
    return out


def is_part(*roles: str) -> Callable[[Node], bool]:
    """A test for sections of these roles."""
    return lambda block: block["kind"] == "section" and block["role"] in roles


def _notes_in(block: Node) -> Iterator[Node]:
    for inner in block["body"]:
        if "notes" in inner:
            for identity, body in zip(inner["notes"], inner["items"], strict=True):
                yield {"id": identity, "body": body}


def untitled(view: View, blocks: list[Node]) -> list[Node]:
    """The blocks with no word above a note that has no title of its own: its frame says what it is."""
    bare = view.word("blocks.note")
    return replaced(
        blocks,
        lambda block: is_part("note")(block) and plain(block["title"]) == bare,
        lambda note: [{**note, "title": []}],
    )


def whole(block: Node) -> Node:
    """A story that is not long stays on one page, with its table and its questions."""
    return {**block, "whole": True} if is_part("scenario")(block) and height([block]) < LONG_STORY else block


def with_slots(block: Node) -> Node:
    """A table to put in order with a box for each number; anything else as it is."""
    if block.get("task") != "order":
        return block
    return {**block, "rows": [[cell or [node("slot")] for cell in row] for row in block["rows"]]}


def without_facts(card: Node, terms: list[str]) -> Node:
    """A card without the entries under these terms."""
    return _with_entries(card, lambda entries: [entry for entry in entries if plain(entry["term"]) not in terms])


def _unlabelled(card: Node, term: str) -> Node:
    """A card whose entry under this term stands without it."""
    return _with_entries(
        card, lambda entries: [{**entry, "term": []} if plain(entry["term"]) == term else entry for entry in entries]
    )


def _with_entries(card: Node, change: Callable[[list[Node]], list[Node]]) -> Node:
    """A card with its facts changed."""
    body = [
        {**block, "entries": change(block["entries"])} if block["kind"] == "facts" else block for block in card["body"]
    ]
    return {**card, "body": body}


def pathway(steps: Node, *, short: bool) -> Node:
    """A pathway; when `short`, the steps alone, without the reason and the contacts below each."""
    return {**steps, "body": [_short_steps(block) if short else block for block in steps["body"]]}


def _short_steps(block: Node) -> Node:
    if block["kind"] != "list":
        return block
    return {
        **block,
        "items": [[part for part in item if part.get("role") not in {"why", "contacts"}] for item in block["items"]],
    }


def help_box(view: View, box: Node, *, short: bool = False) -> Node:
    """A help section for paper: every service with its number first and large. When `short`, with the facts needed to call.

    What costs nothing is *free*, without a word before it.
    """
    body = [_service(view, block, short) if is_part("service")(block) else block for block in box["body"]]
    return {**box, "body": body}


def _service(view: View, service: Node, short: bool) -> Node:
    call: list[Inline] = next((block["body"] for block in service["body"] if block.get("role") == "call"), [])
    number = [part for part in call if isinstance(part, dict) and part.get("role") == "phone"]
    name = [part for part in call if isinstance(part, dict) and part.get("role") != "phone"]
    label: list[Inline] = next((block["body"] for block in service["body"] if block.get("role") == "role"), [])
    left_out = {"call", "role", "what"} if short else {"call", "role"}
    rest = [block for block in service["body"] if block.get("role") not in left_out]
    # Without a number the address is the way to get there.
    short_facts = ["ages", "languages", "anonymous", *(["web"] if number else [])] if short else []
    silent = [view.word(f"blocks.{fact}") for fact in ("checked-on", *short_facts)]
    told = _unlabelled(without_facts({**service, "body": rest}, silent), view.word("blocks.cost"))
    return {**told, "title": name, "label": label, "number": number}
