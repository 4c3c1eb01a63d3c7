"""Answers that are numbers: they do not overlap, and they stand in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from builder.check.review import Fault, Point, Review, short
from builder.check.wording import Wording
from builder.model.finding import Rule
from builder.model.items import MultiItem, SingleItem

OVERLAP = Rule(
    "Q208",
    "warning",
    "numbers in answers do not overlap",
    "let each begin where the one before ends",
    "NBME Item-Writing Guide 2020, ch. 3",
)
UNSORTED = Rule(
    "Q209",
    "warning",
    "answers that are numbers stand in their order, and keep it",
    "sort them and add `fixed: numbers in order`",
    "Haladyna, Downing and Rodriguez 2002; BMC Med Educ 2016, 12909-016-0559-7, Table 1",
)

RULES = (OVERLAP, UNSORTED)

ENOUGH_NUMBERS = 3
MOST_WORDS = 5
"""An answer with more words around its number is about more than the number."""


class Range(NamedTuple):
    """What an answer made of numbers covers, the words around them, and whether it is one number."""

    low: float
    high: float
    unit: str
    single: bool


_NUMBER = r"(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)"
_ONE = re.compile(rf"(?<![\w.]){_NUMBER}")
_LEAST = 1e-6
"""By so much "more than 5" begins above 5."""


def look(review: Review) -> Iterator[Fault]:
    """The faults of answers that are numbers with one and the same unit."""
    for point in review.points if review.wording else ():
        assert review.wording is not None
        ranges = [covered(offer.text, review.wording) for offer in point.offers]
        known = [found for found in ranges if found]
        if ENOUGH_NUMBERS <= len(known) == len(ranges) and len({found.unit for found in known}) == 1:
            yield from _overlap(point, known) or _order(review, point, known)


def _overlap(point: Point, known: list[Range]) -> list[Fault]:
    for (first, a), (second, b) in combinations(zip(point.offers, known, strict=True), 2):
        if not (a.single and b.single) and a.low <= b.high and b.low <= a.high:
            return [Fault(OVERLAP, second.at, f'"{short(second.text)}" and "{short(first.text)}" overlap')]
    return []


def _order(review: Review, point: Point, known: list[Range]) -> list[Fault]:
    lows = [found.low for found in known]
    if lows not in (sorted(lows), sorted(lows, reverse=True)):
        return [Fault(UNSORTED, point.offers[0].at, "these numbers stand in no order")]
    if isinstance(review.item, SingleItem | MultiItem) and not review.item.fixed:
        message = "these numbers stand in order, and shuffling will lose it"
        return [Fault(UNSORTED, point.offers[0].at, message, "add `fixed: numbers in order`")]
    return []


def covered(text: str, words: Wording) -> Range | None:
    """What numbers an answer covers: `10 to 20`, `more than 5`, `12`. `None` where it is not one number or range in a few words."""
    if match := _between(words.table["range"]).search(text):
        low, high = (group for group in match.groups() if group is not None)
    elif match := _ONE.search(text):
        low = high = match[1]
    else:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    if _ONE.search(rest) or len(rest.split()) > MOST_WORDS:
        return None
    bottom, top = (float(number.replace(",", "")) for number in (low, high))
    if low != high:
        return Range(bottom, top, _unit(rest, words), False)
    step = _LEAST if words.has("range-open", rest) else 0.0
    if words.has("range-up", rest):
        return Range(bottom + step, float("inf"), _unit(rest, words), False)
    if words.has("range-down", rest):
        return Range(float("-inf"), top - step, _unit(rest, words), False)
    return Range(bottom, top, _unit(rest, words), True)


@cache
def _between(lines: str) -> re.Pattern[str]:
    """Two numbers with a dash, or joined as a line of the language says, where N stands for a number with its unit."""
    first, second = rf"(?<![\w.]){_NUMBER}\s*(?:%|[^\W\d_]{{1,3}})?", _NUMBER
    joined = ["N\\s*[-–~]\\s*N", *lines.split("\n")]
    patterns = (
        line.strip().replace("N", first, 1)[::-1].replace("N", second[::-1], 1)[::-1] for line in joined if line
    )
    return re.compile("|".join(patterns), re.IGNORECASE)


def _unit(rest: str, words: Wording) -> str:
    """The words around a number without what makes it a range, singular."""
    for key in ("range-up", "range-down", "range-open"):
        rest = words.pattern(key).sub(" ", rest)
    return " ".join(word.rstrip(".").removesuffix("s") for word in rest.casefold().split())
