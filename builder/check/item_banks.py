"""The rules on whole banks: where the key stands, how long it is, how types and levels are mixed, what is asked twice.

Position, types and levels are the same in every language (Languages agree sees to that), so they are told once, in the English
file where there is one. Lengths and stems differ, so each language is told of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.check.chance import as_odd_as, at_least
from builder.check.inspection import Inspection
from builder.check.item_cues import content
from builder.check.near_duplicates import near_duplicates, overlap
from builder.check.plain import columns, plain
from builder.check.wording import wording
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.items import Item, MultiItem, ReflectItem, SingleItem, TrueFalseItem
from builder.model.quiz import Quiz

_NBME = "NBME Item-Writing Guide 2020, ch. 3"
_HALADYNA = "Haladyna, Downing and Rodriguez 2002"

POSITION = Rule(
    "Q301", "warning", "the key of a module stands at each place about equally often", "move some keys", _HALADYNA
)
LONGEST = Rule(
    "Q302",
    "warning",
    "in a module the right answer is not the longest in more than 40 % of the items, and more than chance makes it",
    "shorten right answers, or say as much in wrong ones",
    f"{_HALADYNA}; {_NBME}",
)
CLAIMS = Rule(
    "Q303",
    "warning",
    "at most 30 % of a module's items are true-false",
    "ask some of them as a decision in a case: half of all guesses at a claim are right",
    "our own, after the guessing chance of one half",
)
BALANCE = Rule(
    "Q304",
    "warning",
    "of a module's claims between 40 and 60 % are true",
    "turn a claim round, with its feedback",
    _HALADYNA,
)
RUN = Rule(
    "Q305",
    "warning",
    "the key does not stand at one place four times in a row",
    "move the key of one of them",
    "our own",
)
OBJECTIVE = Rule(
    "Q306", "warning", "every objective of a lesson is tested by two items", "write another item for it", "our own"
)
LEVELS = Rule(
    "Q307",
    "warning",
    "at most half of a lesson's items ask to recall",
    "ask for a decision in a case",
    "Haladyna, Downing and Rodriguez 2002 (higher-level thinking); the share is our own",
)
TWICE = Rule(
    "Q308",
    "warning",
    "no two items of a module ask nearly the same",
    "ask it once, or ask it of another case",
    "our own",
)

RULES = (POSITION, LONGEST, CLAIMS, BALANCE, RUN, OBJECTIVE, LEVELS, TWICE)

ENOUGH_KEYS = 12
"""Fewer keys prove nothing about places."""
UNLIKELY = 0.01
ENOUGH_LENGTHS = 10
LONGEST_SHARE = 0.4
LUCKY = 0.05
"""With three options to an item chance alone passes two fifths in a small bank; what has this chance or more is not told."""
ENOUGH_ITEMS = 8
CLAIM_SHARE = 0.3
ENOUGH_CLAIMS = 5
BALANCED = 0.6
RUN_LENGTH = 4
RECALL_SHARE = 0.5
NEAR = 0.8
ENOUGH_TOKENS = 4

Numbered = tuple[Quiz, int, Item]
"""An item with its quiz and its number there."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings about the banks of each module and each lesson."""
    for language, quizzes in _by_module(inspection):
        items = [(quiz, number, item) for quiz in quizzes for number, item in enumerate(quiz.items)]
        yield from _longest(inspection, items)
        yield from _twice(inspection, items, language)
    for quizzes in _models(inspection):
        items = [(quiz, number, item) for quiz in quizzes for number, item in enumerate(quiz.items)]
        yield from _positions(inspection, items)
        yield from _claims(inspection, items)
        for quiz in quizzes:
            yield from _runs(inspection, quiz)
            yield from _objectives(inspection, quiz)
            yield from _levels(inspection, quiz)


def _by_module(inspection: Inspection) -> Iterator[tuple[str, list[Quiz]]]:
    """The quizzes of each module in each language, in the order of the plan."""
    curriculum = inspection.curriculum
    for language in dict.fromkeys(quiz.language for quiz in curriculum.quizzes.values()):
        for module in curriculum.plan.modules:
            found = [quiz for lesson in module.lessons if (quiz := curriculum.quizzes.get((lesson, language)))]
            if found:
                yield language, found


def _models(inspection: Inspection) -> Iterator[list[Quiz]]:
    """The quizzes of each module, each in one language: English where there is one."""
    curriculum = inspection.curriculum
    languages: dict[str, list[str]] = {}
    for lesson, language in sorted(curriculum.quizzes):
        languages.setdefault(lesson, []).append(language)
    for module in curriculum.plan.modules:
        lessons = [lesson for lesson in module.lessons if lesson in languages]
        if lessons:
            yield [curriculum.quizzes[lesson, _model(languages[lesson])] for lesson in lessons]


def _model(languages: Sequence[str]) -> str:
    return "en" if "en" in languages else languages[0]


def _head(inspection: Inspection, quiz: Quiz) -> Place:
    return inspection.place(quiz.path, ("items",), key=True)


def _tell(inspection: Inspection, rule: Rule, quiz: Quiz, message: str, mend: str = "") -> Finding:
    return finding(rule, _head(inspection, quiz), message, mend, len("items"))


def _keyed(items: Sequence[Numbered]) -> list[tuple[Numbered, SingleItem, int]]:
    """The items with one right option that are free to be shuffled, and the number of that option."""
    found: list[tuple[Numbered, SingleItem, int]] = []
    for numbered in items:
        item = numbered[2]
        if isinstance(item, SingleItem) and not item.fixed:
            right = [place for place, option in enumerate(item.options) if option.correct]
            if len(right) == 1:
                found.append((numbered, item, right[0]))
    return found


def _letter(place: int) -> str:
    return "abcdefgh"[place]


def _positions(inspection: Inspection, items: Sequence[Numbered]) -> Iterator[Finding]:
    keyed = _keyed(items)
    if len(keyed) < ENOUGH_KEYS:
        return
    for place in range(max(len(item.options) for _, item, _ in keyed)):
        chances = [1 / len(item.options) for _, item, _ in keyed if len(item.options) > place]
        hits = sum(at == place for _, _, at in keyed)
        if len(chances) >= ENOUGH_KEYS and as_odd_as(hits, chances) < UNLIKELY:
            message = f"the right answer is {_letter(place)} in {hits} of {len(chances)} items; by chance about {sum(chances):.0f}"
            yield _tell(inspection, POSITION, keyed[0][0][0], message)
            return


def _longest(inspection: Inspection, items: Sequence[Numbered]) -> Iterator[Finding]:
    widths = [
        (numbered, [columns(plain(option.text).text) for option in item.options], right)
        for numbered, item, right in _keyed(items)
    ]
    longest = [
        numbered for numbered, wide, right in widths if all(wide[right] > w for n, w in enumerate(wide) if n != right)
    ]
    share = len(longest) / max(1, len(widths))
    if (
        len(widths) >= ENOUGH_LENGTHS
        and share > LONGEST_SHARE
        and _unlucky(len(longest), [len(w) for _, w, _ in widths])
    ):
        named = ", ".join(f'"{item.id}"' for _, _, item in longest[:6]) + (" …" if len(longest) > 6 else "")
        message = f"the right answer is the longest in {len(longest)} of {len(widths)} items: {named}"
        yield _tell(inspection, LONGEST, widths[0][0][0], message)


def _unlucky(longest: int, options: Sequence[int]) -> bool:
    return at_least(longest, [1 / count for count in options]) < LUCKY


def _claims(inspection: Inspection, items: Sequence[Numbered]) -> Iterator[Finding]:
    claims = [(quiz, item) for quiz, _, item in items if isinstance(item, TrueFalseItem)]
    if len(items) >= ENOUGH_ITEMS and len(claims) > CLAIM_SHARE * len(items):
        yield _tell(inspection, CLAIMS, claims[0][0], f"{len(claims)} of {len(items)} items are true-false")
    true = sum(item.answer for _, item in claims)
    same = max(true, len(claims) - true)
    if (len(claims) >= ENOUGH_CLAIMS and same > BALANCED * len(claims)) or same == len(claims) >= 3:
        what = "true" if same == true else "false"
        yield _tell(inspection, BALANCE, claims[0][0], f"{same} of {len(claims)} claims are {what}")


def _runs(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    keyed = _keyed([(quiz, number, item) for number, item in enumerate(quiz.items)])
    for place, run in groupby(keyed, key=lambda entry: entry[2]):
        ids = [item.id for _, item, _ in run]
        if len(ids) >= RUN_LENGTH:
            message = f'the right answer is {_letter(place)} {len(ids)} times in a row, from "{ids[0]}" to "{ids[-1]}"'
            yield _tell(inspection, RUN, quiz, message)


def _objectives(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    """Counted where the fewest items are shown; what is never marked tests nothing. L007 tells of one that nothing tests."""
    lesson = inspection.curriculum.lessons.get((quiz.lesson, quiz.language))
    places = [edition.jurisdiction for edition in inspection.curriculum.editions.values()]
    tested = [item for item in quiz.items if not isinstance(item, ReflectItem)]
    for number, objective in enumerate(lesson.head.objectives if lesson else ()):
        counts = {
            place: sum(item.objective == objective.id and (not item.only or place in item.only) for item in tested)
            for place in places
        }
        where, fewest = min(counts.items(), key=lambda entry: entry[1])
        if lesson and fewest < 2 and max(counts.values()):
            only = "" if max(counts.values()) == fewest else f" in {where}"
            told = inspection.place(lesson.path, ("objectives", number, "id"))
            message = f'the objective "{objective.id}" ({lesson.path}:{told.line}) is tested by {fewest or "no"} item{"s" * (fewest != 1)}{only}'
            yield _tell(inspection, OBJECTIVE, quiz, message)


def _levels(inspection: Inspection, quiz: Quiz) -> Iterator[Finding]:
    levels = Counter(item.level for item in quiz.items)
    if len(quiz.items) >= ENOUGH_ITEMS and levels["recall"] > RECALL_SHARE * len(quiz.items):
        yield _tell(inspection, LEVELS, quiz, f"{levels['recall']} of {len(quiz.items)} items ask to recall")


def _twice(inspection: Inspection, items: Sequence[Numbered], language: str) -> Iterator[Finding]:
    """Stems that are nearly the same and, where options are offered, options that are not all others."""
    words = wording(language)
    if words is None:
        return
    asked = [
        (numbered, frozenset(token for token, _ in content(plain(numbered[2].stem).text, words))) for numbered in items
    ]
    asked = [(numbered, tokens) for numbered, tokens in asked if len(tokens) >= ENOUGH_TOKENS]
    for first, second in near_duplicates([tokens for _, tokens in asked], NEAR):
        (quiz, _, item), (other_quiz, number, other) = asked[first][0], asked[second][0]
        if _same_options(item, other):
            where = f"{quiz.path}: " if quiz.path != other_quiz.path else ""
            place = inspection.place(other_quiz.path, ("items", number, "stem"))
            yield finding(
                TWICE,
                place,
                f'item "{other.id}" asks nearly the same as {where}"{item.id}"',
                length=min(60, len(other.stem)),
            )


def _same_options(one: Item, other: Item) -> bool:
    """Whether two items offer something in common, or one of them offers nothing."""
    if not (isinstance(one, SingleItem | MultiItem) and isinstance(other, SingleItem | MultiItem)):
        return True
    mine, theirs = (frozenset(option.text.casefold() for option in item.options) for item in (one, other))
    return overlap(mine, theirs) > 0
