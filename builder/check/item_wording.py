"""Wording that makes an item harder than what it asks: turned questions, vague words, too much to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.plain import plain
from builder.check.review import At, Fault, Offer, Point, Review, short
from builder.check.sentences import sentences
from builder.check.wording import Wording
from builder.model.finding import Rule
from builder.model.items import MultiItem, SingleItem, TrueFalseItem

_NBME = "NBME Item-Writing Guide 2020, ch. 3"
_HALADYNA = "Haladyna, Downing and Rodriguez 2002"
_TABLE = "BMC Med Educ 2016, 12909-016-0559-7, Table 1"

NEGATIVE = Rule(
    "Q203",
    "warning",
    "a stem asks for what is so; where it must ask for what is not, the word is emphasised",
    "turn the question round, or write *not* with stars",
    f"{_HALADYNA}; {_TABLE}",
)
NONE_OF_ABOVE = Rule(
    "Q205",
    "warning",
    'no answer is "none of the above"',
    "write a wrong answer that pupils believe",
    f"{_HALADYNA}; the evidence is split, so it may be waived",
)
TOO_MANY = Rule(
    "Q210", "warning", "three to five answers are offered", "take the weakest out, or write a third", _HALADYNA
)
LONG = Rule(
    "Q211",
    "warning",
    "stems and answers are short",
    "move what all answers share into the stem; cut what the question does not need",
    f"{_HALADYNA}; {_NBME}",
)
GAME_CAPS = Rule(
    "Q212",
    "warning",
    "an item for class games fits into them",
    "shorten it, or take `game: true` away: the export leaves it out",
    "Kahoot's spreadsheet: question 120, answer 75 characters",
)
DOUBLE_NEGATIVE = Rule(
    "Q213", "warning", "nothing is said with two negatives", "say it without both", f"{_HALADYNA}; {_TABLE}"
)
VAGUE = Rule(
    "Q214",
    "warning",
    "answers and claims say how often, or do not say it",
    "name the number, or take the word out: people read it differently",
    f"{_NBME}; {_TABLE}",
)
JOKE = Rule("Q216", "warning", "no answer is a joke", "write a wrong answer that pupils believe", _HALADYNA)

RULES = (NEGATIVE, NONE_OF_ABOVE, TOO_MANY, LONG, GAME_CAPS, DOUBLE_NEGATIVE, VAGUE, JOKE)

GAME_STEM, GAME_ANSWER = 120, 75

_EMPHASIS = re.compile(r"\*+[^*]+\*+")
_SPEECH = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)\'[^\']*\'(?!\w)|‘[^’]*’')


def look(review: Review) -> Iterator[Fault]:
    """The faults of wording in an item."""
    yield from _count(review)
    yield from _game(review)
    if review.wording:
        yield from _stem(review, review.wording)
        yield from _long(review, review.wording)
        for point in review.points:
            for offer in point.offers:
                yield from _answer(offer, review.wording)
            yield from _joke(point, review.wording)
        yield from _claim(review, review.wording)


def _stem(review: Review, words: Wording) -> Iterator[Fault]:
    """A turned question, and one that is answered by something negative too."""
    if not isinstance(review.item, SingleItem | MultiItem):
        return
    stem = review.item.stem
    if not turned(stem, words):
        if found := words.find("double-negative", _SPEECH.sub("", plain(stem).text)):
            yield Fault(DOUBLE_NEGATIVE, ("stem",), f'"{found.group().strip()}" says no twice')
        return
    if turned(_EMPHASIS.sub("", stem), words):
        yield Fault(NEGATIVE, ("stem",), f'item "{review.item.id}" asks for what is not so, and does not stress it')
    for offer in review.points[0].offers:
        if not offer.quoted and (found := words.find("negation", offer.text)):
            message = f'"{found.group().strip()}" in an answer to a question with "not"'
            yield Fault(DOUBLE_NEGATIVE, offer.at, message, span=found.span())
            return


def turned(stem: str, words: Wording) -> bool:
    """Whether the sentence that asks is turned round by a negative. Speech and side clauses are not looked at."""
    text = _SPEECH.sub("", plain(stem).text)
    parts = [sentence.text for sentence in sentences(text)]
    asking = [part for part in parts if "?" in part or words.has("asks", part)] or parts[-1:]
    return any(words.has("negative", words.pattern("aside").sub("", part)) for part in asking[-1:])


def _answer(offer: Offer, words: Wording) -> Iterator[Fault]:
    checks = (
        (NONE_OF_ABOVE, "none-of-the-above", "is an answer about the other answers"),
        *(
            ()
            if offer.quoted
            else ((VAGUE, "vague", "can mean much or little"), (DOUBLE_NEGATIVE, "double-negative", "says no twice"))
        ),
    )
    for rule, key, message in checks:
        if found := words.find(key, offer.text):
            yield Fault(rule, offer.at, f'"{found.group().strip()}" {message}', span=found.span())


def _joke(point: Point, words: Wording) -> Iterator[Fault]:
    """A single wrong answer that no other answer and no word of the stem makes likely."""
    funny = [offer for offer in point.offers if words.has("joke", offer.text)]
    if len(funny) == 1 and not funny[0].right and not words.has("joke", point.text):
        found = words.find("joke", funny[0].text)
        assert found is not None
        message = f'"{found.group().strip()}" makes an answer that nobody believes'
        yield Fault(JOKE, funny[0].at, message, span=found.span())


def _claim(review: Review, words: Wording) -> Iterator[Fault]:
    claim = _SPEECH.sub("", review.claim)
    for rule, key, message in (
        (VAGUE, "vague", "can mean much or little, and a claim must be true or false"),
        (DOUBLE_NEGATIVE, "double-negative", "says no twice"),
    ):
        if found := words.find(key, claim):
            yield Fault(rule, ("stem",), f'"{found.group().strip()}" {message}')


def _long(review: Review, words: Wording) -> Iterator[Fault]:
    stem = plain(review.item.stem).text
    if (count := review.words(stem)) > (most := words.limit("stem-words")):
        yield Fault(
            LONG, ("stem",), f'the stem of item "{review.item.id}" has {count} words; at most {most} are read with ease'
        )
    for point in review.points:
        for offer in point.offers:
            if (count := review.words(offer.text)) > (most := words.limit("option-words")):
                yield Fault(
                    LONG, offer.at, f'"{short(offer.text)}" has {count} words; at most {most} are read with ease'
                )


def _count(review: Review) -> Iterator[Fault]:
    if isinstance(review.item, SingleItem | MultiItem) and not 3 <= (count := len(review.item.options)) <= 5:
        yield Fault(TOO_MANY, ("options",), f'item "{review.item.id}" offers {count} answers')


def _game(review: Review) -> Iterator[Fault]:
    if not review.item.game or not isinstance(review.item, SingleItem | MultiItem | TrueFalseItem):
        return
    texts: list[tuple[At, str, int]] = [(("stem",), plain(review.item.stem).text, GAME_STEM)]
    texts += [(offer.at, offer.text, GAME_ANSWER) for point in review.points for offer in point.offers]
    for at, text, most in texts:
        if len(text) > most:
            yield Fault(GAME_CAPS, at, f"{len(text)} characters; a class game takes {most}")
