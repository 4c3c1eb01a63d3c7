"""Ids name one thing each: in a quiz, in a lesson, and over all registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.inspection import Inspection
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Lesson, Page
from builder.model.quiz import Quiz
from builder.read.curriculum import PLAN

TWICE = Rule(
    "I001", "error", "an id is given once in its file", "give one of the two another id, the same in every language"
)
SHARED = Rule("I002", "error", "an id names one entry over all registers", "give one of the two another id")

RULES = (TWICE, SHARED)

Named = tuple[str, Place]

_LISTS = ("claims", "provisions", "services", "platform_tools", "entries", "standards", "myths")
"""The lists of `facts/` whose entries have ids."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of ids that are given twice."""
    for text in inspection.texts:
        yield from _in_text(inspection, text)
    for quiz in inspection.curriculum.quizzes.values():
        yield from _in_quiz(inspection, quiz)
    yield from _in_plan(inspection)
    yield from _in_registers(inspection)


def _twice(what: str, named: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            yield finding(TWICE, place, f'the {what} "{name}" is already on line {first[name].line}', length=len(name))
        first.setdefault(name, place)


def _in_text(inspection: Inspection, text: Lesson | Page) -> Iterator[Finding]:
    for name in ("activity", "scenario"):
        blocks = [block for block in text.body.walk() if block.name == name and block.options.get("id")]
        yield from _twice(
            name, ((block.options["id"], inspection.option_place(text.path, block, "id")) for block in blocks)
        )
    if isinstance(text, Lesson):
        yield from _twice(
            "objective",
            ((o.id, inspection.place(text.path, ("objectives", n, "id"))) for n, o in enumerate(text.head.objectives)),
        )


def _in_quiz(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    yield from _twice(
        "item", ((item.id, inspection.place(quiz.path, ("items", n, "id"))) for n, item in enumerate(quiz.items))
    )
    for number, item in enumerate(quiz.items):
        for kind, names in item.names():
            places = ((named.id, inspection.place(quiz.path, ("items", number, *named.at, "id"))) for named in names)
            yield from _twice(f'item "{item.id}": {kind}', places)


def _in_plan(inspection: Inspection) -> Iterator[Finding]:
    modules = inspection.curriculum.plan.modules
    yield from _twice("module", ((m.id, inspection.place(PLAN, ("modules", n, "id"))) for n, m in enumerate(modules)))
    yield from _twice(
        "lesson",
        (
            (lesson, inspection.place(PLAN, ("modules", n, "lessons", i)))
            for n, m in enumerate(modules)
            for i, lesson in enumerate(m.lessons)
        ),
    )


def _in_registers(inspection: Inspection) -> Iterator[Finding]:
    """Claims, law and help share one space of names, because a footnote or a citation may name any of them."""
    first: dict[str, Place] = {}
    for path, document in inspection.reading.documents.items():
        if not path.startswith("facts/"):
            continue
        for key in _LISTS:
            entries = document.value.get(key)
            for number, entry in enumerate(entries if isinstance(entries, list) else ()):
                name = entry.get("id") if isinstance(entry, dict) else None
                if isinstance(name, str):
                    place = document.place((key, number, "id"))
                    space = key if key in ("entries", "standards", "myths") else "facts"
                    other = first.setdefault(f"{space} {name}", place)
                    if other != place:
                        yield finding(
                            SHARED,
                            place,
                            f'the id "{name}" is already given in {other.path}:{other.line}',
                            length=len(name),
                        )
