"""Help packs: whom to call, what to do first, and how far each contact was checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Words
from builder.model.claims import About
from builder.model.scalars import Address, Day, Dial
from builder.model.signoffs import SignOff, latest_signoff

Verified = Literal["read in a source", "partly: service read in a source, number or hours from memory", "memory only"]
HELP_KEEPS = timedelta(days=180)


class Service(Frozen):
    """One place to call, write to or report to."""

    id: Id = Field(description="Country and short name: kr-1388.")
    name: Words = Field(description="Name of the service, in its own language too.")
    phone: Words | None = Field(description="The number as it is printed, with a word on menus where needed.")
    phone_note: Words | None = Field(default=None, description="A word on how to dial it, printed under the number.")
    dial: Dial | None = Field(description="The digits a telephone link dials; null where there is no number.")
    sms: Words | None = Field(description="Number for text messages, or null.")
    chat: Words | None = Field(description="Chat or messenger name, or null.")
    url: Address | None = Field(description="Web address, or null where none is confirmed.")
    what_for: Words = Field(description="What it helps with.")
    hours: Words = Field(description="When it answers.")
    ages: Words = Field(description="For which ages.")
    languages: list[str] = Field(description="Languages it answers in, by code; `local` or `many` where they vary.")
    for_whom: Words = Field(description="Who may turn to it.")
    audience: Literal["pupil", "teacher", "teacher or parent"] = Field(description="On whose pages it stands.")
    free_of_charge: bool = Field(description="Does using it cost nothing?")
    anonymous_possible: Words | None = Field(description="Whether one may stay nameless; null: not known.")
    sources: list[Address] = Field(description="Pages it was read on.")
    site_only_sources: list[Address] = Field(
        default_factory=list, description="Those of `sources` that name a site and not the page: pointers only."
    )
    source_speaks_of: str | None = Field(description="The day or period the sources describe.")
    verified: Verified = Field(description="How far the contact was checked; nobody dialled a number yet.")
    last_checked: Day | None = Field(description="The day it was last read in a source; null: never.")
    note: str | None = Field(default=None, description="For whoever checks next; never printed.")

    def publishable(self, signoffs: Iterable[SignOff]) -> bool:
        """Printed only when it was read in a source, or a person has signed for it."""
        return self.verified == "read in a source" or latest_signoff(self.id, signoffs) is not None

    def last_confirmed(self, signoffs: Iterable[SignOff]) -> date | None:
        """The later of reading it in a source and a person's sign-off."""
        signed = latest_signoff(self.id, signoffs)
        return max((day for day in (self.last_checked, signed and signed.when) if day), default=None)

    def is_stale(self, today: date, signoffs: Iterable[SignOff]) -> bool:
        """Not confirmed within the last 180 days."""
        confirmed = self.last_confirmed(signoffs)
        return confirmed is None or today - confirmed > HELP_KEEPS

    def printed(self) -> list[str]:
        """Every text of it that can reach a page; misprints are looked for here."""
        how = (self.phone, self.phone_note, self.sms, self.chat)
        what = (self.name, self.what_for, self.hours, self.ages, self.for_whom, self.anonymous_possible)
        texts = [text for words in (*how, *what) if words for text in words.values()]
        return [*texts, *filter(None, (self.dial, self.url))]


class Roles(Frozen):
    """Which service stands in the help box; ids of this pack or of INTL."""

    emergency: Id | None = Field(description="Danger now.")
    crisis: Id | None = Field(default=None, description="For a pupil who feels like hurting themselves.")
    child: Id | None = Field(description="Somebody to talk to: the line for children and young people.")
    removal: Id | None = Field(description="Getting an image taken down.")
    school: Id | None = Field(default=None, description="Reporting what happens between pupils, where there is a line.")


class Step(Frozen):
    """One step of a pathway."""

    step: int = Field(ge=1, description="Its number.")
    do: Words = Field(description="What to do.")
    why: Words | None = Field(description="Why it helps, or null.")
    contacts: list[Id] = Field(description="Services to turn to, of this pack or of INTL.")
    who: Literal["pupil"] = Field(description="Whose step it is.")
    sources: list[Address] = Field(description="Pages the step was taken from.")
    cite: list[Id] = Field(default_factory=list, description="Provisions the step rests on.")
    not_verified: str | None = Field(default=None, description="Details known from memory only; never printed.")


class Guidance(Frozen):
    """Short lists for those around the pupil."""

    friend: list[Words] = Field(default_factory=list, description="What a friend can do.")
    if_you_did_it: list[Words] = Field(default_factory=list, description="For a pupil who made, shared or kept one.")
    teacher: list[Words] = Field(default_factory=list, description="For the teacher who is told.")
    cite: list[Id] = Field(default_factory=list, description="Provisions the lists rest on.")
    not_verified: list[str] = Field(default_factory=list, description="Details from memory only; never printed.")


class Pathway(Guidance):
    """What happens when somebody speaks up in this jurisdiction."""

    title: Words = Field(description="Heading of the steps.")
    steps: list[Step] = Field(min_length=1, description="The pupil's steps, in order.")
    confirmed_by: str = Field(description="Which steps rest on sources and which on memory; for editors.")


class PlatformTool(Frozen):
    """How reporting works on a platform; menus change, so teachers look before the lesson."""

    id: Id = Field(description="tool- and a short name; sign-offs name it.")
    platform: Words = Field(description="The platform or platforms.")
    how: Words = Field(description="Where the report button is.")
    also: Words | None = Field(default=None, description="Another way, where there is one.")
    limits: Words | None = Field(description="What it does not do.")
    sources: list[Address] = Field(description="Pages it was read on.")
    verified: Verified = Field(description="How far it was checked.")
    not_verified: str | None = Field(default=None, description="Details known from memory only; never printed.")

    def publishable(self, signoffs: Iterable[SignOff]) -> bool:
        """Printed only when it was read in a source, or a person has signed for it."""
        return self.verified == "read in a source" or latest_signoff(self.id, signoffs) is not None


class Rules(Frozen):
    """What holds everywhere, for pupils and for those who edit help pages."""

    never: list[Words] = Field(description="What nobody should do.")
    always: list[Words] = Field(description="What everybody should do.")
    evidence_conflict: Words = Field(description="Where advice differs on screenshots, and the wording we use.")
    printing: Words = Field(description="How contacts reach a page.")


class Misprint(Frozen):
    """A wrong number or address that circulates; finding it anywhere is an error."""

    wrong: str = Field(min_length=3, description="The text as it is misprinted.")
    correct: str | None = Field(description="What it should be, or null where nothing corresponds.")
    said: str = Field(description="Where it was met.")


class HelpPack(Frozen):
    """facts/help/<JURISDICTION>.yml."""

    about: About = Field(description="What this pack is, and notes on how it was checked.")
    jurisdiction: str = Field(description="The law pack it goes with, or INTL: services for everybody.")
    country: str = Field(description="The country the services are in.")
    checked: Day = Field(description="The day the pack was last gone through.")
    recheck_by: Day = Field(description="The day by which each number must be looked up again.")
    roles: Roles = Field(description="Who stands in the help box.")
    services: list[Service] = Field(description="The services, in the order they are printed.")
    pathway: Pathway | None = Field(default=None, description="The steps; null in INTL, which has no single path.")
    everywhere: Guidance | None = Field(
        default=None,
        description="INTL only: the lists for friends, for who did it and for teachers where a pack has none.",
    )
    rules: Rules | None = Field(default=None, description="INTL only: rules that hold in every jurisdiction.")
    platform_tools: list[PlatformTool] = Field(default_factory=list, description="INTL only: reporting on platforms.")
    known_misprints: list[Misprint] = Field(default_factory=list, description="Wrong numbers that circulate.")

    def service(self, wanted: str) -> Service | None:
        """The service with this id, or None."""
        return next((s for s in self.services if s.id == wanted), None)
