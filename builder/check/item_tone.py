"""The tone of items on our topic: nobody is blamed, silence is no answer, nobody real is named, help is in reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.plain import plain
from builder.check.review import Fault, Review, short
from builder.check.wording import Wording
from builder.model.finding import Rule
from builder.model.items import TrueFalseItem

BLAME = Rule(
    "Q221",
    "warning",
    "no stem, right answer or feedback looks for the fault in the person targeted",
    "ask about what was done to them, or about what others can do",
    "our own",
)
SILENCE = Rule(
    "Q222",
    "warning",
    "no right answer is to keep silent",
    "let the right answer lead to somebody who helps",
    "our own",
)
PERSON = Rule(
    "Q223",
    "warning",
    "people in items are invented and have a first name only",
    "leave the family name and the office out",
    "our own",
)
CLOSE = Rule(
    "Q224",
    "warning",
    "an item that puts the pupil in the place of the person targeted is `sensitive`",
    "tell it of an invented person, or add `sensitive: true`: then help is in reach and the item can be skipped",
    "our own",
)

RULES = (BLAME, SILENCE, PERSON, CLOSE)


def look(review: Review) -> Iterator[Fault]:
    """The faults of tone in an item."""
    if review.wording is None:
        return
    yield from _blame(review, review.wording)
    yield from _silence(review, review.wording)
    yield from _person(review)
    yield from _close(review, review.wording)


def _blame(review: Review, words: Wording) -> Iterator[Fault]:
    """Wrong answers and claims to call false may quote blame: their feedback unmasks it."""
    for written, text, found in review.saying("blame"):
        if written.role in ("prose", "option") and not words.has("blame-undone", _around(text, found)):
            message = f'"{found.group().strip()}" looks for the fault in the person targeted'
            yield Fault(BLAME, written.at, message, span=found.span())


def _silence(review: Review, words: Wording) -> Iterator[Fault]:
    right = [(offer.at, offer.text) for point in review.points for offer in point.right]
    if isinstance(review.item, TrueFalseItem) and review.item.answer:
        right.append((("stem",), review.claim))
    for at, text in right:
        found = words.find("silence", text)
        if found and not words.has("silence-undone", _around(text, found)):
            yield Fault(SILENCE, at, f'the right answer "{short(text)}" is to keep silent', span=found.span())


def _person(review: Review) -> Iterator[Fault]:
    """Told once for an item."""
    for written, _, found in review.saying("person"):
        message = f'"{found.group().strip()}" reads like somebody who can be found'
        yield Fault(PERSON, written.at, message, span=found.span())
        return


def _close(review: Review, words: Wording) -> Iterator[Fault]:
    if review.item.sensitive:
        return
    for at, written in ((("stem",), review.item.stem), *((p.at, p.written) for p in review.points)):
        text = plain(written).text
        if found := words.find("you", text):
            message = f'"{found.group().strip()}" puts the pupil in the place of the person targeted'
            yield Fault(CLOSE, at, message, span=found.span())
            return


def _around(text: str, found: re.Match[str]) -> str:
    """The text with <> in place of what was found, so that a pattern can say what stands before or after it."""
    return f"{text[: found.start()]}<>{text[found.end() :]}"
