"""How large the words of a slide are, as near as can be told without setting them: where the press begins to look, and when it need not."""

from __future__ import annotations

import math
from typing import NamedTuple

from builder.handouts.columns import letters
from builder.handouts.nodes import Inline, Node, plain

STEPS = (38, 36, 34, 32, 30, 28, 26, 24)
"""Points. The largest that the words leave room for is taken; nothing smaller can be read from the back row."""

WIDE, HIGH, SIDE = 960, 540, 52
"""Points of a slide and of the white at its sides, as in `template/slides.typ`."""

BELOW = 54
"""Points at the foot that stay without words."""

TITLE = 40
"""Points of a title."""

LETTER = 0.44
"""The width of a Latin letter, as a part of its size: measured on our own slides."""

DOUBT = 1.08
"""Letters may be so much wider than they are reckoned, and there may be one more line, and still all is sure to fit."""

INSET = 26, 20
"""Points at the sides of a story inside its frame, and above and below."""


class Size(NamedTuple):
    """Points to begin with, and whether they are sure to be right."""

    points: int
    sure: bool


def size_of(language: str, look: str, title: list[Inline], body: list[Node], *, crowned: bool) -> Size:
    """The largest of `STEPS` with which a slide keeps to its room. `crowned`: the band of its activity stands above."""
    room = HIGH - BELOW - (98 if crowned else 46)

    def height(points: float, letter: float, more: int = 0) -> float:
        sheet = _Sheet(points, (1.46 if language == "ko" else 1.38) * points, letter)
        wide = WIDE - 2 * SIDE
        head = sheet.lines(plain(title), wide, TITLE) * TITLE + 0.6 * points
        if look == "story":
            wide, head = wide - 2 * INSET[0], head + 2 * INSET[1]
        return head + sheet.stack(body, wide) + more * sheet.line

    sure = {block["kind"] for block in body} <= {"para", "list"} and height(STEPS[0], LETTER * DOUBT, 1) <= room
    return Size(next((points for points in STEPS if height(points, LETTER) <= room), STEPS[-1]), sure)


class _Sheet(NamedTuple):
    """The sizes something is set in: its points, from one line to the next, and how wide a letter is. As in `template/slides.typ`."""

    points: float
    line: float
    letter: float

    def lines(self, text: str, wide: float, points: float) -> int:
        """How many lines a text takes."""
        return max(1, math.ceil(letters(text) * points * self.letter / wide))

    def stack(self, blocks: list[Node], wide: float) -> float:
        """The height of blocks below each other."""
        gap = self.line - self.points + 0.42 * self.line
        return sum(self._tall(block, wide) for block in blocks) + gap * (len(blocks) - 1)

    def _tall(self, block: Node, wide: float) -> float:
        if block["kind"] == "list":
            items = [self.stack(item, wide - 1.1 * self.points) for item in block["items"]]
            return sum(items) + (self.line - self.points + 0.3 * self.line) * (len(items) - 1)
        lines = self.lines(plain(block.get("body", [])), wide, self.points)
        return self.points + (lines - 1) * self.line
