"""The handouts of an edition: made anew where their sources changed, and laid into the trees that may have them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.handouts.around import around
from builder.handouts.booklet import booklets
from builder.handouts.kinds import for_pupils
from builder.handouts.piece import Piece, Printed
from builder.handouts.pieces import pieces_of
from builder.handouts.press import Press
from builder.handouts.shelf import Shelf
from builder.handouts.workshop import Workshop
from builder.model.audience import AUDIENCES
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.lesson import Lesson
from builder.model.plan import Module
from builder.model.view import View
from builder.packs import packs
from builder.read import Reading
from builder.site.prints import Print
from builder.site.trees import program_digest


@dataclass(frozen=True)
class PrintRoom:
    """Every printed file of an edition; how many were made now, and how many orders are still as they were before a change."""

    prints: list[Print]
    fresh: int
    late: int


def make_prints(
    reading: Reading,
    edition: Edition,
    work: Path,
    draft: Path,
    workshop: Workshop,
    tell: Callable[[int, int], None] = lambda done, of: None,
    *,
    hurried: bool = False,
) -> PrintRoom:
    """Put every printed file into `draft`, making what changed.

    `work` keeps them for the next build. `tell` is told how many orders are done, and of how many. `hurried`: somebody is waiting
    for the pages, so what was printed before a change will do.
    """
    orders = [order for language in edition.languages for order in _orders(reading, edition, language, work)]
    ready = [order.shelf.get(order.name, order.made_of) for order in orders]
    lacking = ready.count(None)
    if hurried:
        ready = [found or order.shelf.get(order.name, None) for order, found in zip(orders, ready, strict=True)]
    late = lacking - ready.count(None)
    fresh = 0
    made: dict[_Order, list[Print]] = {}
    packed: list[Print] = []
    to_come = Counter(order.language for order in orders)
    for order, printed in _printed(orders, ready, workshop, work / "typeset"):
        fresh += sum(not sheet.reused for sheet in printed)
        made[order] = _laid_into_trees(printed, draft)
        tell(len(made), len(orders))
        to_come[order.language] -= 1
        if not to_come[order.language]:
            mine = [sheet for known in orders if known.language == order.language for sheet in made[known]]
            packed += _laid_into_trees(packs(reading, edition, order.language, mine, order.shelf), draft)
    return PrintRoom([*(sheet for order in orders for sheet in made[order]), *packed], fresh, late)


@dataclass(frozen=True)
class _Order:
    """What is printed together: how its pieces are made, the shelf they come from, and a digest of what they are to be made of."""

    name: str
    language: str
    pieces: Callable[[], Iterable[Piece]]
    shelf: Shelf
    made_of: str


def _orders(reading: Reading, edition: Edition, language: str, work: Path) -> Iterator[_Order]:
    """Every lesson of a module, then the module itself; at the end what is around the lessons."""
    assert reading.curriculum is not None
    curriculum = reading.curriculum
    view = View(curriculum, edition, language, "student")
    shelf = Shelf(work / "prints" / edition.id / language)
    shared = _shared_digest(reading, edition, view.lessons, Press().mark())
    for module in view.modules:
        laid_out: dict[str, list[Piece]] = {}
        lessons = view.lessons_of(module)
        for lesson in lessons:
            make = partial(_lay_out, laid_out, curriculum, edition, lesson)
            yield _Order(
                f"lesson.{lesson.id}", language, make, shelf, _digest_of(reading, lessons=(lesson,), shared=shared)
            )
        make_module = partial(_bind, laid_out, view, module)
        yield _Order(
            f"module.{module.id}", language, make_module, shelf, _digest_of(reading, lessons=lessons, shared=shared)
        )
    make_around = partial(around, curriculum, edition, language)
    yield _Order("curriculum", language, make_around, shelf, _around_digest(view, shared))


def _lay_out(
    laid_out: dict[str, list[Piece]], curriculum: Curriculum, edition: Edition, lesson: Lesson
) -> Iterator[Piece]:
    """The pieces of a lesson, remembered for the booklets of its module."""
    made = laid_out[lesson.id] = []
    for piece in pieces_of(curriculum, edition, lesson):
        made.append(piece)
        yield piece


def _bind(laid_out: dict[str, list[Piece]], view: View, module: Module) -> list[Piece]:
    """The booklets of a module, from the pieces of its lessons, which nobody needs any more afterwards."""
    pieces = [
        piece
        for lesson in view.lessons_of(module)
        for piece in laid_out.pop(lesson.id, None) or pieces_of(view.curriculum, view.edition, lesson)
    ]
    return booklets(view, module, pieces)


def _printed(
    orders: list[_Order], ready: list[list[Printed] | None], workshop: Workshop, kept: Path
) -> Iterator[tuple[_Order, list[Printed]]]:
    """Each order with its files: first those that are `ready`, while the presses work at the others, then these in turn."""
    wanted = [order for order, printed in zip(orders, ready, strict=True) if printed is None]
    pieces = ((order.pieces(), order.shelf.folder) for order in wanted)
    fresh = workshop.print_all(pieces, len(wanted), kept)
    yield from ((order, printed) for order, printed in zip(orders, ready, strict=True) if printed is not None)
    for order, printed in zip(wanted, fresh, strict=True):
        order.shelf.put(order.name, order.made_of, printed)
        yield order, printed


def _laid_into_trees(printed: Iterable[Printed], draft: Path) -> list[Print]:
    """The files as the pages see them, laid into the trees of those who may have them."""
    prints, there = [], set()
    for sheet in printed:
        name = sheet.path.name
        for audience in AUDIENCES:
            if audience == "teacher" or for_pupils(name):
                folder = draft / audience / sheet.language / "print"
                if folder not in there:
                    folder.mkdir(parents=True, exist_ok=True)
                    there.add(folder)
                _link_or_copy(sheet.path, folder / name)
        about = (sheet.subject, sheet.kind, sheet.language, name)
        prints.append(Print(*about, sheet.pages, sheet.bytes, sheet.advice, sheet.variant, sheet.digest))
    return prints


def _link_or_copy(source: Path, target: Path) -> None:
    """Put a file into a tree of the draft: under a second name, which costs nothing, or as a copy where that cannot be.

    The shelf never writes into a file that is there, and sees when somebody else did.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        target.unlink()
        _link_or_copy(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _shared_digest(reading: Reading, edition: Edition, lessons: tuple[Lesson, ...], press: str) -> str:
    """A digest of what every handout of a language may show: the program, registers, plan, edition, pages, and all lessons' heads."""
    digest = hashlib.sha256(f"{program_digest()}{press}{edition!r}".encode())
    assert reading.curriculum is not None
    taken = {lesson.path for lesson in reading.curriculum.lessons.values()}
    for path, source in sorted(reading.sources.items()):
        if path not in taken and not path.startswith(("quizzes/", "editions/")):
            digest.update(f"{path}\0{source.text}\0".encode())
    digest.update(repr([lesson.head for lesson in lessons]).encode())
    return digest.hexdigest()


def _digest_of(reading: Reading, *, lessons: tuple[Lesson, ...], shared: str) -> str:
    """A digest of all that the prints of some lessons are made from: their own sources, and what is shared."""
    assert reading.curriculum is not None
    quizzes = (reading.curriculum.quizzes.get((lesson.id, lesson.language)) for lesson in lessons)
    paths = [*(lesson.path for lesson in lessons), *(quiz.path for quiz in quizzes if quiz)]
    return hashlib.sha256("\0".join([shared, *(reading.sources[path].text for path in paths)]).encode()).hexdigest()


def _around_digest(view: View, shared: str) -> str:
    """A digest of what is printed around the lessons: what is shared, the questions of the notes, and the quizzes."""
    asked = [b.text for lesson in view.lessons for b in lesson.body.walk() if b.options.get("part") == "questions"]
    quizzes = [repr(view.quiz(lesson.id)) for lesson in view.lessons]
    return hashlib.sha256("\0".join([shared, *asked, *quizzes]).encode()).hexdigest()
