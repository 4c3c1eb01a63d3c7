"""Law packs: what the law of one jurisdiction says, for teaching and not as legal advice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator

from builder.model.base import Frozen, Id, Words
from builder.model.claims import About
from builder.model.scalars import Address, Day
from builder.model.signoffs import SignOff, latest_signoff

Kind = Literal[
    "offence", "definition", "procedure", "duty", "victim right", "consequence", "age rule", "platform duty",
    "civil rule", "note", "bill",
]  # fmt: skip
Act = Literal[
    "create", "share", "threaten", "coerce", "possess", "view", "buy", "request", "tool", "groom", "recruit",
    "publish identity", "profit", "attempt", "copy", "show",
]  # fmt: skip
MatrixAct = Literal["create", "share", "threaten", "possess", "view", "request"]
Topic = Literal[
    "making", "sharing", "having", "watching", "asking", "threatening", "trying", "naming", "under-age", "age",
    "consequences", "school", "record", "deletion", "rights", "police", "platforms", "more",
]  # fmt: skip
Confidence = Literal[
    "verified by official text",
    "verified by official text (GitHub mirror of the state law database)",
    "verified by 2 secondary",
    "single secondary",
    "memory only",
]


AGE_IN_PROSE = {"ko": "만 {age}세"}
"""How a language writes an age in running text; where it is not named here a bare number does."""


class Provision(Frozen):
    """One rule of law, small enough for one card."""

    id: Id = Field(description="Jurisdiction, short name of the act, article: kr-sv-14-2-1.")
    kind: Kind = Field(description="What sort of rule it is.")
    title: Words = Field(description="The rule in a few words, as a card's title.")
    plain_language: Words = Field(description="What it says, in words a pupil can read; never the statute's own text.")
    acts: list[Act] = Field(description="What somebody does that the rule is about; empty for duties and rights.")
    who: Words = Field(description="Whom it binds or protects.")
    applies_to: list[Literal["adult", "child"]] = Field(min_length=1, description="Age group of the person shown.")
    max_penalty: Words | None = Field(description="The heaviest penalty, or null where the rule has none.")
    min_penalty: Words | None = Field(description="The lightest penalty the rule allows, or null.")
    penalty_is_for_adults: bool = Field(
        default=False,
        description="true: printed as *maximum for adults*, because younger people are treated otherwise.",
    )
    citation: Words = Field(description="Act and article, with the official name in the law's own language.")
    in_force_since: Day | None = Field(default=None, description="The day it came into force, where it is known.")
    in_force_note: Words | None = Field(
        default=None, description="What is known about its start where that is not one plain day."
    )
    sources: list[Address] = Field(description="Addresses of the texts it was taken from.")
    site_only_sources: list[Address] = Field(
        default_factory=list, description="Those of `sources` that name a site and not the page: pointers only."
    )
    source_speaks_of: str = Field(description="The day or period the sources describe.")
    confidence: Confidence = Field(description="How far it was verified.")
    classroom_note: Words | None = Field(default=None, description="A sentence for the teacher beside the card.")
    open_question: str | None = Field(default=None, description="What a local lawyer still has to answer; not printed.")
    not_verified: str | None = Field(
        default=None, description="Details known from memory only, kept for whoever checks next; never printed."
    )

    @model_validator(mode="after")
    def _some_start(self) -> Provision:
        if self.in_force_since is None and not self.in_force_note:
            raise ValueError(f"{self.id} needs in_force_since (a day) or in_force_note (words)")
        return self

    def publishable(self, signoffs: Iterable[SignOff]) -> bool:
        """A rule known from memory only goes out when somebody has signed for it."""
        return self.confidence != "memory only" or latest_signoff(self.id, signoffs) is not None


class Jurisdiction(Frozen):
    """The country's frame: ages, how complete the pack is, when it was checked."""

    id: str = Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,4})?$", description="KR, GB-EAW, US-FED.")
    name: Words = Field(description="The country's name as prose prints it.")
    languages: list[str] = Field(description="Languages lessons for this jurisdiction need.")
    child_means: Words = Field(description="Whom the law protects as a child, printed by {law.child_means}.")
    age_of_criminal_responsibility: int | None = Field(
        ge=0, le=21, description="The age, or null where there is not one age for the whole jurisdiction."
    )
    age_note: Words | None = Field(default=None, description="What the bare number leaves out, or stands in its place.")
    minors: Words = Field(description="What happens when somebody under age did it.")
    minors_sources: list[Id] = Field(description="Provisions the sentence above rests on.")
    status: str = Field(description="How complete the pack is, for editors.")
    buildable: bool = Field(description="true: an edition may be built on this pack; false: a stub to work on.")
    recent_changes: list[Words] = Field(default_factory=list, description="What changed lately, oldest first.")
    acts_matrix: dict[MatrixAct, Words] = Field(
        default_factory=dict, description="Quick table: what the adult rule or the child rule punishes."
    )
    law_as_of: str = Field(description="The day or period of the law the pack describes.")
    checked: Day = Field(description="The day the pack was last compared with its sources.")
    recheck_by: Day = Field(description="The day by which it must be compared again.")
    not_verified: str | None = Field(default=None, description="Details known from memory only; never printed.")

    def age(self, language: str) -> str:
        """The age of criminal responsibility as prose in `language` prints it: `14`, `만 14세`; else the note in its place."""
        if self.age_of_criminal_responsibility is not None:
            return AGE_IN_PROSE.get(language, "{age}").format(age=self.age_of_criminal_responsibility)
        return (self.age_note or {}).get(language) or (self.age_note or {}).get("en", "")


class LawPack(Frozen):
    """facts/law/<JURISDICTION>.yml."""

    about: About = Field(description="What this pack is, and notes on its sources.")
    disclaimer: Words = Field(description="Printed under every law card: teaching, not legal advice.")
    jurisdiction: Jurisdiction = Field(description="The country's frame.")
    topics: dict[Topic, list[Id]] = Field(
        description="Which provisions a `law` block shows for a topic, in the order they are printed."
    )
    provisions: list[Provision] = Field(description="The rules, grouped by act.")

    def provision(self, wanted: str) -> Provision | None:
        """The provision with this id, or None."""
        return next((p for p in self.provisions if p.id == wanted), None)

    def on_topics(self, topics: Iterable[Topic]) -> list[Provision]:
        """The provisions of these topics in print order, each once."""
        ids = dict.fromkeys(i for topic in topics for i in self.topics.get(topic, []))
        return [p for p in map(self.provision, ids) if p is not None]
