"""Wording that makes an item harder than what it asks: turned questions, vague words, numbers in no order, too much to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

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
OVERLAP = Rule(
    "Q208", "warning", "numbers in answers do not overlap", "let each begin where the one before ends", _NBME
)
UNSORTED = Rule(
    "Q209",
    "warning",
    "answers that are numbers stand in their order, and keep it",
    "sort them and add `fixed: numbers in order`",
    f"{_HALADYNA}; {_TABLE}",
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

RULES = (NEGATIVE, NONE_OF_ABOVE, OVERLAP, UNSORTED, TOO_MANY, LONG, GAME_CAPS, DOUBLE_NEGATIVE, VAGUE, JOKE)

GAME_STEM, GAME_ANSWER = 120, 75

_EMPHASIS = re.compile(r"\*+[^*]+\*+")
_SPEECH = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)\'[^\']*\'(?!\w)|‘[^’]*’')


def look(review: Review) -> Iterator[Fault]:
    """The faults of wording in an item."""
    for point in review.points:
        yield from _numbers(review, point)
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


class Range(NamedTuple):
    """What an answer made of numbers covers, and the words around them."""

    low: float
    high: float
    unit: str
    single: bool


_NUMBER = r"(?<![\w.])(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
_BETWEEN = re.compile(_NUMBER + r"\s*(%|[^\W\d_]{0,3})\s*(?:-|–|~|to|에서)\s*" + _NUMBER.replace(r"(?<![\w.])", ""))
_ONE = re.compile(_NUMBER)
_UP = re.compile(r"\b(?:more than|over|above|at least|from)\b|\bor (?:more|over|older)\b|이상|초과|넘", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:less than|fewer than|under|below|up to|at most)\b|\bor (?:less|fewer|younger)\b|이하|미만|까지",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:more than|over|above|less than|fewer than|under|below)\b|초과|미만|넘", re.IGNORECASE)
_LEAST = 1e-6


def _numbers(review: Review, point: Point) -> Iterator[Fault]:
    ranges = [covered(offer.text) for offer in point.offers]
    known = [found for found in ranges if found]
    if len(known) < 3 or len(known) < len(ranges) or len({found.unit for found in known}) > 1:
        return
    for (first, a), (second, b) in combinations(zip(point.offers, known, strict=True), 2):
        if not (a.single and b.single) and a.low <= b.high and b.low <= a.high:
            yield Fault(OVERLAP, second.at, f'"{short(second.text)}" and "{short(first.text)}" overlap')
            return
    lows = [found.low for found in known]
    fixed = bool(getattr(review.item, "fixed", ""))
    if lows not in (sorted(lows), sorted(lows, reverse=True)):
        yield Fault(UNSORTED, point.offers[0].at, "these numbers stand in no order")
    elif not fixed and isinstance(review.item, SingleItem | MultiItem):
        yield Fault(
            UNSORTED,
            point.offers[0].at,
            "these numbers stand in order, and shuffling will lose it",
            "add `fixed: numbers in order`",
        )


def covered(text: str) -> Range | None:
    """What numbers an answer covers: `10 to 20`, `more than 5`, `12`. `None` where it is not one number or range in a few words."""
    if match := _BETWEEN.search(text):
        low, high, rest = match[1], match[3], text[: match.start()] + match[2] + text[match.end() :]
    elif match := _ONE.search(text):
        low, high, rest = match[1], match[1], text[: match.start()] + text[match.end() :]
    else:
        return None
    if _ONE.search(rest) or len(rest.split()) > 5:
        return None
    bottom, top = (float(number.replace(",", "")) for number in (low, high))
    step = _LEAST if _OPEN.search(rest) else 0.0
    single = low == high
    if single and _UP.search(rest):
        bottom, top, single = bottom + step, float("inf"), False
    elif single and _DOWN.search(rest):
        bottom, top, single = float("-inf"), top - step, False
    return Range(bottom, top, _unit(rest), single)


def _unit(rest: str) -> str:
    """The words around a number without what makes it a range, singular."""
    for pattern in (_UP, _DOWN, _OPEN):
        rest = pattern.sub(" ", rest)
    return " ".join(word.rstrip(".").removesuffix("s") for word in rest.casefold().split())
