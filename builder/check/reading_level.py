"""Texts are readable for their age: sentence length and, in English, the Flesch-Kincaid grade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.check.inspection import Inspection
from builder.check.prose import Passage
from builder.check.sentences import Sentence, grade, sentences, words
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Page

MEAN = Rule(
    "R001",
    "warning",
    "sentences are short on average, for the age band",
    "split the longest sentences: one thought in each",
)
LONGEST = Rule(
    "R002",
    "warning",
    "no sentence is longer than the age band reads with ease",
    "split it: one thought in each sentence",
)
GRADE = Rule(
    "R003",
    "warning",
    "the English text keeps to the school grade of its age band",
    "shorten sentences, and use shorter words",
)

RULES = (MEAN, LONGEST, GRADE)


class Limits(NamedTuple):
    """The most words a sentence may have on average, the most it may have at all, and the grade; `None`: no limit."""

    mean: float | None
    longest: int | None
    grade: float | None = None


LIMITS: dict[tuple[str, str], Limits] = {
    ("en", "11-13"): Limits(12, 20, 5),
    ("en", "14-16"): Limits(15, 28, 8),
    ("en", "16-18"): Limits(18, 32, 10),
    ("en", "help"): Limits(12, 20, 4),
    ("en", "teacher"): Limits(None, None, 12),
    ("ko", "11-13"): Limits(7, 12),
    ("ko", "14-16"): Limits(10, 16),
    ("ko", "16-18"): Limits(13, 20),
    ("ko", "help"): Limits(6, 12),
    ("ko", "teacher"): Limits(None, 20),
}
"""By language and readers. Pages of no band are written for 14-16. Other languages have no limits yet."""

EXEMPT = frozenset({"statute", "quote"})
"""Blocks that give somebody else's words; the gloss that follows them is short anyway."""

ENOUGH = 60
"""Below so many words an average or a grade says nothing."""

TOLD = 5
"""So many long sentences of a file are told, the longest first."""


@dataclass(frozen=True)
class Measured:
    """A sentence, the passage it stands in, and its words."""

    passage: Passage
    sentence: Sentence
    words: list[str]

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.passage.plain_place(self.sentence.begin, self.sentence.begin + 1)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings for each file and readership."""
    readers = _readers(inspection)
    texts: dict[tuple[str, str, str], list[Passage]] = {}
    for passage in (*inspection.body_passages, *inspection.quiz_passages):
        if passage.role != "label" and EXEMPT.isdisjoint(passage.block_names):
            reader = "teacher" if passage.audience == "teacher" else readers.get(passage.path, "14-16")
            texts.setdefault((passage.path, passage.language, reader), []).append(passage)
    for (path, language, reader), passages in texts.items():
        if limits := LIMITS.get((language, reader)):
            yield from _judge(path, reader, limits, _measure(passages))


def _readers(inspection: Inspection) -> dict[str, str]:
    """Who reads each file: an age band, or `help` for pages that must be readable in distress."""
    curriculum = inspection.curriculum
    found = {
        text.path: "help" if text.head.kind == "help" else "14-16"
        for text in inspection.texts
        if isinstance(text, Page)
    }
    found.update({lesson.path: lesson.head.band for lesson in curriculum.lessons.values()})
    for (name, language), quiz in curriculum.quizzes.items():
        lesson = curriculum.lessons.get((name, language))
        found[quiz.path] = lesson.head.band if lesson else "14-16"
    return found


def _measure(passages: Iterable[Passage]) -> list[Measured]:
    return [
        Measured(passage, sentence, words(sentence.text, passage.language))
        for passage in passages
        for sentence in sentences(passage.plain.text)
    ]


def _judge(path: str, reader: str, limits: Limits, measured: list[Measured]) -> Iterator[Finding]:
    spoken = [word for one in measured for word in one.words]
    by_length = sorted(measured, key=lambda one: -len(one.words))
    if limits.longest:
        yield from _long(reader, limits.longest, by_length)
    if len(spoken) < ENOUGH:
        return
    mean = len(spoken) / len(measured)
    whom = "teachers" if reader == "teacher" else "a help page" if reader == "help" else reader
    advice = "begin with the longest: " + ", ".join(f"line {one.place.line} ({_count(one)})" for one in by_length[:3])
    if limits.mean and mean > limits.mean:
        message = f"a sentence has {mean:.1f} {_unit(by_length[0])} on average; for {whom} at most {limits.mean:g}"
        yield finding(MEAN, Place(path), message, advice)
    if limits.grade and (reached := grade(len(measured), spoken)) > limits.grade:
        message = f"this reads at grade {reached:.1f}; for {whom} at most {limits.grade:g}"
        yield finding(GRADE, Place(path), message, advice)


def _long(reader: str, limit: int, by_length: list[Measured]) -> Iterator[Finding]:
    for one in by_length[:TOLD]:
        if len(one.words) > limit:
            message = f"this sentence has {_count(one)}; at most {limit} are read with ease"
            yield finding(LONGEST, one.place, message, length=min(60, len(one.sentence.text)))


def _unit(one: Measured) -> str:
    return "어절" if one.passage.language == "ko" else "words"


def _count(one: Measured) -> str:
    return f"{len(one.words)} {_unit(one)}"
