"""Runs every rule over a reading."""

from __future__ import annotations

from datetime import date

from builder.check.families import FAMILIES
from builder.check.inspection import Inspection
from builder.model.finding import Finding
from builder.read.reading import Reading


def check(reading: Reading, today: date) -> list[Finding]:
    """All findings of the reader and of every rule, sorted by file and place, each once. `today` is for what grows old.

    Where the plan or the editions cannot be read there is no curriculum to check, and only the reader has findings.
    """
    found = list(reading.findings)
    if reading.curriculum is not None:
        inspection = Inspection(reading, reading.curriculum, today)
        for family in FAMILIES:
            found.extend(family.check(inspection) if family.check else ())
    return sorted(dict.fromkeys(found), key=lambda finding: finding.order)
