"""Texts that break formats, and a bank of all eight types made of them.

Every format's test reads its file with somebody else's reader and compares with what `Question` holds; `test_nasty.py` holds those to
the literal texts here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache

from builder.model.items import (
    Item,
    MatchItem,
    MultiItem,
    OrderItem,
    ReflectItem,
    ScenarioItem,
    ShortItem,
    SingleItem,
    TrueFalseItem,
)
from builder.model.quiz import Quiz
from builder.model.view import View
from builder.packages import Bank
from builder.read import read_curriculum
from tests.check.laying import BASE

HANGUL = "한글과 각"

NASTY: tuple[str, ...] = (
    "~ = # { } : all of them",
    "~%50%not half #nor a note",
    "=right? ->no pair",
    "=1+1",
    "+82 2 000",
    "@name -2",
    "- a dash in front",
    "A. a letter in front",
    "1. a number in front",
    "C:\\new\\table {\\} \\\\ end\\",
    "]]> and <![CDATA[ and ]]>]]>",
    "AT&T &amp; &lt;b&gt; &#92; &nbsp;",
    "<b>not bold</b> <script>x()</script>",
    "5 < 6 > 4 <!-- no comment -->",
    "\"double\" 'single' “curly” „low“",
    "https://example.org/a_b_c/?q=1&r={x}#part:2",
    "one line\nand another\n\nafter a gap",
    "a\ttab, a  double space",
    "comma, semi; colon: pipe | bar",
    "👩‍👩‍👧‍👦 👍🏽 🇰🇷 ☂️",
    unicodedata.normalize("NFC", HANGUL),
    unicodedata.normalize("NFD", HANGUL),
    "//no comment $CATEGORY: no ::name:: [html] $x$",
    "[[!]] [x] (x) [link](x) ![x](x) {{x}} ${x} {|x|} @x",
    "# no heading ## none --- *** ___ `code` *stars* _lines_",
    "true",
    "0",
    "%0% 100% *",
)
"""What pupils must read, letter by letter, except that any white space is one space."""


def seen(text: str) -> str:
    """A text as it is read: white space as one space."""
    return " ".join(text.split())


def typed(literal: str) -> str:
    """What an author writes so that Markdown shows `literal`: a backslash before what has a meaning."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", re.sub(r"([\\`*_])", r"\\\1", literal))


class _Turn:
    """Hands out the nasty texts one after another, beginning at a given place."""

    def __init__(self, start: int) -> None:
        self._next = start

    def literal(self) -> str:
        """The next text as pupils must see it."""
        self._next += 1
        return NASTY[(self._next - 1) % len(NASTY)]

    def __call__(self) -> str:
        """The next text as an author writes it."""
        return typed(self.literal())


@cache
def nasty_items() -> tuple[Item, ...]:
    """Each type as many times as there are texts, each time beginning with another, so that every text stands everywhere."""
    return tuple(item for start in range(len(NASTY)) for item in _items_from(start))


def _items_from(start: int) -> list[Item]:
    t = _Turn(start)

    def head(kind: str) -> dict[str, object]:
        return {"id": f"{kind}-{start}", "type": kind, "stem": t(), "objective": "ask", "level": "apply"}

    def options(right: str) -> list[dict[str, object]]:
        return [{"id": i, "text": t(), "feedback": t(), "correct": i in right} for i in "abcd"]

    def choices(goto: str, safe: str) -> list[dict[str, object]]:
        return [
            {"id": i, "text": t(), "feedback": t(), "goto": goto, "quality": "safe" if i == safe else "unsafe"}
            for i in "abc"
        ]

    middle = {"id": "middle", "text": t(), "choices": choices("end", "a")}
    scenes = [{"id": "start", "text": t(), "choices": choices("middle", "b")}, middle]
    scenes.append({"id": "end", "text": t(), "help": ["child", "school"]})
    pairs = [{"id": i, "left": t(), "right": t(), "feedback": t()} for i in "abc"]
    return [
        SingleItem(**head("single"), options=options("c"), hint=t(), explain=t(), game=True),  # type: ignore[arg-type]
        SingleItem(**head("single") | {"id": f"scale-{start}"}, options=options("a"), fixed="a scale", sensitive=True),  # type: ignore[arg-type]
        MultiItem(**head("multi"), options=options("ac"), scoring="partial", explain=t(), game=True),  # type: ignore[arg-type]
        MultiItem(**head("multi") | {"id": f"all-{start}"}, options=options("abd"), hint=t()),  # type: ignore[arg-type]
        TrueFalseItem(**head("true-false"), answer=bool(start % 2), feedback_true=t(), feedback_false=t(), hint=t()),  # type: ignore[arg-type]
        MatchItem(**head("match"), pairs=pairs, extra=[{"id": "d", "text": t(), "feedback": t()}], explain=t()),  # type: ignore[arg-type]
        MatchItem(**head("match") | {"id": f"twice-{start}"}, pairs=[*pairs, {**pairs[0], "id": "d", "left": t()}]),  # type: ignore[arg-type]
        OrderItem(**head("order"), steps=[{"id": i, "text": t(), "feedback": t()} for i in "abcd"], hint=t()),  # type: ignore[arg-type]
        ShortItem(
            **head("short"),  # type: ignore[arg-type]
            accept=tuple(seen(t.literal()) for _ in range(3)),
            feedback_right=t(),
            feedback_wrong=t(),
            explain=t(),
        ),
        ScenarioItem(**head("scenario"), scenes=scenes, hint=t(), explain=t()),  # type: ignore[arg-type]
        ReflectItem(**head("reflect"), pointers=(t(), t()), explain=t()),  # type: ignore[arg-type]
    ]


@cache
def nasty_bank(language: str = "en") -> Bank:
    """All nasty items as the bank of a lesson of the small curriculum the checks use."""
    curriculum = read_curriculum(BASE).curriculum
    assert curriculum is not None
    quiz = Quiz(intro="Nasty.", items=nasty_items()[:1], lesson="ask-first", language=language, path="nasty.yml")
    whole = quiz.model_copy(update={"items": nasty_items()})  # more items than an author may write
    curriculum = replace(curriculum, quizzes={("ask-first", language): whole})
    view = View(curriculum, curriculum.editions["xa"], language, "teacher")
    return Bank(view, curriculum.lessons["ask-first", language])
