"""Waivers: an author says in writing, at the item or for the whole quiz, why a warning is left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.check.inspection import Inspection
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.quiz import Quiz
from builder.read.outline import did_you_mean
from builder.read.yaml_text import Path

UNKNOWN = Rule("W001", "error", "a waiver names a rule", "correct the id; the rules stand in docs/rules")
NOT_FREE = Rule(
    "W002", "error", "an error is not waived", "mend what the rule finds: the built thing would be wrong or harmful"
)
UNUSED = Rule("W003", "warning", "a waiver has something to waive", "delete the waiver")

RULES = (UNKNOWN, NOT_FREE, UNUSED)


@dataclass(frozen=True)
class Waiver:
    """A rule that is waived for some lines of a file, the reason, and where that is written."""

    rule: str
    reason: str
    place: Place
    lines: range
    inside: bool
    """Whether it holds inside these lines (an item's), or outside them (the quiz's: outside its items)."""

    def covers(self, found: Finding) -> bool:
        """Whether it waives the finding."""
        place = found.place
        return (found.rule.id, place.path) == (self.rule, self.place.path) and (place.line in self.lines) is self.inside


def apply(inspection: Inspection, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings with the reason on those that are waived, and findings about waivers that name no rule or waive nothing.

    A waiver holds where it stands: at an item for what is found in the lines of the item, at the head of a quiz for the rest.
    """
    waivers = [waiver for quiz in inspection.curriculum.quizzes.values() for waiver in _written(inspection, quiz)]
    if not waivers:
        return list(findings)
    known = {rule.id: rule for rule in rules}
    free = [waiver for waiver in waivers if waiver.rule in known and known[waiver.rule].severity != "error"]
    used: set[Place] = set()
    told: list[Finding] = []
    for found in findings:
        waiver = next((waiver for waiver in free if waiver.covers(found)), None)
        told.append(replace(found, waived=waiver.reason) if waiver else found)
        if waiver:
            used.add(waiver.place)
    return [*told, *(fault for waiver in waivers for fault in _faults(waiver, known, waiver.place in used))]


def _written(inspection: Inspection, quiz: Quiz) -> Iterator[Waiver]:
    places = inspection.reading.documents[quiz.path]
    first = places.place(("items",)).line
    begins = [places.place(("items", number)).line for number in range(len(quiz.items))]
    below = [line for at, (line, _) in places.keys.items() if len(at) == 1 and line > begins[-1]]
    ends = [*begins[1:], min(below, default=len(inspection.reading.sources[quiz.path].lines) + 1)]

    def waivers(at: Path, written: dict[str, str], lines: range, inside: bool) -> Iterator[Waiver]:
        for rule, reason in written.items():
            yield Waiver(rule, reason, inspection.place(quiz.path, (*at, "waive", rule), key=True), lines, inside)

    yield from waivers((), quiz.waive, range(first, ends[-1]), False)
    for number, item in enumerate(quiz.items):
        yield from waivers(("items", number), item.waive, range(begins[number], ends[number]), True)


def _faults(waiver: Waiver, known: dict[str, Rule], used: bool) -> Iterator[Finding]:
    length = len(waiver.rule)
    if waiver.rule not in known:
        message = f'there is no rule "{waiver.rule}"'
        yield finding(UNKNOWN, waiver.place, message, did_you_mean(waiver.rule, list(known)), length)
    elif known[waiver.rule].severity == "error":
        yield finding(NOT_FREE, waiver.place, f"{waiver.rule} is an error: {known[waiver.rule].summary}", length=length)
    elif not used:
        where = "in this item" if waiver.inside else "in this quiz outside its items"
        yield finding(UNUSED, waiver.place, f"{waiver.rule} finds nothing {where}", length=length)
