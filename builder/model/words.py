"""Terms, glossary and standards: the words we use and the frames we teach to."""

from __future__ import annotations

import re as regex
from typing import Literal

from pydantic import Field, field_validator

from builder.model.base import Frozen, Id, Language, Words
from builder.model.scalars import Address, Day


class Term(Frozen):
    """One wording to avoid, found by a pattern, with what to write."""

    id: str = Field(pattern=r"^[A-Z]{2}\d{2}$", description="Language and two digits: EN01, KO06.")
    re: str = Field(description="Regular expression of the wording to avoid; letter case does not matter.")
    prefer: str = Field(description="What to write in its place; printed with the finding.")
    severity: Literal["error", "warn", "info"] = Field(description="error stops a build; info only tells.")
    exempt: list[Literal["quote", "statute", "myth"]] = Field(
        default_factory=list, description="Blocks in which the wording may stand."
    )
    scope: Literal["student", "teacher", "all"] = Field(default="all", description="In whose text it is looked for.")
    bad: str = Field(description="A sentence the pattern must find; the tests hold it to that.")
    good: str = Field(description="The same thought in our words; the pattern must not find it.")

    @field_validator("re")
    @classmethod
    def _compiles(cls, value: str) -> str:
        try:
            regex.compile(value)
        except regex.error as fault:
            raise ValueError(f"not a regular expression: {fault}") from None
        return value

    def pattern(self) -> regex.Pattern[str]:
        """The compiled pattern; Python keeps compiled patterns, so asking twice costs nothing."""
        return regex.compile(self.re, regex.IGNORECASE)


class TermsFile(Frozen):
    """facts/terms.yml."""

    terms: dict[Language, list[Term]] = Field(description="The term rules by language.")


class GlossaryEntry(Frozen):
    """One word pupils and teachers can look up."""

    id: Id = Field(description="Short name; lessons link to it as glossary:consent.")
    term: Words = Field(description="The word we use, per language.")
    also: dict[Language, list[str]] = Field(default_factory=dict, description="Other names it goes by, per language.")
    definition: Words = Field(description="At most two short sentences; law and numbers are cited, not stated.")
    cite: list[str] = Field(default_factory=list, description="Claims or provisions that say more.")
    sources: list[Address] = Field(default_factory=list, description="Pages it rests on, where no register entry does.")


class GlossaryFile(Frozen):
    """facts/glossary.yml."""

    entries: list[GlossaryEntry] = Field(description="The entries, ordered by id.")


class Standard(Frozen):
    """A frame of a ministry or body that lessons serve."""

    id: Id = Field(description="Body and short name: unesco-cse-4.")
    body: Words = Field(description="Who set it.")
    name: Words = Field(description="Its name.")
    what: Words = Field(description="What it asks for that our lessons serve.")
    url: Address | None = Field(default=None, description="Where to read it, where the address is sure.")
    sources: list[Address] = Field(description="Pages it was read on.")
    source_speaks_of: str | None = Field(default=None, description="The day or period the sources describe.")
    confidence: Literal["read in its own text", "read in a secondary source", "memory only"] = Field(
        description="How far it was checked."
    )
    checked: Day = Field(description="The day it was last looked up.")
    note: str | None = Field(default=None, description="What was not found or still has to be checked; never printed.")


class StandardsFile(Frozen):
    """facts/standards.yml."""

    standards: list[Standard] = Field(description="The standards, ordered by body.")
