"""Reading a curriculum's folder: the plan, lessons, pages, quizzes, registers and editions."""

from __future__ import annotations

import re
from pathlib import Path

from builder.errors import SourceError
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition, EditionFile
from builder.model.finding import Place, finding
from builder.model.lesson import Body, Lesson, LessonHead, Page, PageHead
from builder.model.plan import Plan
from builder.model.quiz import Quiz, QuizFile
from builder.read import faults
from builder.read.outline import read_outline
from builder.read.reading import Reading, Record, Shelf
from builder.read.registers import read_registers
from builder.read.tree import list_files

PLAN = "lessons/curriculum.yml"
_NAME = re.compile(r"(?P<name>[a-z0-9가-힣-]{1,60})\.(?P<language>[a-z]{2})\.(md|yml)")
_EDITION = re.compile(r"[a-z0-9-]{1,60}")
_PICTURE = (".svg", ".png", ".jpg", ".jpeg")


def read_curriculum(root: Path) -> Reading:
    """Everything below `root` that belongs to the curriculum, with every fault found on the way.

    Raises `SourceError` when `root` holds no curriculum at all.
    """
    if not (root / "lessons").is_dir():
        raise SourceError(
            f"There is no curriculum in {root}: a folder named lessons is missing. Go to the curriculum's folder, or make one with `likeness new curriculum DIR`."
        )
    shelf = Shelf(root)
    plan = shelf.file(PLAN, Plan)
    editions = _editions(shelf)
    registers = read_registers(shelf)
    lessons, pages, pictures = _pages(shelf, plan)
    quizzes = _quizzes(shelf)
    curriculum = Curriculum(plan, lessons, pages, quizzes, registers, editions) if plan and editions else None
    return Reading(root, curriculum, shelf.sources, shelf.documents, pictures, tuple(shelf.findings))


def _files(shelf: Shelf, folder: str) -> dict[str, str]:
    found, findings = list_files(shelf.root, folder)
    shelf.findings.extend(findings)
    return found


def _editions(shelf: Shelf) -> dict[str, Edition]:
    found: dict[str, Edition] = {}
    for path, actual in _files(shelf, "editions").items():
        if not path.endswith(".yml"):
            continue
        name = Path(path).stem
        if not _EDITION.fullmatch(name):
            message = "this edition's name is not made of small letters, digits and hyphens"
            shelf.findings.append(finding(faults.NAME, Place(path), message, "rename the file, e.g. `our-school.yml`"))
            continue
        record = shelf.file(path, EditionFile, actual)
        if record:
            found[name] = Edition(**record.model_dump(), id=name, path=path)
    return found


def _quizzes(shelf: Shelf) -> dict[tuple[str, str], Quiz]:
    found: dict[tuple[str, str], Quiz] = {}
    for path, actual in _files(shelf, "quizzes").items():
        named = _named(shelf, path)
        record = shelf.file(path, QuizFile, actual) if named else None
        if named and record:
            fields = {name: getattr(record, name) for name in QuizFile.model_fields}
            found[named] = Quiz(**fields, lesson=named[0], language=named[1], path=path)
    return found


def _named(shelf: Shelf, path: str) -> tuple[str, str] | None:
    """The name and language in a file's name, or `None` after noting that it has none."""
    match = _NAME.fullmatch(Path(path).name)
    if match is None:
        shelf.findings.append(
            finding(
                faults.NAME,
                Place(path),
                "this file's name is not made of small letters, digits and hyphens, a language and its ending",
            )
        )
        return None
    return match["name"], match["language"]


def _pages(
    shelf: Shelf, plan: Plan | None
) -> tuple[dict[tuple[str, str], Lesson], dict[tuple[str, str], Page], dict[str, str]]:
    lessons: dict[tuple[str, str], Lesson] = {}
    pages: dict[tuple[str, str], Page] = {}
    pictures: dict[str, str] = {}
    modules = {module.id for module in plan.modules} if plan else set()
    for folder, audience in (("lessons", "student"), ("guides", "teacher")):
        for path, actual in _files(shelf, folder).items():
            inner = path.split("/")[1:]
            if path.endswith(_PICTURE):
                pictures[path] = actual
            elif path.endswith(".md") and inner[-1] == "index.md":
                _add_page(shelf, pages, path, actual, ("/".join(inner)[:-3], ""), audience)
            elif path.endswith(".md") and (named := _named(shelf, path)):
                if audience == "student" and len(inner) == 2 and inner[0] in modules:
                    _add_lesson(shelf, lessons, path, actual, named, inner[0])
                else:
                    _add_page(shelf, pages, path, actual, ("/".join([*inner[:-1], named[0]]), named[1]), audience)
            elif path != PLAN and not path.endswith(".md"):
                shelf.findings.append(
                    finding(
                        faults.NAME,
                        Place(path),
                        "this file is neither a page nor a picture",
                        "put it elsewhere, or delete it",
                    )
                )
    return lessons, pages, pictures


def _add_lesson(
    shelf: Shelf, lessons: dict[tuple[str, str], Lesson], path: str, actual: str, named: tuple[str, str], module: str
) -> None:
    head, body = _split(shelf, path, actual, LessonHead)
    if head and body:
        lessons[named] = Lesson(named[0], module, named[1], path, head, body)


def _add_page(
    shelf: Shelf, pages: dict[tuple[str, str], Page], path: str, actual: str, named: tuple[str, str], audience: str
) -> None:
    head, body = _split(shelf, path, actual, PageHead)
    if head and body:
        pages[named] = Page(named[0], named[1], audience, path, head, body)


def _split(shelf: Shelf, path: str, actual: str, model: type[Record]) -> tuple[Record | None, Body | None]:
    """Front matter as a `model`, and the body below it."""
    source = shelf.text(path, actual)
    if source is None:
        return None, None
    lines = source.lines
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if lines[0].rstrip() != "---" or end is None:
        message = (
            "the front matter is never closed"
            if lines[0].rstrip() == "---"
            else "this page does not begin with front matter"
        )
        shelf.findings.append(finding(faults.HEAD, Place(path, 1, 1), message))
        return None, None
    head = shelf.record(path, "\n".join(lines[1:end]), model, first_line=2)
    body, findings = read_outline(path, "\n".join(lines[end + 1 :]), end + 2)
    shelf.findings.extend(findings)
    return head, body
