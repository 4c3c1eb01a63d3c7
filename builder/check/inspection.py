"""What the checks look at: the curriculum as read, today's date, and its prose in passages, gathered once for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from builder.check.prose import Passage, Role, body_passages, scalar_locator
from builder.model.curriculum import Curriculum
from builder.model.edition import Edition
from builder.model.finding import Place
from builder.model.lesson import Block, Lesson, Page
from builder.model.quiz import Quiz
from builder.read.curriculum import PLAN
from builder.read.reading import Reading
from builder.read.yaml_text import Path

DEFAULT_EDITION = "kr"
"""The edition that is built when none is named; a curriculum without it is judged by its first."""

Audience = Literal["student", "teacher"]


@cache
def interface_languages() -> tuple[str, ...]:
    """The languages whose interface words are written."""
    folders = (files("builder") / "words").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and not folder.name.startswith("_")))


@dataclass(frozen=True, eq=False)
class Inspection:
    """A reading under inspection. `today` is given, so that what grows old can be tested."""

    reading: Reading
    curriculum: Curriculum
    today: date

    @property
    def edition(self) -> Edition:
        """The default edition."""
        editions = self.curriculum.editions
        return editions.get(DEFAULT_EDITION) or next(iter(editions.values()))

    @property
    def texts(self) -> tuple[Lesson | Page, ...]:
        """Every lesson and page."""
        return (*self.curriculum.lessons.values(), *self.curriculum.pages.values())

    @cached_property
    def present(self) -> frozenset[str]:
        """Every file that is there, also those that could not be read: they are told of once, by the reader."""
        return frozenset((*self.reading.sources, *(found.place.path for found in self.reading.findings)))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that editions build and that have interface words; another one is told of once, by its edition."""
        return tuple(language for language in self.curriculum.languages if language in interface_languages())

    @cached_property
    def _broken_blocks(self) -> frozenset[str]:
        return frozenset(found.place.path for found in self.reading.findings if found.rule.id.startswith("B"))

    def blocks_whole(self, path: str) -> bool:
        """Whether the blocks of a file could be read. If not, nothing is concluded from where they stand."""
        return path not in self._broken_blocks

    @cached_property
    def registers_whole(self) -> bool:
        """Whether every register could be read. If not, what they hold is not known, and no id is called unknown."""
        return not any(
            found.place.path.startswith("facts/") and found.severity == "error" for found in self.reading.findings
        )

    def place(self, path: str, at: Path = (), *, key: bool = False) -> Place:
        """The place of a value (with `key`, of its key) in the YAML file or front matter of `path`."""
        document = self.reading.documents.get(path)
        return document.place(at, key=key) if document else Place(path, 1, 1)

    def option_place(self, path: str, block: Block, option: str) -> Place:
        """The place of an option's value, or of the block's first line when the option is not written."""
        line = block.option_lines.get(option)
        if line is None:
            return self.block_place(path, block)
        written = self.reading.sources[path].lines[line - 1]
        column = written.find(block.options[option], written.find(":")) + 1
        return Place(path, line, max(1, column))

    def block_place(self, path: str, block: Block) -> Place:
        """The place of a block's name."""
        return Place(path, block.line, max(1, self.reading.sources[path].lines[block.line - 1].find(block.name) + 1))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All prose: bodies, front matter, quizzes, the plan and the editions."""
        return (
            *self.body_passages,
            *self.head_passages,
            *self.quiz_passages,
            *self.plan_passages,
            *self.edition_passages,
        )

    @cached_property
    def body_passages(self) -> tuple[Passage, ...]:
        """The prose of lessons and pages below their front matter."""
        found: list[Passage] = []
        for text in self.texts:
            audience = text.audience if isinstance(text, Page) else "student"
            source = self.reading.sources[text.path]
            found.extend(body_passages(source, text.body.line, text.body.blocks, text.language, audience))
        return tuple(found)

    @cached_property
    def head_passages(self) -> tuple[Passage, ...]:
        """The prose of front matter."""
        return tuple(passage for text in self.texts for passage in self._head(text))

    def _head(self, text: Lesson | Page) -> Iterator[Passage]:
        audience: Audience = "teacher" if isinstance(text, Page) and text.audience == "teacher" else "student"

        def take(at: Path, written: str, role: Role) -> Passage:
            return self._scalar(text.path, at, written, text.language, audience, role)

        yield take(("title",), text.head.title, "label")
        if text.head.summary:
            yield take(("summary",), text.head.summary, "prose")
        if isinstance(text, Lesson):
            yield take(("question",), text.head.question, "prose")
            for number, objective in enumerate(text.head.objectives):
                yield take(("objectives", number, "text"), objective.text, "label")

    @cached_property
    def quiz_passages(self) -> tuple[Passage, ...]:
        """The texts of quizzes; the second part of their path in the file is the item's number."""
        return tuple(passage for quiz in self.curriculum.quizzes.values() for passage in self._quiz(quiz))

    def _quiz(self, quiz: Quiz) -> Iterator[Passage]:
        yield self._scalar(quiz.path, ("intro",), quiz.intro, quiz.language, "student")
        for number, item in enumerate(quiz.items):
            for written in item.texts():
                at: Path = ("items", number, *written.at)
                yield self._scalar(quiz.path, at, written.text, quiz.language, "student", written.role, item.only)

    @cached_property
    def plan_passages(self) -> tuple[Passage, ...]:
        """The texts of the plan."""
        plan = self.curriculum.plan
        found: list[Passage] = []
        for key, words in (
            ("title", plan.title),
            ("tagline", plan.tagline),
            ("welcome", plan.welcome),
            ("welcome_teacher", plan.welcome_teacher),
        ):
            found.extend(self._words(PLAN, (key,), words, "teacher" if key == "welcome_teacher" else "student"))
        for number, module in enumerate(plan.modules):
            found.extend(self._words(PLAN, ("modules", number, "title"), module.title, "student"))
            found.extend(self._words(PLAN, ("modules", number, "summary"), module.summary, "student"))
        return tuple(found)

    @cached_property
    def edition_passages(self) -> tuple[Passage, ...]:
        """The texts of editions. Numbers and names in them are the school's own."""
        found: list[Passage] = []
        for edition in self.curriculum.editions.values():
            found.extend(self._words(edition.path, ("name",), edition.name, "student"))
            for number, person in enumerate(edition.school.people):
                at: Path = ("school", "people", number)
                found.extend(self._words(edition.path, (*at, "role"), person.role, "student"))
                found.extend(self._words(edition.path, (*at, "where"), person.where, "student"))
        return tuple(found)

    def _words(self, path: str, at: Path, words: dict[str, str], audience: Audience) -> Iterator[Passage]:
        for language, written in words.items():
            yield self._scalar(path, (*at, language), written, language, audience, "label")

    def _scalar(
        self,
        path: str,
        at: Path,
        written: str,
        language: str,
        audience: Audience,
        role: Role = "prose",
        only: tuple[str, ...] = (),
    ) -> Passage:
        locate = scalar_locator(self.reading.sources[path], self.reading.documents[path], at, written)
        return Passage(path, language, audience, role, written, locate, only=only, at=at)
