"""A lesson is whole: its minutes add up, its blocks are there, its objectives are tested."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.model.blocks import option
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Block, Lesson

MINUTES = Rule(
    "L001",
    "error",
    "the minutes of the activities add up to the minutes of the lesson",
    "change an activity's minutes, or the lesson's",
)
CORE = Rule(
    "L002",
    "error",
    "the minutes of the core activities add up to the core minutes of the lesson",
    "change which activities are `core: true`, or `core_minutes`",
)
PRACTICE = Rule(
    "L003",
    "warning",
    "at least 40 % of the minutes are practice",
    "give practice more time: words and steps are learnt by saying and doing them",
)
BASELINE = Rule(
    "L004",
    "error",
    "a lesson asks its baseline items in an opening activity",
    "add a `quiz` block with `part: baseline` to an activity of the kind `open`",
)
CHECK = Rule(
    "L005",
    "error",
    "a lesson has its self-check in a checking activity",
    "add a `quiz` block to an activity of the kind `check`",
)
HELP = Rule("L006", "error", "a lesson shows where to get help", "add a `help` block near the end")
UNTESTED = Rule(
    "L007", "error", "every objective is tested by an item", "write an item for it, or take the objective out"
)
NESTED = Rule(
    "L008",
    "error",
    "an activity stands by itself, in no other block",
    "close the block around it first: minutes inside another block would not be seen or be counted twice",
)
HEADING = Rule(
    "L009",
    "error",
    "a body has no first-level heading",
    "begin it with ## (in an activity: ###); the title comes from the front matter",
)

RULES = (MINUTES, CORE, PRACTICE, BASELINE, CHECK, HELP, UNTESTED, NESTED, HEADING)

PRACTICE_SHARE = 0.4


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings about each lesson as a whole."""
    for lesson in inspection.curriculum.lessons.values():
        yield from _objectives(inspection, lesson)
        if inspection.blocks_whole(lesson.path):
            yield from _minutes(inspection, lesson)
            yield from _quizzes(inspection, lesson)
            yield from _nested(inspection, lesson)
            if not any(block.name == "help" for block in lesson.body.walk()):
                yield finding(HELP, Place(lesson.path), 'this lesson has no block "help"')
    yield from _headings(inspection)


def _length(block: Block) -> int:
    minutes = block.options.get("minutes", "")
    return int(minutes) if minutes.isascii() and minutes.isdigit() else 0


def _minutes(inspection: Inspection, lesson: Lesson) -> Iterator[Finding]:
    total = sum(_length(block) for block in lesson.activities)
    core = sum(_length(block) for block in lesson.activities if option("activity", block.options, "core") == "true")
    practice = sum(_length(block) for block in lesson.activities if block.options.get("kind") == "practise")
    head = lesson.head
    if total != head.minutes:
        place = inspection.place(lesson.path, ("minutes",))
        yield finding(
            MINUTES,
            place,
            f"the activities take {total} minutes, the lesson {head.minutes}",
            length=len(str(head.minutes)),
        )
    if core != head.core_minutes:
        place = inspection.place(lesson.path, ("core_minutes",))
        yield finding(
            CORE,
            place,
            f"the core activities take {core} minutes, the core of the lesson {head.core_minutes}",
            length=len(str(head.core_minutes)),
        )
    if practice < PRACTICE_SHARE * total:
        message = f"{practice} of {total} minutes are practice, {practice / total:.0%} instead of {PRACTICE_SHARE:.0%}"
        yield finding(PRACTICE, inspection.place(lesson.path, ("minutes",)), message)


def _quizzes(inspection: Inspection, lesson: Lesson) -> Iterator[Finding]:
    for rule, part, kind in ((BASELINE, "baseline", "open"), (CHECK, "check", "check")):
        inside = [
            block for activity in lesson.activities if activity.options.get("kind") == kind for block in activity.walk()
        ]
        wanted = [
            block
            for block in lesson.body.walk()
            if block.name == "quiz" and option("quiz", block.options, "part") == part
        ]
        if not wanted:
            yield finding(rule, Place(lesson.path), f'this lesson has no block "quiz" with the part "{part}"')
        elif not any(block is inner for block in wanted for inner in inside):
            message = f'the quiz with the part "{part}" stands in no activity of the kind "{kind}"'
            yield finding(rule, inspection.block_place(lesson.path, wanted[0]), message, length=len("quiz"))


def _objectives(inspection: Inspection, lesson: Lesson) -> Iterator[Finding]:
    quiz = inspection.curriculum.quizzes.get((lesson.id, lesson.language))
    tested = {item.objective for item in quiz.items} if quiz else set()
    for number, objective in enumerate(lesson.head.objectives):
        if quiz and objective.id not in tested:
            place = inspection.place(lesson.path, ("objectives", number, "id"))
            yield finding(
                UNTESTED,
                place,
                f'no item of {quiz.path} tests the objective "{objective.id}"',
                length=len(objective.id),
            )


def _nested(inspection: Inspection, lesson: Lesson) -> Iterator[Finding]:
    for outer in lesson.body.blocks:
        for block in (inner for child in outer.children for inner in child.walk()):
            if block.name == "activity":
                message = f'this activity stands inside the block "{outer.name}" of line {outer.line}'
                yield finding(NESTED, inspection.block_place(lesson.path, block), message, length=len("activity"))


def _headings(inspection: Inspection) -> Iterator[Finding]:
    for passage in inspection.body_passages:
        if passage.role == "label":
            place = passage.place(0)
            line = inspection.reading.sources[passage.path].lines[place.line - 1]
            if line[: place.column - 1].lstrip("> ").startswith("# "):
                yield finding(
                    HEADING,
                    place,
                    "this heading is of the first level, like the page's title",
                    length=len(passage.written),
                )
