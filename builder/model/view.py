"""A view: the curriculum as one edition, language and audience sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.model.audience import Audience
from builder.model.base import Words
from builder.model.curriculum import Curriculum, Registers
from builder.model.edition import Edition
from builder.model.items import Item
from builder.model.lesson import Lesson
from builder.model.plan import Module
from builder.model.quiz import Quiz
from builder.model.registers import HelpPack, LawPack, Provision, Service
from builder.own_yaml import load


@cache
def interface_words(language: str, room: str) -> dict[str, str]:
    """The interface words of a room (`blocks`, `quiz`, `print`) in `language`; English where the language has none."""
    folder = files("builder") / "words"
    file = folder / language / f"{room}.yml"
    if not file.is_file():
        file = folder / "en" / f"{room}.yml"
    words: dict[str, str] = load(file.read_text("utf-8"))
    return words


@dataclass(frozen=True)
class View:
    """What one tree of pages, or one handout, is made from."""

    curriculum: Curriculum
    edition: Edition
    language: str
    audience: Audience

    def say(self, words: Words | None) -> str:
        """The text in this view's language, else in English, else in whatever language there is; "" for nothing."""
        if not words:
            return ""
        return words.get(self.language) or words.get("en") or next(iter(words.values()))

    def word(self, key: str, **values: object) -> str:
        """The interface word `room.name`, e.g. `blocks.minutes`, with its `{gaps}` filled in. `KeyError` if unknown."""
        room, name = key.split(".", 1)
        text = interface_words(self.language, room)[name]
        return text.format(**values) if values else text

    @property
    def registers(self) -> Registers:
        """The curriculum's registers."""
        return self.curriculum.registers

    @property
    def jurisdiction(self) -> str:
        """Whose law and help this view shows."""
        return self.edition.jurisdiction

    @property
    def law(self) -> LawPack:
        """The law pack of the jurisdiction."""
        return self.registers.law[self.jurisdiction]

    @property
    def help(self) -> HelpPack:
        """The help pack of the jurisdiction."""
        return self.registers.help[self.jurisdiction]

    @property
    def help_packs(self) -> tuple[HelpPack, ...]:
        """The jurisdiction's help pack, and the one that serves everybody where there is one."""
        everybody = self.registers.help.get("INTL")
        return (self.help, everybody) if everybody else (self.help,)

    def shows(self, only: tuple[str, ...]) -> bool:
        """Whether matter marked `only` for some jurisdictions is shown here; unmatched marks hide it, none show it."""
        return not only or self.jurisdiction in only

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules of the edition that have a lesson in this language, in plan order."""
        wanted = self.edition.modules
        return tuple(m for m in self.curriculum.plan.modules if (not wanted or m.id in wanted) and self.lessons_of(m))

    def lessons_of(self, module: Module) -> tuple[Lesson, ...]:
        """The lessons of `module` in this language, in teaching order."""
        found = (self.curriculum.lessons.get((lesson, self.language)) for lesson in module.lessons)
        return tuple(lesson for lesson in found if lesson)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons of the edition in this language, in teaching order."""
        return tuple(lesson for module in self.modules for lesson in self.lessons_of(module))

    def quiz(self, lesson: str) -> Quiz | None:
        """The lesson's quiz with the items this jurisdiction shows, or `None`."""
        quiz = self.curriculum.quizzes.get((lesson, self.language))
        if quiz is None:
            return None
        items: tuple[Item, ...] = tuple(item for item in quiz.items if self.shows(item.only))
        return quiz.model_copy(update={"items": items})

    def provisions(self, topics: tuple[str, ...]) -> tuple[Provision, ...]:
        """The published provisions that answer `topics`, in order, each once."""
        found = self.law.on_topics(topics)  # type: ignore[arg-type]
        return tuple(p for p in found if p.publishable(self.registers.signoffs))

    def service(self, wanted: str) -> Service | None:
        """The published service with this id, or `None`; what no source confirms stays unpublished."""
        found = self.registers.service(wanted)
        return found if found and found.publishable(self.registers.signoffs) else None

    def called(self, service: Service) -> str:
        """The service's name as it stands beside its number: without the number, where the name begins or ends with it."""
        name, phone = self.say(service.name), self.say(service.phone)
        return name.removesuffix(f" {phone}").removeprefix(f"{phone} ") if phone else name

    def role(self, role: str) -> Service | None:
        """The published service in a role of the help box: `emergency`, `crisis`, `child`, `removal`, `school`; else `None`."""
        wanted: str | None = getattr(self.help.roles, role)
        return self.service(wanted) if wanted else None
