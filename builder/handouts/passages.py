"""Words in portions: as many blocks, or sentences of a long paragraph, as one slide takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.handouts.columns import letters
from builder.handouts.nodes import Inline, Node, plain

ROOM = 9.5
"""Lines on a slide that is still read from the back row."""

LINE = 64
"""Latin letters on a line of a slide."""

GAP = 0.4
"""Lines of white after a paragraph."""

_SENTENCE = re.compile(r"\s*\S(?:“[^”]*”|[^“])*?[.?!…][”’\"')]*(?=\s\S)|.+$")
"""A sentence of a string with the white space before it, or what is left of one. What somebody says in it stays whole."""


def parted(blocks: list[Node], room: float = ROOM) -> list[list[Node]]:
    """The blocks in portions of about the same height, each at most `room` lines tall; one portion for no blocks."""
    pieces = [piece for block in blocks for piece in _apart(block, room)]
    count = -(-sum(map(tall, pieces)) // room)
    return _even(pieces, room, max(1, int(count)))


def _even(pieces: list[Node], room: float, count: int) -> list[list[Node]]:
    """The pieces in order, in `count` portions where they keep to `room`, in more where they do not."""
    share = max(sum(map(tall, pieces)) / count, 1)
    portions: list[list[Node]] = [[]]
    for piece in pieces:
        high, here = tall(piece), sum(map(tall, portions[-1]))
        full = here + high > room or (here + high / 2 > share and len(portions) < count)
        if portions[-1] and full:
            portions.append([])
        portions[-1].append(piece)
    return [_together(portion) for portion in portions]


def _apart(block: Node, room: float) -> Iterator[Node]:
    """A list as its items, a paragraph longer than a slide as its sentences; anything else whole."""
    if block["kind"] == "list":
        for number, item in enumerate(block["items"], block.get("start", 1)):
            yield {**block, "items": [item], "start": number}
    elif block["kind"] == "para" and tall(block) > room / 2:
        for number, body in enumerate(sentences(block["body"])):
            yield {**block, "body": body, "goes_on": number > 0}
    else:
        yield block


def _together(portion: list[Node]) -> list[Node]:
    """Items that stood in one list, and sentences that stood in one paragraph, in one again."""
    out: list[Node] = []
    for piece in portion:
        last: Node = out[-1] if out else {"kind": ""}
        if piece["kind"] == last["kind"] == "list" and last.get("start", 0) + len(last["items"]) == piece["start"]:
            out[-1] = {**last, "items": last["items"] + piece["items"]}
        elif piece.get("goes_on") and last["kind"] == "para":
            out[-1] = {**last, "body": [*last["body"], *piece["body"]]}
        elif piece.get("goes_on"):
            out.append({"kind": "para", "body": without_lead(piece["body"])})
        else:
            out.append({name: value for name, value in piece.items() if name != "goes_on"})
    return out


def without_lead(body: list[Inline]) -> list[Inline]:
    """Running text that begins a slide, without the space that parted it from the last."""
    first, *rest = body
    return [first.lstrip() if isinstance(first, str) else first, *rest]


def sentences(body: list[Inline]) -> Iterator[list[Inline]]:
    """The sentences of running text with the space before each. One ends where a string says so, never inside bold or linked words."""
    current: list[Inline] = []
    for part in body:
        for number, words in enumerate(_SENTENCE.findall(part) if isinstance(part, str) else [part]):
            if number:
                yield current
                current = []
            current.append(words)
    if current:
        yield current


def tall(block: Node) -> float:
    """The height of a block in lines of a slide."""
    if block["kind"] == "list":
        return sum(_lines(plain(part.get("body", [])), LINE - 4) + GAP for item in block["items"] for part in item)
    if block["kind"] == "table":
        return sum(
            max(_lines(plain(cell), LINE / len(row) - 3) for cell in row) + GAP
            for row in [*block["head"], *block["rows"]]
        )
    return _lines(plain(block.get("body", [])), LINE) + GAP


def _lines(text: str, room: float) -> int:
    return 1 + int(letters(text) / max(room, 6))
