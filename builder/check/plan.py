"""The plan and the files agree: every lesson is listed, every listed lesson is there, each in its module's folder."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Lesson
from builder.read.curriculum import PLAN
from builder.read.outline import did_you_mean

UNLISTED = Rule(
    "P001", "error", "every lesson stands in the plan", f"add its id to its module in {PLAN}, or delete the file"
)
NO_FILE = Rule(
    "P002", "error", "every lesson of the plan has a file", "write the lesson, or take its id out of the plan"
)
FOLDER = Rule("P003", "error", "a lesson and its quiz lie in the folder of the module that lists them", "move the file")
NO_QUIZ = Rule("P004", "error", "every lesson has a quiz", "write the quiz")
STRAY_QUIZ = Rule("P005", "error", "every quiz belongs to a lesson", "rename the file after its lesson, or delete it")
GUIDES = Rule(
    "P006",
    "error",
    "the pages for a disclosure and for a pupil who did it are one step away from every guide",
    "write the page",
)

ORDER = Rule("P007", "error", "the plan orders guides that exist", "correct the name, or take it out")

RULES = (UNLISTED, NO_FILE, FOLDER, NO_QUIZ, STRAY_QUIZ, GUIDES, ORDER)

NEAREST_GUIDES = ("if-a-pupil-tells-you", "if-a-pupil-did-it")
"""The teacher's pages that every guide prints or links to."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings between the plan and the folders."""
    yield from _listed(inspection)
    yield from _lessons(inspection)
    yield from _quizzes(inspection)
    yield from _guides(inspection)
    yield from _order(inspection)


def _listed(inspection: Inspection) -> Iterator[Finding]:
    curriculum = inspection.curriculum
    known = sorted({name for name, _ in curriculum.lessons})
    for number, module in enumerate(curriculum.plan.modules):
        for index, lesson in enumerate(module.lessons):
            start = f"lessons/{module.id}/{lesson}."
            if lesson not in known and not any(path.startswith(start) for path in inspection.present):
                place = inspection.place(PLAN, ("modules", number, "lessons", index))
                yield finding(
                    NO_FILE,
                    place,
                    f'the lesson "{lesson}" has no file {start}en.md',
                    did_you_mean(lesson, known),
                    len(lesson),
                )


def _lessons(inspection: Inspection) -> Iterator[Finding]:
    curriculum = inspection.curriculum
    listed = sorted({lesson for module in curriculum.plan.modules for lesson in module.lessons})
    for lesson in curriculum.lessons.values():
        module = curriculum.module_of(lesson.id)
        if module is None:
            yield finding(
                UNLISTED,
                Place(lesson.path),
                f'the lesson "{lesson.id}" stands in no module of {PLAN}',
                did_you_mean(lesson.id, listed),
            )
        elif module.id != lesson.module:
            yield _misplaced(lesson.path, "lesson", module.id)


def _misplaced(path: str, what: str, module: str) -> Finding:
    folder, _, name = path.split("/")[0], *path.split("/")[-2:]
    message = f'this {what} lies in the folder of another module than "{module}", which lists it'
    return finding(FOLDER, Place(path), message, f"move it to {folder}/{module}/{name}")


def _quizzes(inspection: Inspection) -> Iterator[Finding]:
    curriculum = inspection.curriculum
    lessons: dict[str, Lesson] = {}
    for (name, _), lesson in sorted(curriculum.lessons.items()):
        lessons.setdefault(name, lesson)
    there = {path.split("/")[-1].split(".")[0] for path in inspection.present if path.startswith("lessons/")}
    with_quiz = {name for name, _ in curriculum.quizzes}
    unreadable = {path.split("/")[-1].split(".")[0] for path in inspection.present if path.startswith("quizzes/")}
    for name, lesson in lessons.items():
        if name not in with_quiz | unreadable:
            wanted = f"quizzes/{lesson.module}/{name}.{lesson.language}.yml"
            yield finding(NO_QUIZ, Place(lesson.path), f'the lesson "{name}" has no quiz', f"write {wanted}")
    for quiz in curriculum.quizzes.values():
        if quiz.lesson not in there:
            hint = did_you_mean(quiz.lesson, sorted(lessons))
            yield finding(
                STRAY_QUIZ, Place(quiz.path), f'there is no lesson "{quiz.lesson}" to which this quiz belongs', hint
            )
        elif (module := curriculum.module_of(quiz.lesson)) and quiz.path.split("/")[1] != module.id:
            yield _misplaced(quiz.path, "quiz", module.id)


def _guides(inspection: Inspection) -> Iterator[Finding]:
    curriculum = inspection.curriculum
    for language in sorted({language for _, language in curriculum.lessons}):
        for name in NEAREST_GUIDES:
            path = f"guides/{name}.{language}.md"
            if (name, language) not in curriculum.pages and path not in inspection.present:
                yield finding(GUIDES, Place(path), "this page does not exist", f"write {path}")


def _order(inspection: Inspection) -> Iterator[Finding]:
    guides = sorted({path.split("/", 1)[1].split(".")[0] for path in inspection.present if path.startswith("guides/")})
    for number, guide in enumerate(inspection.curriculum.plan.guides):
        if guide not in guides:
            place = inspection.place(PLAN, ("guides", number))
            yield finding(ORDER, place, f'there is no guide "{guide}"', did_you_mean(guide, guides), len(guide))
