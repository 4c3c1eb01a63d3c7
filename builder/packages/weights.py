"""The weights an answer may have in Moodle: it knows a list and refuses every other number."""

from __future__ import annotations

from fractions import Fraction

_KNOWN = tuple(Fraction(1, n) for n in range(1, 11)) + tuple(
    Fraction(a, b) for a, b in ((2, 3), (3, 4), (2, 5), (3, 5), (4, 5), (5, 6), (3, 10), (7, 10), (9, 10), (1, 20))
)
"""The fractions of `question_bank::fraction_options`, above nothing."""


def percent(share: Fraction) -> str:
    """A share as per cent with five decimals at most, which is how far Moodle compares: 1/3 is `33.33333`, never `33.33`.

    Raises `ValueError` for a share that is not on the list; 2 to 8 right options all are.
    """
    if abs(share) not in _KNOWN and share != 0:
        raise ValueError(f"{share} is no weight that Moodle knows")
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")
