"""The whole curriculum, as read: immutable, typed, knowing nothing of folders or output formats."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.model.edition import Edition
from builder.model.lesson import Lesson, Page
from builder.model.plan import Module, Plan
from builder.model.quiz import Quiz
from builder.model.registers import (
    Claim,
    GlossaryEntry,
    HelpPack,
    LawPack,
    Myth,
    Provision,
    Seed,
    Service,
    SignOff,
    Standard,
    Term,
)


@dataclass(frozen=True)
class Registers:
    """Checked statements of fact, law, help and words, by id or by jurisdiction."""

    claims: dict[str, Claim] = field(default_factory=dict)
    seeds: dict[str, Seed] = field(default_factory=dict)
    myths: dict[str, Myth] = field(default_factory=dict)
    glossary: dict[str, GlossaryEntry] = field(default_factory=dict)
    standards: dict[str, Standard] = field(default_factory=dict)
    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    signoffs: tuple[SignOff, ...] = ()
    law: dict[str, LawPack] = field(default_factory=dict)
    help: dict[str, HelpPack] = field(default_factory=dict)

    def provision(self, wanted: str) -> Provision | None:
        """The provision with this id, whatever its jurisdiction, or `None`."""
        return next((found for pack in self.law.values() if (found := pack.provision(wanted))), None)

    def service(self, wanted: str) -> Service | None:
        """The help service with this id, whatever its jurisdiction, or `None`."""
        return next((found for pack in self.help.values() if (found := pack.service(wanted))), None)


@dataclass(frozen=True)
class Curriculum:
    """Lessons, pages, quizzes, registers and editions. Keys are (id, language); `pages` are keyed by (name, language).

    A page that holds blocks only and serves every language has the language "".
    """

    plan: Plan
    lessons: dict[tuple[str, str], Lesson]
    pages: dict[tuple[str, str], Page]
    quizzes: dict[tuple[str, str], Quiz]
    registers: Registers
    editions: dict[str, Edition]

    def module_of(self, lesson: str) -> Module | None:
        """The module that lists `lesson`, or `None`."""
        return next((module for module in self.plan.modules if lesson in module.lessons), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language that some edition builds, in the order editions name them."""
        found = (language for edition in self.editions.values() for language in edition.languages)
        return tuple(dict.fromkeys(found))
