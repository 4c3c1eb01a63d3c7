"""Sign-offs: a named person vouches for an entry that no source confirms yet."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from builder.model.base import Frozen, Id
from builder.model.scalars import Day


class SignOff(Frozen):
    """One person's statement that they checked one entry themselves."""

    entry: Id = Field(description="Id of the provision, service or platform tool that was checked.")
    who: str = Field(min_length=1, description="Name of the person who checked and answers for it.")
    role: str = Field(
        min_length=1, description="Why this person can say so: lawyer, safeguarding lead, police liaison."
    )
    when: Day = Field(description="The day of the check, YYYY-MM-DD.")
    scope: str = Field(
        min_length=1,
        description="What was confirmed, in one sentence, for instance: the number was dialled and answered.",
    )


class SignOffsFile(Frozen):
    """facts/signoffs.yml."""

    signoffs: list[SignOff] = Field(
        description="All sign-offs, newest last; empty until somebody has checked an entry."
    )


def latest_signoff(entry: str, signoffs: Iterable[SignOff]) -> SignOff | None:
    """The newest sign-off of an entry, or None where nobody has vouched for it."""
    return max((s for s in signoffs if s.entry == entry), key=lambda s: s.when, default=None)
