"""Faults of an item that no class should meet: answers that read the same, that speak of each other, or that teach harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.plain import plain
from builder.check.review import Fault, Review, alike, feedback_groups, same_texts, short
from builder.check.wording import Wording
from builder.model.finding import Rule
from builder.model.items import MultiItem, SingleItem

ALIKE = Rule(
    "Q101",
    "error",
    "no two answers of an item read the same",
    "change one of the two, or take it out",
    "Haladyna, Downing and Rodriguez 2002; compared as a screen reader speaks them",
)
EMPTY = Rule("Q102", "error", "every text of an item says something", "write the text", "our own")
ALL_OF_ABOVE = Rule(
    "Q103",
    "error",
    'no answer is "all of the above" or joins two others',
    "use the type `multi`, or write a single answer in its place",
    "Haladyna, Downing and Rodriguez 2002; options are shuffled here",
)
POSITION = Rule(
    "Q104",
    "error",
    "no text names an answer by its place or letter",
    "say in words which answer is meant: options are shuffled, on paper too",
    "our own",
)
LAW = Rule(
    "Q105",
    "error",
    "an item that names a provision of law cites it from a law pack, which knows its date",
    "add the id of the provision to `cite`",
    "our own",
)
SAME_FEEDBACK = Rule(
    "Q106",
    "error",
    "every answer has feedback of its own",
    "say of this answer what makes it right or wrong",
    "doi 10.3102/0034654314564881: pupils learn from elaborated feedback",
)
TEACHES_HARM = Rule(
    "Q107",
    "error",
    "no right answer passes an image on, keeps it or confronts somebody",
    "write a step that helps without it: note in words, tell an adult",
    "our own",
)
HARM_NEARBY = Rule(
    "Q108",
    "error",
    "an item in which an answer passes an image on, keeps it or confronts somebody is `sensitive`",
    "add `sensitive: true`: it shows the way to help and lets the pupil skip",
    "our own",
)

RULES = (ALIKE, EMPTY, ALL_OF_ABOVE, POSITION, LAW, SAME_FEEDBACK, TEACHES_HARM, HARM_NEARBY)

_SAYS = re.compile(r"[^\W_]")
_CLAUSE = re.compile(r"[,;.!?]|\b(?:and|but|so|or)\b")


def look(review: Review) -> Iterator[Fault]:
    """The faults of an item."""
    yield from _alike(review)
    yield from _empty(review)
    if review.wording:
        yield from _joined(review, review.wording)
        yield from _positions(review, review.wording)
        yield from _law(review)
        yield from _harm(review, review.wording)


def _alike(review: Review) -> Iterator[Fault]:
    for rule, groups, what in (
        (ALIKE, same_texts(review.item), "reads"),
        (SAME_FEEDBACK, feedback_groups(review.item), "says"),
    ):
        for group in groups:
            seen: dict[str, str] = {}
            for at, text in group:
                if (other := seen.setdefault(alike(text), text)) is not text and alike(text):
                    yield Fault(rule, at, f'"{short(text)}" {what} the same as "{short(other)}" before it')


def _empty(review: Review) -> Iterator[Fault]:
    for written, text in review.texts:
        if not (text.strip() if written.role in ("option", "wrong") else _SAYS.search(text)):
            yield Fault(EMPTY, written.at, f'item "{review.item.id}" has a text without a word')


def _joined(review: Review, words: Wording) -> Iterator[Fault]:
    """Answers that speak of the others, and answers made of two others."""
    for point in review.points:
        texts = {alike(offer.text) for offer in point.offers}
        for offer in point.offers:
            if found := words.find("all-of-the-above", offer.text):
                message = f'"{short(offer.text)}" is an answer about the other answers'
                yield Fault(ALL_OF_ABOVE, offer.at, message, span=found.span())
            elif len(parts := words.pattern("joint").split(alike(offer.text))) > 1 and texts.issuperset(parts):
                yield Fault(ALL_OF_ABOVE, offer.at, f'"{short(offer.text)}" joins two other answers')


def _positions(review: Review, words: Wording) -> Iterator[Fault]:
    if not isinstance(review.item, SingleItem | MultiItem) or review.item.fixed:
        return
    for written, text, found in review.saying("position"):
        if written.at != ("stem",) and not any(
            words.has(key, text) for key in ("all-of-the-above", "none-of-the-above")
        ):
            message = f'"{found.group().strip()}" names an answer by its place, and answers are shuffled'
            yield Fault(POSITION, written.at, message, span=found.span())


def _law(review: Review) -> Iterator[Fault]:
    """Told once for an item."""
    for written, _, found in review.saying("law") if not review.cites_law else ():
        message = f'item "{review.item.id}" names "{found.group()}" and cites no provision'
        yield Fault(LAW, written.at, message, span=found.span())
        return


def _harm(review: Review, words: Wording) -> Iterator[Fault]:
    """Harm in right answers, and in wrong ones of an item that is not `sensitive`; only where the item is on our topic."""
    about = " ".join((plain(review.item.stem).text, plain(review.item.explain).text, *(p.text for p in review.points)))
    if not words.has("topic", about):
        return
    for point in review.points:
        for offer in point.offers:
            if (span := _does_harm(offer.text, words)) is None:
                continue
            if offer.right:
                yield Fault(
                    TEACHES_HARM, offer.at, f'the right answer "{short(offer.text)}" tells pupils to do harm', span=span
                )
            elif not review.item.sensitive:
                message = f'"{short(offer.text)}" comes close to harm, and item "{review.item.id}" is not `sensitive`'
                yield Fault(HARM_NEARBY, offer.at, message, span=span)


def _does_harm(text: str, words: Wording) -> tuple[int, int] | None:
    """The first harmful words that nothing in their clause turns round."""
    for found in words.pattern("harm").finditer(text):
        begin = max((mark.end() for mark in _CLAUSE.finditer(text, 0, found.start())), default=0)
        after = _CLAUSE.search(text, found.end())
        if not words.has("harm-undone", text[begin : after.start() if after else len(text)]):
            return found.span()
    return None
