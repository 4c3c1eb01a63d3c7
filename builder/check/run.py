"""Runs every rule over a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from builder.model.finding import Finding
from builder.read.reading import Reading

Checker = Callable[[Reading, date], Iterator[Finding]]
"""A family of rules: yields its findings for what was read. The date is today's, for what grows old."""

CHECKERS: tuple[Checker, ...] = ()
"""The families, in the order of the reference page."""


def check(reading: Reading, today: date) -> list[Finding]:
    """All findings of the reader and of every rule, sorted by file and place, each once."""
    found = list(reading.findings)
    if reading.curriculum is not None:
        for checker in CHECKERS:
            found.extend(checker(reading, today))
    return sorted(dict.fromkeys(found), key=lambda finding: finding.order)
