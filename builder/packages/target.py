"""A target: a format that some platform reads, what it can hold, and what is lost on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from builder.model.items import Item, MultiItem, ReflectItem
from builder.packages.questions import AnyQuestion, Bank

Fate = Literal["kept", "degraded", "dropped"]

FEATURES = (
    "single", "multi", "true-false", "match", "order", "short", "scenario", "reflect",
    "feedback", "hint", "explain", "partial", "all-or-nothing", "fixed", "emphasis", "note", "objective",
)  # fmt: skip
"""What an item can have that a format may or may not hold: its type, the feedback of each option, and the rest by its key."""


@dataclass(frozen=True)
class Means:
    """What becomes of a feature. `how` names the word `packages.how-<how>` that tells it; nothing when it is kept."""

    fate: Fate = "kept"
    how: str = ""


KEPT = Means()


def degraded(how: str) -> Means:
    """It arrives in another form, told by the word `packages.how-<how>`."""
    return Means("degraded", how)


def dropped(how: str) -> Means:
    """It does not arrive, told by the word `packages.how-<how>`."""
    return Means("dropped", how)


@dataclass(frozen=True)
class Target:
    """A format. `ending` is that of its files; `games`: only items with `game: true` go there.

    `losses` says what is not kept, by feature, or by `<type>/<feature>` where it depends on the type.
    `fits` says why a question cannot go there although its type can (the `how` of a loss; "" when it can): too long, say.
    `write` gives the bytes of a bank's file, the same bytes for the same bank. Its name, and where to click, are the words
    `packages.<id>` and `packages.<id>-where`.
    """

    id: str
    ending: str
    write: Callable[[Bank], bytes]
    losses: dict[str, Means] = field(default_factory=dict)
    games: bool = False
    fits: Callable[[AnyQuestion], str] = lambda question: ""

    def means(self, feature: str, of: str = "") -> Means:
        """What becomes of a feature (one of `FEATURES`), of an item of the type `of`."""
        return self.losses.get(f"{of}/{feature}") or self.losses.get(feature, KEPT)


@dataclass(frozen=True)
class Loss:
    """What becomes of one feature of one item, or of the whole (`item`); `fate` is never `kept`."""

    item: Item
    number: int
    feature: str
    fate: Fate
    how: str


def features_of(item: Item) -> Iterator[str]:
    """The features an item has, its type first; every item has an objective."""
    yield item.type
    if not isinstance(item, ReflectItem):
        yield "feedback"
    if item.hint:
        yield "hint"
    if item.explain:
        yield "explain"
    if isinstance(item, MultiItem):
        yield item.scoring
    if getattr(item, "fixed", ""):
        yield "fixed"
    if any("*" in written.text for written in item.texts()):
        yield "emphasis"
    if item.sensitive:
        yield "note"
    yield "objective"


def questions_for(target: Target, bank: Bank) -> tuple[AnyQuestion, ...]:
    """The questions of a bank that go to the target."""
    offered = bank.games if target.games else bank.questions
    return tuple(found for found in offered if not _kept_out(target, found))


def _kept_out(target: Target, question: AnyQuestion) -> str:
    """Why a question does not go to the target, as the `how` of a loss; "" when it goes."""
    if target.games and not question.item.game:
        return "not-for-games"
    means = target.means(question.item.type)
    return means.how if means.fate == "dropped" else target.fits(question)


def losses(target: Target, bank: Bank) -> tuple[Loss, ...]:
    """Everything that is not kept of the bank's items; of an item that does not go there at all, only that."""
    kept_out: dict[str, str] = {}
    for question in bank.questions:
        kept_out[question.item.id] = kept_out.get(question.item.id) or _kept_out(target, question)
    found = []
    for number, item in enumerate(bank.items, 1):
        if how := kept_out[item.id]:
            found.append(Loss(item, number, "item", "dropped", how))
            continue
        for feature in features_of(item):
            means = target.means(feature, item.type)
            if means.fate != "kept":
                found.append(Loss(item, number, feature, means.fate, means.how))
    return tuple(found)
