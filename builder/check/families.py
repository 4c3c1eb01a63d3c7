"""The families of rules, in the order of the reference page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.check import (
    citations,
    editions,
    ids,
    item_banks,
    item_writing,
    lessons,
    links,
    numbers,
    pictures,
    plan,
    quizzes,
    reading_level,
    registers,
    siblings,
    terms,
    waivers,
)
from builder.check.inspection import Inspection
from builder.model.finding import Finding, Rule
from builder.read import faults

Checker = Callable[[Inspection], Iterator[Finding]]


@dataclass(frozen=True)
class Family:
    """Rules on one matter: its name, what they are about, the rules, and what finds them.

    Nothing finds those of the reader, which come with the reading, and those on waivers, which wait for all other findings.
    """

    title: str
    about: str
    rules: tuple[Rule, ...]
    check: Checker | None = None


def _reader(letter: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in faults.RULES if rule.id.startswith(letter))


FAMILIES: tuple[Family, ...] = (
    Family(
        "Files",
        "What a source file must be, so that it can be read at all. A file that breaks one of these is left out of all other checks.",
        _reader("F"),
    ),
    Family(
        "YAML",
        "Only the part of YAML that people mean: no anchors, tags or second documents, and no value that turns into another.",
        _reader("Y"),
    ),
    Family(
        "Keys and values",
        "What the [formats](../formats/index.md) say about front matter, quizzes, registers and editions.",
        _reader("S"),
    ),
    Family("Teaching blocks", "How `/// name | Title` blocks are written.", _reader("B")),
    Family("The plan", "The plan, the folders and the guides agree.", plan.RULES, plan.check),
    Family("Editions", "An edition names what exists.", editions.RULES, editions.check),
    Family("Ids", "An id names one thing.", ids.RULES, ids.check),
    Family("Lessons", "A lesson is whole.", lessons.RULES, lessons.check),
    Family("Quizzes", "An item can be answered and scored.", quizzes.RULES, quizzes.check),
    Family(
        "Item writing",
        "How a single item is written: errors (Q1) are faults no class should meet, warnings (Q2) are clues to the key, wording that makes "
        "an item harder than what it asks, and tone. How often they are right is measured: [Item writing](item-writing.md).",
        item_writing.RULES,
        item_writing.check,
    ),
    Family(
        "Item banks",
        "What shows only when the items of a lesson, or of all lessons of a module, are counted together. Few items prove little, so a "
        "rule speaks from a number of items on.",
        item_banks.RULES,
        item_banks.check,
    ),
    Family(
        "Languages agree",
        "Every language has the same lesson. The English file is the model where there is one; the finding stands in the other.",
        siblings.RULES,
        siblings.check,
    ),
    Family(
        "Facts",
        "What a lesson names is in a register, may be taught, and is printed with its source and caveat.",
        citations.RULES,
        citations.check,
    ),
    Family("Registers", "The registers hold together and are fresh.", registers.RULES, registers.check),
    Family(
        "Numbers",
        "A number needs a source, a period, a population and a unit; so it is printed from a register. Minutes, ages, steps, dates and small counts of things in the room may be typed.",
        numbers.RULES,
        numbers.check,
    ),
    Family(
        "Terms",
        "The wordings of `facts/terms.yml`. Each term names the blocks it may stand in. A wrong option of a quiz, and a claim to call false, is a myth with its "
        "correction beside it: a term that may stand in a myth may stand there, and any other is at most a warning, because pupils must meet an excuse to unmask it.",
        terms.RULES,
        terms.check,
    ),
    Family(
        "Reading level",
        "Limits by age band, for help pages and for teachers. Statutes and quotes are exempt. A file is told of its five longest sentences.",
        reading_level.RULES,
        reading_level.check,
    ),
    Family("Links", "Links and what else could lead away from a page.", links.RULES, links.check),
    Family("Pictures", "Pictures and drawings.", pictures.RULES, pictures.check),
    Family(
        "Waivers",
        "A warning that is right to ignore is waived in writing: `waive: {Q203: the reason}` at the item, or at the head of the quiz "
        "for what is found outside its items. The report closes with what is waived, where and why. Errors cannot be waived.",
        waivers.RULES,
    ),
)
