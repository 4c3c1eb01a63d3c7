"""How tall blocks will be on paper, roughly: enough to share a width between two columns so that neither leaves much white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.handouts.columns import letters
from builder.handouts.nodes import Node, node, plain

FULL = 118
"""Latin letters on a line of the guide across the whole page."""

NARROWEST, WIDEST = 36, 66
"""Parts in a hundred of the width: what a column gets at least and at most."""

LONG = 8
"""Lines: a run of text that is longer is set in two columns."""

GAP = 0.4
"""Lines of white after a block."""


def height(blocks: Sequence[Node], width: float = 100) -> float:
    """The height of `blocks` in lines, when they are set in `width` parts in a hundred of the page's width."""
    return sum(_tall(block, FULL * width / 100) for block in blocks)


def best_share(left: Sequence[Node], right: Sequence[Node]) -> int:
    """What `left` should get of the width, in parts in a hundred, so that both end at about the same height."""
    shares = range(NARROWEST, WIDEST + 1, 2)
    return min(shares, key=lambda share: max(height(left, share), height(right, 100 - share)))


def halves(blocks: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The blocks in two columns of about the same height, in their order; a heading or a leading line stays with what follows."""
    blocks = [piece for block in blocks for piece in _items_apart(block)]
    cuts = [cut for cut in range(1, len(blocks)) if not leads(blocks[cut - 1]) and not _torn(blocks, cut)]
    if not cuts:
        return _joined(blocks), []
    talls = [height([block], 49) for block in blocks]
    cut = min(cuts, key=lambda at: max(sum(talls[:at]), sum(talls[at:])))
    return _joined(blocks[:cut]), _joined(blocks[cut:])


def _torn(blocks: Sequence[Node], cut: int) -> bool:
    """Whether a cut leaves the first item of a list alone below its heading, so that the others seem to belong to nothing."""
    if blocks[cut - 1].get("start") != 1 or blocks[cut].get("start") != 2:
        return False
    return cut > 1 and leads(blocks[cut - 2])


def _items_apart(block: Node) -> list[Node]:
    """A list as lists of one item each, which know the number they start at; any other block as it is."""
    if block["kind"] != "list":
        return [block]
    return [{**block, "items": [item], "start": number} for number, item in enumerate(block["items"], 1)]


def _joined(blocks: Sequence[Node]) -> list[Node]:
    """The blocks with the items of each list in one list again."""
    out: list[Node] = []
    for block in blocks:
        if out and out[-1].get("start", 0) + len(out[-1].get("items", [])) == block.get("start"):
            out[-1] = {**out[-1], "items": out[-1]["items"] + block["items"]}
        else:
            out.append(block)
    return out


def two_columns(run: list[Node]) -> list[Node]:
    """The blocks beside each other, where they are long enough for it to save room."""
    left, right = halves(run) if height(run) > LONG else (run, [])
    return [node("columns", left=left, right=right, share=50)] if right else run


def leads(block: Node) -> bool:
    """Whether a block belongs to the next one: a heading, or a line that ends in a colon."""
    return (
        block["kind"] == "heading"
        or block.get("leads", False)
        or (block["kind"] == "para" and plain(block["body"]).rstrip().endswith(":"))
        or (block["kind"] == "list" and leads(block["items"][-1][-1]))
    )


def _tall(block: Node, room: float) -> float:
    """The height of a block in lines of `room` letters."""
    kind = block["kind"]
    if kind == "heading":
        return 2.2
    if kind == "list":
        return sum(sum(_tall(inner, room - 4) for inner in item) for item in block["items"])
    if kind == "table":
        return sum(_row(row, block["widths"], room) for row in [*block["head"], *block["rows"]])
    if kind == "facts":
        text = " · ".join(plain([*entry["term"], " ", *entry["body"]]) for entry in block["entries"])
        return _lines(text, room)
    if kind == "columns":
        share = block["share"] / 100
        return max(_sum(block["left"], room * share), _sum(block["right"], room * (1 - share)))
    if "body" not in block:
        return 1
    if kind == "para":
        return _lines(plain(block["body"]), room) + GAP
    title = plain(block.get("title") or block.get("prompt") or [])
    return (_lines(title, room) + 1 if title else 0.8) + _sum(block["body"], room - 5)


def _sum(blocks: Sequence[Node], room: float) -> float:
    return sum(_tall(block, room) for block in blocks)


def _row(row: list[Any], widths: list[int], room: float) -> float:
    shares = [width / sum(widths) for width in widths] or [1 / len(row)] * len(row)
    return max(_lines(plain(cell), room * share - 3) for cell, share in zip(row, shares, strict=True)) + GAP * 1.5


def _lines(text: str, room: float) -> int:
    return 1 + int(letters(text) / max(room, 8))
