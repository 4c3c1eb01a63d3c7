"""How wide the columns of a table are: as their words need, and wide enough to write in where cells are empty."""

from __future__ import annotations

from builder.handouts.nodes import Inline, plain

NARROWEST, WIDEST = 4, 60
"""Letters: less than one column gets, and more than it is given."""

TO_WRITE_IN = 38
"""Letters' worth of room in a column with empty cells."""


def column_widths(rows: list[list[list[Inline]]]) -> list[int]:
    """A share for each column, in tenths of a letter. A long column gets less than its length: it may run over several lines."""
    columns = zip(*rows, strict=True) if len({len(row) for row in rows}) == 1 else []
    return [round(10 * _share(list(column))) for column in columns]


def _share(cells: list[list[Inline]]) -> float:
    longest = max(_letters(plain(cell)) for cell in cells)
    empty = any(not cell for cell in cells[1:])
    needed = max(longest, TO_WRITE_IN if empty else NARROWEST)
    return float(min(needed, WIDEST) ** 0.8)


def _letters(text: str) -> float:
    """The text's length in Latin letters; a Hangul syllable is nearly as wide as two."""
    return sum(1.7 if "\uac00" <= mark <= "\ud7a3" else 1 for mark in text)
