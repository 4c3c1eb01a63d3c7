"""The kinds of print: what each is printed of, who may have it, and whether an editable file comes along.

One table, in the order in which pages and packs list them. A kind that is not in it does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.model.audience import Audience

Level = Literal["lesson", "module", "curriculum"]
"""What a piece is printed of: one lesson, one module with all its lessons, or the curriculum as a whole."""

Variant = Literal["large", "legible", "easy-read"]
"""The same piece for other eyes: large print, letters that are hard to mix up, easy-read."""

Format = Literal["docx", "pptx"]
"""A file to edit. The PDF is always there."""


@dataclass(frozen=True)
class Kind:
    """A kind of print. `audience`: `student` is for pupils and teachers, `teacher` for teachers alone.

    `editable`: the files to edit that come with the PDF; teachers alone get them. `variants`: the other forms it comes in.
    `imposed`: the kind of the same pages as a printer wants them, to be folded; such a file is not accessible.
    """

    name: str
    of: Level
    audience: Audience
    editable: tuple[Format, ...] = ()
    variants: tuple[Variant, ...] = ()
    imposed: str = ""


_TABLE = (
    Kind("guide", "lesson", "teacher", ("docx",)),
    Kind("slides", "lesson", "teacher", editable=("pptx",)),
    Kind("notes", "lesson", "teacher"),
    Kind("handout", "lesson", "student", variants=("large", "legible", "easy-read")),
    Kind("worksheet", "lesson", "student", ("docx",), variants=("large", "legible")),
    Kind("cut-outs", "lesson", "student"),
    Kind("cards", "lesson", "student"),
    Kind("quiz", "lesson", "student", ("docx",)),
    Kind("key", "lesson", "teacher", ("docx",)),
    Kind("booklet", "module", "student", imposed="booklet-print"),
    Kind("booklet-print", "module", "student"),
    Kind("teacher-booklet", "module", "teacher", imposed="teacher-booklet-print"),
    Kind("teacher-booklet-print", "module", "teacher"),
    Kind("poster", "curriculum", "student"),
    Kind("poster-a3", "curriculum", "student"),
    Kind("wallet-cards", "curriculum", "student"),
    Kind("first-steps-cards", "curriculum", "student"),
    Kind("ground-rules", "curriculum", "student"),
    Kind("letter-home", "curriculum", "teacher", ("docx",)),
    Kind("staff-briefing", "curriculum", "teacher", ("docx",)),
    Kind("incident-card", "curriculum", "teacher", ("docx",)),
    Kind("question-slips", "curriculum", "teacher"),
    Kind("answer-bank", "curriculum", "teacher", ("docx",)),
    Kind("tally", "curriculum", "teacher", ("docx",)),
    Kind("standards-map", "curriculum", "teacher"),
    Kind("certificate", "curriculum", "teacher"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}
"""Every kind by its name, which stands in file names (`<subject>.<kind>.pdf`) and in `words/*/print.yml`."""


def kinds_of(level: Level, audience: Audience = "teacher") -> tuple[str, ...]:
    """The names of the kinds of a level that an audience may have, in the order of the table."""
    return tuple(k.name for k in _TABLE if k.of == level and (audience == "teacher" or k.audience == "student"))


def for_pupils(file_name: str) -> bool:
    """Whether pupils may have a printed file of that name, `<subject>.<kind>[.<variant>].<format>` or `<kind>.<format>`; never one to edit."""
    *parts, format_ = file_name.split(".")
    found = [KINDS[part] for part in parts[:2] if part in KINDS]
    return format_ == "pdf" and bool(found) and found[-1].audience == "student"
