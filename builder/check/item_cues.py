"""Clues that lead a test-wise pupil to the key: its length, its caution, a word of the stem, its grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from builder.check.plain import columns
from builder.check.review import Fault, Offer, Point, Review, short
from builder.check.wording import Wording
from builder.model.finding import Rule

LONGEST = Rule(
    "Q201",
    "warning",
    "the right answer is not by far the longest",
    "shorten it, or say as much in another answer",
    "NBME Item-Writing Guide 2020, ch. 3; BMC Med Educ 2016, 12909-016-0559-7, Table 1",
)
QUALIFIED = Rule(
    "Q202",
    "warning",
    "the right answer is not the only cautious, numbered or bracketed one",
    "word another answer in the same way, or take the sign away",
    "NBME Item-Writing Guide 2020, ch. 3",
)
ABSOLUTE = Rule(
    "Q204",
    "warning",
    "words such as *always*, *never* and *only* do not mark the wrong answers alone",
    "say it without the word, or where it is meant, use one in the right answer too",
    "NBME Item-Writing Guide 2020, ch. 3; BMC Med Educ 2016, 12909-016-0559-7, Table 1",
)
ECHO = Rule(
    "Q206",
    "warning",
    "the right answer is not the only one with a word of the stem",
    "say it in another word, or use the word in a wrong answer too",
    "NBME Item-Writing Guide 2020, ch. 3 (clang clues)",
)
GAP = Rule(
    "Q207",
    "warning",
    "every answer fits the article or particle it follows",
    "write a/an or 을(를), or end the stem before it",
    "NBME Item-Writing Guide 2020, ch. 3 (grammatical clues)",
)
GRAMMAR = Rule(
    "Q215",
    "warning",
    "no single answer sticks out by its grammar",
    "give all answers the same form",
    "Haladyna, Downing and Rodriguez 2002; told only where one answer stands alone",
)

RULES = (LONGEST, QUALIFIED, ABSOLUTE, ECHO, GAP, GRAMMAR)

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BRACKET = re.compile(r"[(\[（]")
_DIGIT = re.compile(r"\d")
_ROOT = 3
"""So many letters of a word must be left without its ending."""


def look(review: Review) -> Iterator[Fault]:
    """The clues in an item."""
    for point in review.points:
        yield from _longest(point)
    if review.wording:
        for point in review.decisions:
            assert point.key is not None
            yield from _qualified(point, point.key, review.wording)
            yield from _absolute(point, point.key, review.wording)
            yield from _echo(point, point.key, review.wording)
        for point in review.points:
            yield from _gap(point, review.wording)
            yield from _grammar(point, review.wording)


def _longest(point: Point) -> Iterator[Fault]:
    """By a quarter and by ten columns. With several right answers the shortest of them is held against the longest wrong one."""
    if not point.right or not point.wrong or len(point.offers) < 3:
        return
    right = min(columns(offer.text) for offer in point.right)
    wrong = max(columns(offer.text) for offer in point.wrong)
    if right >= wrong * 1.25 and right - wrong >= 10:
        percent = round(100 * right / wrong) - 100
        which = "the right answer is" if len(point.right) == 1 else "the right answers are all"
        yield Fault(LONGEST, point.right[0].at, f"{which} {percent} % longer than the longest wrong one")


def _qualified(point: Point, key: Offer, words: Wording) -> Iterator[Fault]:
    signs: tuple[tuple[str, Callable[[str], re.Match[str] | None]], ...] = (
        ("cautious", lambda text: words.find("qualifier", text) or words.find("vague", text)),
        ("one with a number", lambda text: _DIGIT.search(text) or words.find("number", text)),
        ("one with a bracket", _BRACKET.search),
    )
    for name, sign in signs:
        found = sign(key.text)
        if (
            found
            and not key.text.endswith("?")
            and not key.quoted
            and not any(sign(offer.text) for offer in point.wrong)
        ):
            message = f'the right answer is the only {name}: "{found.group().strip()}"'
            yield Fault(QUALIFIED, key.at, message, span=found.span())
            return


def _absolute(point: Point, key: Offer, words: Wording) -> Iterator[Fault]:
    if words.has("absolute", key.text):
        return
    for offer in point.wrong:
        if not offer.quoted and (found := words.find("absolute", offer.text)):
            message = f'"{found.group().strip()}" stands in a wrong answer, and nothing like it in the right one'
            yield Fault(ABSOLUTE, offer.at, message, span=found.span())
            return


def _echo(point: Point, key: Offer, words: Wording) -> Iterator[Fault]:
    """Told where the right answer alone takes up words of the stem; a wrong answer that does so too spoils the clue."""
    stem = content(point.text, words)
    names = {root for root, (begin, _) in stem if _capital(point.text, begin)}
    asked = {root for root, _ in stem} - names
    if any(root in asked for offer in point.wrong for root, _ in content(offer.text, words)):
        return
    for root, span in content(key.text, words):
        if root in asked:
            message = f'"{key.text[slice(*span)]}" stands in the stem and in no answer but the right one'
            yield Fault(ECHO, key.at, message, span=span)
            return


def content(text: str, words: Wording) -> list[tuple[str, tuple[int, int]]]:
    """The words of a text that say what it is about, cut to what a family of words shares, each with its place."""
    least, shared = words.limit("content-letters"), words.limit("family-letters")
    found: list[tuple[str, tuple[int, int]]] = []
    for match in _TOKEN.finditer(text):
        word = match.group().casefold()
        cut = words.pattern("endings").sub("", word, count=1)
        root = cut if len(cut) >= min(least, _ROOT) else word
        if len(word) >= least and not words.common.fullmatch(word) and not words.common.fullmatch(root):
            found.append((root[:shared], match.span()))
    return found


def _capital(text: str, begin: int) -> bool:
    """Whether the word that begins here has a capital inside a sentence, as a name has."""
    return text[begin].isupper() and bool(re.search(r"[\w,] $", text[:begin]))


def _gap(point: Point, words: Wording) -> Iterator[Fault]:
    """Decomposed, so that a pattern sees whether a Korean syllable ends in a consonant."""
    for key in ("gap-first", "gap-second"):
        if found := words.find(key, point.text):
            fits = [words.has(f"{key}-fits", unicodedata.normalize("NFD", offer.text)) for offer in point.offers]
            if any(fits) and not all(fits):
                odd = point.offers[fits.index(False)]
                message = f'"{short(odd.text)}" does not fit after or before "{found.group().strip()}"'
                yield Fault(GAP, point.at, message, span=found.span())
                return


def _grammar(point: Point, words: Wording) -> Iterator[Fault]:
    """Speech has the grammar of who speaks, and an answer about the other answers is told of as such."""
    about_others = ("all-of-the-above", "none-of-the-above")
    apart = any(words.has(key, offer.text) for key in about_others for offer in point.offers)
    if len(point.offers) < 3 or apart or all(offer.quoted for offer in point.offers):
        return
    loose = words.table["loose-grammar"].split()
    forms = [_form(offer.text, words) for offer in point.offers]
    for number, form in enumerate(forms):
        others = set(forms[:number] + forms[number + 1 :])
        if (
            len(others) == 1
            and form not in others
            and not (form in loose and others == {""})
            and _telling(point, number)
        ):
            odd = point.offers[number]
            yield Fault(GRAMMAR, odd.at, f'"{short(odd.text)}" has another form than all other answers')
            return


def _form(text: str, words: Wording) -> str:
    """The class of grammar a text belongs to; "" for what no pattern knows."""
    found = words.find("grammar", text.strip().strip("\"“”'‘’「」ㅋㅎ."))
    return (found.lastgroup or "") if found else ""


def _telling(point: Point, odd: int) -> bool:
    """Single words have too little grammar to stick out by."""
    others = [offer for number, offer in enumerate(point.offers) if number != odd]
    return " " in point.offers[odd].text.strip() or all(" " in offer.text.strip() for offer in others)
