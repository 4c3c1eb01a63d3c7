"""Every nasty text at every place of every type, as one bank.

A format's test reads its file with somebody else's reader and compares with what each `Question` holds; `test_nasty.py` holds those to
the literal texts here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from builder.packages import Bank
from tests.packages.banks import NASTY, bank_of

TEXTS: tuple[str, ...] = (
    *NASTY,
    "=right? ->no pair",
    "@name -2",
    "ends in a backslash \\",
    "\\{ \\} \\\\ C:\\new\\table",
    "AT&T &nbsp; &#92; &lt;b&gt;",
    "5 < 6 > 4",
    "one line\nand another\n\nafter a gap",
    "a\ttab, a  double space",
    "[[!]] [x] (x) [link](x) ![x](x) {{x}} {|x|}",
    "[html] ::t:: $x$",
    "# no heading ## none --- *** ___ `code` *stars* _lines_",
    "true",
    "0",
    "%0% 100% *",
    unicodedata.normalize("NFC", "한글과 각"),
    unicodedata.normalize("NFD", "한글과 각"),
)
"""What pupils must read, letter by letter, except that any white space is one space."""


def seen(text: str) -> str:
    """A text as it is read: white space as one space."""
    return " ".join(text.split())


def typed(literal: str) -> str:
    """What an author writes so that Markdown shows `literal`: a backslash before what has a meaning."""
    return re.sub(r"([\\*_])", r"\\\1", literal)


class _Turn:
    """Hands out the nasty texts one after another, beginning at a given place."""

    def __init__(self, start: int) -> None:
        self._next = start

    def literal(self) -> str:
        """The next text as pupils must see it."""
        self._next += 1
        return TEXTS[(self._next - 1) % len(TEXTS)]

    def __call__(self) -> str:
        """The next text as an author writes it."""
        return typed(self.literal())


@cache
def nasty_bank(language: str = "en", step: int = 1) -> Bank:
    """Each type as many times as there are texts, each time beginning with another, so that every text stands everywhere.

    A larger `step` leaves some beginnings out, for readers that take their time; every text still stands in many places.
    """
    return bank_of([item for start in range(0, len(TEXTS), step) for item in _items_from(start)], language)


def _items_from(start: int) -> list[dict[str, Any]]:
    t = _Turn(start)

    def head(kind: str, name: str = "") -> dict[str, Any]:
        return {"id": f"{name or kind}-{start}", "type": kind, "stem": t(), "objective": "ask", "level": "apply"}

    def options(right: str) -> list[dict[str, Any]]:
        return [{"id": i, "text": t(), "feedback": t(), "correct": i in right} for i in "abcd"]

    def choices(goto: str, safe: str) -> list[dict[str, Any]]:
        return [{"id": i, "text": t(), "feedback": t(), "goto": goto, "quality": _quality(i, safe)} for i in "abc"]

    pairs = [{"id": i, "left": t(), "right": t(), "feedback": t()} for i in "abc"]
    steps = [{"id": i, "text": t(), "feedback": t()} for i in "abcd"]
    accept = [seen(t.literal()) for _ in range(3)]
    scenes = [
        {"id": "start", "text": t(), "choices": choices("middle", "b")},
        {"id": "middle", "text": t(), "choices": choices("end", "a")},
        {"id": "end", "text": t(), "help": ["child", "school"]},
    ]
    return [
        {**head("single"), "options": options("c"), "hint": t(), "explain": t(), "game": True},
        {**head("single", "scale"), "options": options("a"), "fixed": "a scale", "sensitive": True},
        {**head("multi"), "options": options("ac"), "scoring": "partial", "explain": t(), "game": True},
        {**head("multi", "all"), "options": options("abd"), "hint": t()},
        {**head("true-false"), "answer": bool(start % 2), "feedback_true": t(), "feedback_false": t(), "hint": t()},
        {**head("match"), "pairs": pairs, "extra": [{"id": "d", "text": t(), "feedback": t()}], "explain": t()},
        {**head("match", "twice"), "pairs": [*pairs, {**pairs[0], "id": "d", "left": t()}]},
        {**head("order"), "steps": steps, "hint": t()},
        {**head("short"), "accept": accept, "feedback_right": t(), "feedback_wrong": t(), "hint": t(), "explain": t()},
        {**head("scenario"), "scenes": scenes, "hint": t(), "explain": t()},
        {**head("reflect"), "pointers": [t(), t()], "explain": t()},
    ]


def _quality(identity: str, safe: str) -> str:
    return "safe" if identity == safe else "unsafe"
