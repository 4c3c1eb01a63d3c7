"""The rules on single items: gathers them, lays each item out for them, and gives what they find its place."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check import item_cues, item_faults, item_numbers, item_scenarios, item_tone, item_wording
from builder.check.inspection import Inspection
from builder.check.plain import plain
from builder.check.prose import scalar_locator
from builder.check.review import Fault, Review
from builder.check.wording import wording
from builder.model.finding import Finding, Place, finding
from builder.model.items import Item
from builder.model.quiz import Quiz

_ROOMS = (item_faults, item_scenarios, item_cues, item_wording, item_numbers, item_tone)

RULES = tuple(sorted((rule for room in _ROOMS for rule in room.RULES), key=lambda rule: rule.id))


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings about the writing of each item."""
    registers = inspection.curriculum.registers
    for quiz in inspection.curriculum.quizzes.values():
        for number, item in enumerate(quiz.items):
            cites_law = any(registers.provision(entry) for entry in item.cite)
            for fault in faults(item, quiz.language, cites_law=cites_law):
                yield _placed(inspection, quiz, number, fault)


def faults(item: Item, language: str, *, cites_law: bool = False) -> Iterator[Fault]:
    """What the rules find in an item that is written in `language`. `cites_law`: it cites a provision of a law pack."""
    review = Review(item, language, wording(language), cites_law)
    for room in _ROOMS:
        yield from room.look(review)


def _placed(inspection: Inspection, quiz: Quiz, number: int, fault: Fault) -> Finding:
    at = ("items", number, *fault.at)
    place, length = inspection.place(quiz.path, at), 1
    document = inspection.reading.documents[quiz.path]
    written = document.at(at) if at in document.values else None
    if isinstance(written, str):
        shown = plain(written)
        begin, end = fault.span or (0, len(shown.text))
        place = _character(inspection, quiz.path, at, written, shown.origin(begin))
        length = min(max(1, end - begin), 60)
    return finding(fault.rule, place, fault.message, fault.mend, length)


def _character(inspection: Inspection, path: str, at: tuple[str | int, ...], written: str, begin: int) -> Place:
    source, document = inspection.reading.sources[path], inspection.reading.documents[path]
    return scalar_locator(source, document, at, written)(begin, begin + 1)
