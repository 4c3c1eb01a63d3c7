"""Runs every rule over a reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from builder.check import waivers
from builder.check.families import FAMILIES
from builder.check.inspection import Inspection
from builder.model.finding import Finding
from builder.read.reading import Reading

TOLD = 50
"""So many findings of one rule are told for one file; who mends these has understood it."""


def check(reading: Reading, today: date) -> list[Finding]:
    """All findings of the reader and of every rule, sorted by file and place, each once; the waived ones say so.

    `today` is for what grows old.

    Where the plan or the editions cannot be read there is no curriculum to check, and only the reader has findings.
    """
    found = list(reading.findings)
    if reading.curriculum is not None:
        inspection = Inspection(reading, reading.curriculum, today)
        for family in FAMILIES:
            found.extend(family.check(inspection) if family.check else ())
        found = waivers.apply(inspection, found, [rule for family in FAMILIES for rule in family.rules])
    return _told(sorted(dict.fromkeys(found), key=lambda finding: finding.order))


def _told(findings: list[Finding]) -> list[Finding]:
    """The findings without those beyond the first `TOLD` of a rule in a file; the last one says how many there are more."""
    total = Counter((found.rule.id, found.place.path) for found in findings if not found.waived)
    so_far: Counter[tuple[str, str]] = Counter()
    told: list[Finding] = []
    for found in findings:
        if found.waived:
            told.append(found)
            continue
        key = (found.rule.id, found.place.path)
        so_far[key] += 1
        if so_far[key] < TOLD or total[key] == TOLD == so_far[key]:
            told.append(found)
        elif so_far[key] == TOLD:
            told.append(
                replace(found, message=f"{found.message} (and {total[key] - TOLD:,} more like it in this file)")
            )
    return told
