"""Banks for the tests of packages: one item of every type, and texts that some format might take for its own signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from builder.model.curriculum import Curriculum
from builder.model.items import Item
from builder.model.quiz import Quiz
from builder.model.view import View
from builder.packages import Bank
from builder.read import read_curriculum
from tests.check.laying import BASE

HERE = Path(__file__).parent
LANGUAGES = ("en", "ko")

NASTY = (
    "~ = # { } : \\ all at once",
    "~%50%half =right #why {T} ::name::",
    "=1+1",
    "+82 2 1366",
    "-2+3",
    "@sum(1)",
    "a ]]> b <![CDATA[ c ]]>",
    "<b>bold?</b> & &amp; &lt; \"double\" 'single'",
    "https://example.org/a?b=1&c=2#d:e",
    "- a hyphen in front",
    "A. a letter in front",
    "1. a number in front",
    "// not a comment",
    "$CATEGORY: not a category",
    "a back\\slash and \\n no line break, \\= no escape",
    "{{c1::no cloze}} [[no link]] $x$ %s {0}",
    "a\ttab, a – dash, a … and a · dot",
    "👩‍👩‍👧 🏳️‍🌈 joined, ✓ and ☐",
    "한글 완성형: 딥페이크 성범죄",
    "한글 조합형: 딥페이크",
    "</script><!-- --> `tick` ${no} '''",
    '; , | ^ § ° " quoted "" twice',
)
"""Texts that must arrive as they are; the composed and the decomposed form of 한글 are told apart by no reader, so compare in NFC."""


@cache
def _base() -> Curriculum:
    curriculum = read_curriculum(BASE).curriculum
    assert curriculum is not None
    return curriculum


def bank_of(items: Sequence[dict[str, Any]], language: str = "en") -> Bank:
    """A bank of these items, in the base curriculum's one lesson."""
    base = _base()
    lesson = base.lessons["ask-first", language]
    read = TypeAdapter(tuple[Item, ...]).validate_python(list(items))
    quiz = Quiz.model_construct(
        intro="x", items=read, waive={}, lesson=lesson.id, language=language, path="quizzes/x.yml"
    )
    curriculum = replace(base, quizzes={**base.quizzes, (lesson.id, language): quiz})
    return Bank(View(curriculum, base.editions["xa"], language, "teacher"), lesson)


def every(language: str) -> Bank:
    """One item of every type, in a language."""
    return bank_of(yaml.safe_load((HERE / f"every.{language}.yml").read_text("utf-8"))["items"], language)


def real_banks(curriculum: Curriculum) -> list[Bank]:
    """The banks of the project's own lessons in both languages."""
    views = [View(curriculum, curriculum.editions["kr"], language, "teacher") for language in LANGUAGES]
    return [Bank(view, lesson) for view in views for lesson in view.lessons]


def nasty_items() -> list[dict[str, Any]]:
    """Items of the types a format is likely to hold, each text of which is one of `NASTY`; options differ by a number."""
    return [item for number, text in enumerate(NASTY) for item in _nasty(number, text)]


def _nasty(number: int, text: str) -> list[dict[str, Any]]:
    shared = {"objective": "ask", "level": "recall", "game": True, "hint": text, "explain": text}
    options = [
        {"id": "a", "text": text, "correct": True, "feedback": f"{text} yes"},
        {"id": "b", "text": f"{text} 2", "feedback": f"{text} no"},
    ]
    pairs = [{"id": i, "left": f"{text} {i}", "right": f"{i} {text}", "feedback": f"{text} {i}!"} for i in "abc"]
    feedback = {"feedback_right": f"{text} yes", "feedback_wrong": f"{text} no"}
    return [
        {"id": f"one-{number}", "type": "single", "stem": text, "options": options, **shared},
        {"id": f"pairs-{number}", "type": "match", "stem": text, "pairs": pairs, **shared},
        {"id": f"short-{number}", "type": "short", "stem": text, "accept": [text], **feedback, **shared},
        {
            "id": f"claim-{number}", "type": "true-false", "stem": text, "answer": True,
            "feedback_true": f"{text} yes", "feedback_false": f"{text} no", **shared,
        },
    ]  # fmt: skip
