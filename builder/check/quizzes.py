"""Items can be answered and scored: one key or several as the type asks, an objective that exists, five for the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.items import COUNTED_BY_HANDS, Item, MultiItem, SingleItem
from builder.model.quiz import Quiz
from builder.read.outline import did_you_mean

OBJECTIVE = Rule(
    "Q001", "error", "an item tests an objective of its lesson", "correct the id, or add the objective to the lesson"
)
ONE_KEY = Rule(
    "Q002",
    "error",
    "a `single` item has exactly one right option",
    "mark one option `correct: true`, or use the type `multi`",
)
MANY_KEYS = Rule(
    "Q003",
    "error",
    "a `multi` item has at least two right options and one wrong",
    "change which options are `correct: true`, or use the type `single`",
)
BASELINE = Rule(
    "Q004",
    "warning",
    "five items are asked before the lesson and again after it",
    "mark five items `baseline: true`, shown in every jurisdiction",
)

HANDS = Rule(
    "Q005",
    "error",
    "an item of the baseline can be answered by show of hands",
    "take `baseline: true` away, or use the type single, multi or true-false",
)

RULES = (OBJECTIVE, ONE_KEY, MANY_KEYS, BASELINE, HANDS)

BASELINE_ITEMS = 5


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings about each quiz."""
    for quiz in inspection.curriculum.quizzes.values():
        for number, item in enumerate(quiz.items):
            place = inspection.place(quiz.path, ("items", number, "id"))
            yield from _keys(item, place)
        yield from _objectives(inspection, quiz)
        yield from _hands(inspection, quiz)
        yield from _baseline(inspection, quiz)


def _hands(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    for number, item in enumerate(quiz.items):
        if item.baseline and item.type not in COUNTED_BY_HANDS:
            place = inspection.place(quiz.path, ("items", number, "baseline"), key=True)
            message = f'item "{item.id}" is of the type {item.type}: hands cannot be counted for it'
            yield finding(HANDS, place, message, length=len("baseline"))


def _keys(item: Item, place: Place) -> Iterator[Finding]:
    right = sum(answer.right for answer in item.answers)
    wrong = len(item.answers) - right
    if isinstance(item, SingleItem) and right != 1:
        yield finding(ONE_KEY, place, f'item "{item.id}" has {right or "no"} right options', length=len(item.id))
    if isinstance(item, MultiItem) and (right < 2 or wrong < 1):
        message = f'item "{item.id}" has {right or "no"} right and {wrong or "no"} wrong options'
        yield finding(MANY_KEYS, place, message, length=len(item.id))


def _objectives(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    lesson = inspection.curriculum.lessons.get((quiz.lesson, quiz.language))
    known = [objective.id for objective in lesson.head.objectives] if lesson else []
    for number, item in enumerate(quiz.items):
        if lesson and item.objective not in known:
            place = inspection.place(quiz.path, ("items", number, "objective"))
            message = f'item "{item.id}" tests the objective "{item.objective}", which {lesson.path} does not have'
            yield finding(OBJECTIVE, place, message, did_you_mean(item.objective, known), len(item.objective))


def _baseline(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    counts = {
        edition.jurisdiction: sum(not item.only or edition.jurisdiction in item.only for item in quiz.baseline)
        for edition in inspection.curriculum.editions.values()
        if quiz.language in edition.languages
    } or {"": len(quiz.baseline)}
    wrong = {where: count for where, count in counts.items() if count != BASELINE_ITEMS}
    if wrong:
        count = next(iter(wrong.values()))
        where = "" if len(wrong) == len(counts) else f" in {', '.join(wrong)}"
        place = inspection.place(quiz.path, ("items",), key=True)
        yield finding(
            BASELINE,
            place,
            f"{count or 'no'} items are marked `baseline: true`{where}, not {BASELINE_ITEMS}",
            length=len("items"),
        )
