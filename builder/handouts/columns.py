"""How wide the columns of a table are: as their words need, and wide enough to write in where cells are empty."""

from __future__ import annotations

from functools import lru_cache

from builder.handouts.nodes import Inline, plain

NARROWEST, WIDEST = 4, 60
"""Letters: less than one column gets, and more than it is given."""

TICKS = frozenset({"✓", "✔", "yes", "no", "예", "아니요"})
"""Heads of a column that is ticked."""

SHORT_QUESTION = 9
"""Letters of a head that a tick answers, such as *done?*"""

TO_TICK = 6
"""The share of a column with boxes to tick: about nine letters' worth."""

TO_NUMBER = 11
"""The share of a column for a number."""

TO_WRITE_IN = 38
"""Letters' worth of room in a column with empty cells."""


def column_widths(rows: list[list[list[Inline]]]) -> list[int]:
    """A share for each column, in tenths of a letter. A long column gets less than its length: it may run over several lines."""
    columns = [list(column) for column in zip(*rows, strict=True)] if len({len(row) for row in rows}) == 1 else []
    return [round(10 * (float(TO_TICK) if _is_ticked(column) else _share(column))) for column in columns]


def numbered(widths: list[int], rows: list[list[list[Inline]]]) -> list[int]:
    """The shares where an empty column is only for numbers."""
    columns = zip(widths, zip(*rows, strict=True), strict=True)
    return [width if any(cells) else 10 * TO_NUMBER for width, cells in columns]


def ticked(rows: list[list[list[Inline]]]) -> list[int]:
    """The columns with a box to tick in each row: the cells are empty, and the head asks a short question, answers one, or shows a tick."""
    columns = zip(*rows, strict=True) if len({len(row) for row in rows}) == 1 else []
    return [number for number, column in enumerate(columns) if _is_ticked(list(column))]


def _is_ticked(cells: list[list[Inline]]) -> bool:
    head = plain(cells[0]).strip().casefold()
    asks = head in TICKS or (head.endswith("?") and letters(head) <= SHORT_QUESTION)
    return asks and len(cells) > 1 and not any(cells[1:])


def _share(cells: list[list[Inline]]) -> float:
    longest = max(letters(plain(cell)) for cell in cells)
    empty = any(not cell for cell in cells[1:])
    needed = max(longest, TO_WRITE_IN if empty else NARROWEST)
    return float(min(needed, WIDEST) ** 0.8)


@lru_cache(10_000)
def letters(text: str) -> float:
    """The text's length in Latin letters; a Hangul syllable is nearly as wide as two."""
    return sum(1.7 if "\uac00" <= mark <= "\ud7a3" else 1 for mark in text)
