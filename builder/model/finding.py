"""What the reader and the checks report: a rule, a place in a source file, a sentence, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
Standing = Literal["error", "warning", "note", "waived"]
"""How a finding stands: as severe as its rule, or waived in writing by its author."""


@dataclass(frozen=True)
class Rule:
    """A rule as data. `summary` says what must hold; `mend` is the default advice shown under a finding.

    `source` names who found the rule, where it comes from research or practice elsewhere.
    """

    id: str
    severity: Severity
    summary: str
    mend: str
    source: str = ""


@dataclass(frozen=True)
class Place:
    """A place in a source file: `path` below the curriculum's folder, 1-based line and column (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Finding:
    """One fault. `length` is how many characters the caret underlines; `waived` the author's reason to leave it as it is."""

    rule: Rule
    place: Place
    message: str
    mend: str
    length: int = 1
    waived: str = ""

    @property
    def severity(self) -> Standing:
        """The severity of the rule, or that it is waived."""
        return "waived" if self.waived else self.rule.severity

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by file, then place, then rule."""
        return (self.place.path, self.place.line, self.place.column, self.rule.id, self.message)


def finding(rule: Rule, place: Place, message: str, mend: str = "", length: int = 1) -> Finding:
    """A finding of `rule` at `place`; without `mend` the rule's own advice is shown."""
    return Finding(rule, place, message, mend or rule.mend, length)
