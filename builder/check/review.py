"""An item under review: the points at which it asks, what it offers there, and the words of its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from builder.check.plain import plain
from builder.check.sentences import words
from builder.check.wording import Wording
from builder.model.finding import Rule
from builder.model.items import (
    Item,
    MatchItem,
    MultiItem,
    OrderItem,
    ScenarioItem,
    ShortItem,
    SingleItem,
    TrueFalseItem,
    Written,
)

At = tuple[str | int, ...]

_QUOTED = re.compile(r"""["“‘'「].*["”’'」][.,]?""")


@dataclass(frozen=True)
class Fault:
    """What a rule finds in an item: where below the item, what to say, and which characters of the text there it is about."""

    rule: Rule
    at: At
    message: str
    mend: str = ""
    span: tuple[int, int] | None = None
    """Begin and end in the plain text; `None`: all of it."""


@dataclass(frozen=True, eq=False)
class Offer:
    """A text that a pupil may choose, put in order or give to another: its place below the item, and what is shown to who chose it."""

    at: At
    written: str
    right: bool
    feedback: str = ""
    feedback_at: At = ()

    @cached_property
    def text(self) -> str:
        """What a person reads."""
        return plain(self.written).text

    @property
    def quoted(self) -> bool:
        """Whether it is all speech: somebody's words, whose grammar and strength are theirs."""
        return bool(_QUOTED.fullmatch(self.text.strip()))


@dataclass(frozen=True, eq=False)
class Point:
    """A point at which an item asks: the stem, or a scene of a scenario, with what is offered there."""

    at: At
    written: str
    offers: tuple[Offer, ...]

    @cached_property
    def text(self) -> str:
        """What a person reads."""
        return plain(self.written).text

    @cached_property
    def right(self) -> tuple[Offer, ...]:
        """The right ones."""
        return tuple(offer for offer in self.offers if offer.right)

    @cached_property
    def wrong(self) -> tuple[Offer, ...]:
        """The wrong ones."""
        return tuple(offer for offer in self.offers if not offer.right)

    @property
    def key(self) -> Offer | None:
        """The right one where there is one among others."""
        return self.right[0] if len(self.right) == 1 and self.wrong else None


@dataclass(frozen=True, eq=False)
class Review:
    """An item, the language it is written in, what the rules look for there, and whether it cites a provision of law."""

    item: Item
    language: str
    wording: Wording | None
    cites_law: bool = False

    @cached_property
    def texts(self) -> tuple[tuple[Written, str], ...]:
        """Every text of the item, as written with its place, and plain."""
        return tuple((written, plain(written.text).text) for written in self.item.texts())

    @cached_property
    def _together(self) -> str:
        return "\n".join(text for _, text in self.texts)

    def saying(self, key: str) -> Iterator[tuple[Written, str, re.Match[str]]]:
        """The texts in which the key finds something, plain, with what it finds first. Mostly there is none, and one look tells."""
        if self.wording is None or not self.wording.has(key, self._together):
            return
        for written, text in self.texts:
            if found := self.wording.find(key, text):
                yield written, text, found

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points at which a pupil chooses one or several texts; none where nothing is offered to choose from."""
        match self.item:
            case SingleItem() | MultiItem():
                options = enumerate(self.item.options)
                offers = (_offer(("options", n), o.text, o.correct, o.feedback) for n, o in options)
                return (Point(("stem",), self.item.stem, tuple(offers)),)
            case ScenarioItem():
                return tuple(_scenes(self.item))
            case _:
                return ()

    @cached_property
    def decisions(self) -> tuple[Point, ...]:
        """The points at which one answer is right among at least two others: where a clue gives the key away."""
        return tuple(point for point in self.points if point.key and len(point.offers) >= 3)

    @cached_property
    def claim(self) -> str:
        """The plain claim of a true-false item; "" for other types."""
        return plain(self.item.stem).text if isinstance(self.item, TrueFalseItem) else ""

    def words(self, text: str) -> int:
        """How many words a text has; in Korean its 어절."""
        return len(words(text, self.language))


def _offer(at: At, text: str, right: bool, feedback: str) -> Offer:
    return Offer((*at, "text"), text, right, feedback, (*at, "feedback"))


def _scenes(item: ScenarioItem) -> Iterator[Point]:
    for number, scene in enumerate(item.scenes):
        at: At = ("scenes", number)
        offers = tuple(
            _offer((*at, "choices", n), choice.text, choice.quality == "safe", choice.feedback)
            for n, choice in enumerate(scene.choices)
        )
        if offers:
            yield Point((*at, "text"), scene.text, offers)


def same_texts(item: Item) -> Iterator[tuple[tuple[At, str], ...]]:
    """The texts of an item that a pupil must be able to tell apart, in groups; each with its place below the item."""
    match item:
        case SingleItem() | MultiItem():
            yield tuple((("options", n, "text"), option.text) for n, option in enumerate(item.options))
        case ScenarioItem():
            for number, scene in enumerate(item.scenes):
                yield tuple((("scenes", number, "choices", n, "text"), c.text) for n, c in enumerate(scene.choices))
        case OrderItem():
            yield tuple((("steps", n, "text"), step.text) for n, step in enumerate(item.steps))
        case MatchItem():
            yield tuple((("pairs", n, "left"), pair.left) for n, pair in enumerate(item.pairs))
            rights = {alike(pair.right): (("pairs", n, "right"), pair.right) for n, pair in enumerate(item.pairs)}
            yield (*rights.values(), *((("extra", n, "text"), extra.text) for n, extra in enumerate(item.extra)))


def feedback_groups(item: Item) -> Iterator[tuple[tuple[At, str], ...]]:
    """The feedback of an item, in groups that answer one question; each with its place below the item."""
    match item:
        case SingleItem() | MultiItem():
            yield tuple((("options", n, "feedback"), option.feedback) for n, option in enumerate(item.options))
        case TrueFalseItem():
            yield (("feedback_true",), item.feedback_true), (("feedback_false",), item.feedback_false)
        case ShortItem():
            yield (("feedback_right",), item.feedback_right), (("feedback_wrong",), item.feedback_wrong)
        case OrderItem():
            yield tuple((("steps", n, "feedback"), step.feedback) for n, step in enumerate(item.steps))
        case MatchItem():
            pairs = ((("pairs", n, "feedback"), pair.feedback) for n, pair in enumerate(item.pairs))
            extra = ((("extra", n, "feedback"), extra.feedback) for n, extra in enumerate(item.extra))
            yield (*pairs, *extra)
        case ScenarioItem():
            for number, scene in enumerate(item.scenes):
                at: At = ("scenes", number, "choices")
                yield tuple(((*at, n, "feedback"), choice.feedback) for n, choice in enumerate(scene.choices))


def alike(text: str) -> str:
    """A text as two are compared that a listener could not tell apart: composed, without case, emphasis, spacing and full stop."""
    composed = plain(text).text.casefold()
    if not composed.isascii():
        composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain(text).text).casefold())
    return " ".join(composed.split()).rstrip(".。")


def short(text: str) -> str:
    """A text cut so that a message can name it."""
    text = " ".join(plain(text).text.split())
    return text if len(text) <= 48 else f"{text[:47]}…"
