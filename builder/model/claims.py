"""Claims and myths: every number and every report a lesson may speak of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from builder.model.base import Frozen, Words
from builder.model.scalars import Address, Day, Number

ClaimId = Annotated[str, StringConstraints(pattern=r"^[FU]\d{2,3}$")]
FigureName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
ClassroomUse = Literal["usable", "usable with caveat", "do not teach"]


class Figure(Frozen):
    """One number of a claim, printed in lessons as {U02.caught}."""

    value: Number = Field(description='The number in digits, no separators; a decimal stands in quotes: "54.8".')
    unit: Words = Field(description="What is counted, per language: reports, people, suspects and images differ.")


class Seed(Frozen):
    """A news report the project started from; cited, never copied."""

    publisher: str = Field(description="Newspaper, agency or site.")
    author: str = Field(description="The byline, or `not given`.")
    title_gist: str = Field(description="The headline's gist in our own words.")
    published: str = Field(description="Publication day as far as known; may say how it was inferred.")
    url: str = Field(description="Address, or what was found in its place.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Checksum of the text that was read.")
    bytes: int = Field(gt=0, description="Length of the text that was read.")
    reliability: str = Field(description="What the check of this report found, with the claims concerned.")


class CrossCheck(Frozen):
    """What other sources say about a claim."""

    result: str = Field(description="confirmed, contradicted, single-source or outdated, with a word on how.")
    sources: list[Address] = Field(description="Addresses that were read for the check.")


class Claim(Frozen):
    """One checked statement of fact."""

    id: ClaimId = Field(description="F and three digits: from a report. U and two digits: found since.")
    statement: Words = Field(description="The claim in neutral classroom words, per language.")
    figures: dict[FigureName, Figure] = Field(
        default_factory=dict, description="Its numbers by name; prose prints {U02.caught} and types none."
    )
    as_of: str | None = Field(default=None, description="The day, month or year the claim speaks of.")
    seeds: list[str] = Field(default_factory=list, description="Keys of `seeds` that carry this claim.")
    origin_of_claim: str | None = Field(default=None, description="Who said or counted it first.")
    cross_check: CrossCheck = Field(description="What other sources say.")
    classroom_use: ClassroomUse = Field(
        description="`usable`; `usable with caveat`: only together with the caveat; `do not teach`: only as a myth."
    )
    reason: str = Field(description="Why it may be used so; for authors, not printed for pupils.")
    correction: str | None = Field(default=None, description="What is right, where a report got it wrong.")
    caveat: Words | None = Field(
        default=None, description="One or two sentences a pupil can read, printed with the claim."
    )
    tags: list[str] = Field(description="Words to find it by: statistics, law, court, harm, myth-buster.")
    see: list[ClaimId] = Field(default_factory=list, description="Claims to read together with this one.")
    checked: Day = Field(description="The day we last compared it with its sources.")
    recheck_by: Day = Field(description="The day by which it must be compared again.")

    @model_validator(mode="after")
    def _caveat_where_needed(self) -> Claim:
        if self.classroom_use == "usable with caveat" and not self.caveat:
            raise ValueError(f'{self.id} is "usable with caveat" but has no caveat')
        return self

    def teachable(self) -> bool:
        """May a lesson cite it (with its caveat, where it has one)?"""
        return self.classroom_use != "do not teach"

    def sources(self) -> list[str]:
        """The addresses a reader can follow."""
        return list(self.cross_check.sources)


class About(Frozen):
    """What a register is, and the notes that hold for all of it."""

    title: str = Field(description="What the register holds.")
    prepared_on: Day = Field(description="The day it was first put together.")
    notes: list[str] = Field(default_factory=list, description="Notes for those who edit it; not printed.")


class ClaimsFile(Frozen):
    """facts/claims.yml."""

    about: About = Field(description="What this register is and how to use it.")
    seeds: dict[str, Seed] = Field(description="The news reports the first claims came from, by file name.")
    claims: list[Claim] = Field(description="The claims, ordered by id.")


class Myth(Frozen):
    """A common wrong belief with its correction; printed truth first."""

    id: str = Field(pattern=r"^M\d+$", description="M and a number.")
    myth: Words = Field(description="The wrong belief, as somebody would say it.")
    truth: Words = Field(description="The correction, as a pupil can read it.")
    facts: list[ClaimId] = Field(min_length=1, description="Claims that carry the correction.")


class MythsFile(Frozen):
    """facts/myths.yml."""

    myths: list[Myth] = Field(description="The myths, ordered by id.")
