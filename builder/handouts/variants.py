"""The same sheet for other eyes: large print, letters that are hard to mix up, easy-read. Options of the one template, not copies of it.

What changes in the tree stands here; sizes, letters and distances stand in the template (`look.typ`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.handouts.columns import letters
from builder.handouts.nodes import Inline, Node, listing, node, para, plain, section
from builder.handouts.passages import sentences, without_lead
from builder.handouts.piece import Piece
from builder.model.view import View

SHORT_HEAD = 12
"""Letters: a longer head of a first column says what all rows are about, and is kept where they are told one by one."""

WIDEST = {"large": 2, "legible": 3}
"""Columns of a table that keeps its form; a wider one is told row by row."""


def in_variant(view: View, piece: Piece, variant: str, draft: Node) -> Piece:
    """The piece in one variant: the words of `draft`, in one column and without limits on its pages."""
    body = one_column(draft["body"], WIDEST[variant])
    made = {**draft, **named(view, draft, piece.kind, variant), "body": body}
    return replace(piece, variant=variant, drafts=(made,), pages=0, plan_pages=0)


def named(view: View, tree: Node, kind: str, variant: str) -> Node:
    """The particulars of a tree that say which variant it is."""
    label = view.word(f"print.{kind}")
    other = f"{label}, {view.word(f'print.form-{variant}')}"
    return {
        "variant": variant,
        "name": f"{tree['title']} – {other}",
        "keywords": [other if word == label else word for word in tree["keywords"]],
        "head": {**tree["head"], "facts": [other, *tree["head"]["facts"][1:]]},
        "foot": {**tree["foot"], "title": f"{tree['title']} – {other}"},
    }


def one_column(blocks: Iterable[Node], widest: int) -> list[Node]:
    """The blocks below each other, tables of more than `widest` columns row by row."""
    return [made for block in blocks for made in _straight(block, widest)]


def _straight(block: Node, widest: int) -> Iterator[Node]:
    if block["kind"] == "columns":
        yield from one_column([*block["left"], *block["right"]], widest)
    elif block.get("task") == "matched":
        yield from _sides(block)
    elif block["kind"] == "table" and block.get("widths") and len(block["head"][0]) > widest:
        if letters(plain(block["head"][0][0])) > SHORT_HEAD:
            yield {**para(node("strong", body=block["head"][0][0])), "leads": True}
        yield from (_row(block, row) for row in block["rows"])
    elif "body" in block and block["kind"] in {"section", "quote"}:
        yield {**block, "body": one_column(block["body"], widest), "whole": False}
    else:
        yield block


def _sides(table: Node) -> Iterator[Node]:
    """A table to match: first what is looked for, with room for the letters, then the lettered cells of each other column."""
    yield listing([[para(*first, "  ", *slots)] for first, slots, *_ in table["rows"]])
    for number, head in enumerate(table["head"][0][2:], 2):
        yield {**para(node("strong", body=head)), "leads": True}
        yield node("group", body=[para(*row[number]) for row in table["rows"]])


def _row(table: Node, row: list[list[Inline]]) -> Node:
    """A row of a table as a small part: its first words as the title, then each cell below the name of its column."""
    title = next(number for number, cell in enumerate(row) if cell)
    if len(_text(row[title])) <= 2 and row[title + 1]:
        first: list[Inline] = [*row[title], " ", *row[title + 1]]
        rest = range(title + 2, len(row))
    else:
        first, rest = row[title], range(title + 1, len(row))
    body = [_cell(table, number, row[number]) for number in rest]
    return node("section", role="row", level=4, title=[], body=[para(node("strong", body=first)), *body], marks={})


def _cell(table: Node, number: int, cell: list[Inline]) -> Node:
    head = table["head"][0][number]
    if not cell and number in (table.get("ticks") or ()):
        return listing([[para(*head)]], role="check")
    if not cell:
        return node("lines", prompt=head, body=[], count=1)
    lead: list[Inline] = [node("span", role="label", body=head), ": "] if head else []
    return para(*lead, *cell)


def _text(cell: list[Inline]) -> str:
    return "".join(part if isinstance(part, str) else _text(part.get("body", [])) for part in cell)


def line_by_line(part: Node) -> Node:
    """An easy-read part with each sentence on a line of its own; its items stay together."""
    return section("easy-lines", part["title"], [block for inner in part["body"] for block in _lines(inner)])


def _lines(block: Node) -> Iterator[Node]:
    if block["kind"] == "list":
        items = [
            [para(*without_lead(line)) for inner in item for line in sentences(inner["body"])]
            for item in block["items"]
        ]
        yield {**block, "items": items, "role": "thoughts"}
    elif block["kind"] == "para":
        yield node("group", body=[para(*without_lead(line)) for line in sentences(block["body"])])
    else:
        yield block
