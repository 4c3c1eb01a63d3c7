r"""GIFT: Moodle's text format, small enough to read in a diff.

Every text is HTML, except what pupils type. `~ = # { } :` are escaped by a backslash everywhere, because one reader takes a raw colon
(any web address has one) and another refuses the file; a backslash in HTML is written `&#92;`. A text that begins with `[` or `%` would
name a format or a weight, so its first sign is written as a number too. A blank line would end a question, so none is inside one.
Weights must be among those Moodle knows, or it refuses the whole file (`weights.py`). The id and the tags stand in a comment: newer
versions of Moodle look for them there, older ones pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.packages.moodle_xml import category_path
from builder.packages.questions import (
    Answer,
    AnyQuestion,
    Bank,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    Said,
    ShortQuestion,
    escaped,
)
from builder.packages.stand_ins import afterwards, order_as_pairs, spellings, stem_html, tags
from builder.packages.target import Target, degraded, dropped, questions_for
from builder.packages.weights import percent

_SPECIAL = re.compile(r"([~=#{}:])")
_UNPLAIN = re.compile(r"^[\[%]|[&<>\\]")
_BEGINNINGS = {"[": "&#91;", "%": "&#37;"}


def write(bank: Bank) -> bytes:
    """The file of a bank: a category for the lesson, then the questions, in UTF-8 without a byte order mark."""
    module = bank.view.curriculum.module_of(bank.lesson.id)
    assert module is not None, "a lesson of a view stands in a module"
    parts = [f"$CATEGORY: {category_path(bank.view.say(module.title), bank.title)}"]
    parts += [_question(bank, question) for question in questions_for(TARGET, bank)]
    return ("\n\n".join(parts) + "\n").encode()


def _question(bank: Bank, question: AnyQuestion) -> str:
    named = " ".join([f"[id:{question.id}]", *(f"[tag:{tag}]" for tag in tags(bank, question))])
    rows = list(_rows(question))
    if after := afterwards(question):
        rows.append(f"####{_html(after)}")
    inside = "\n".join(rows)
    return f"// {named}\n::{question.id}::[html]{_html(stem_html(question))}{{\n{inside}\n}}"


def _rows(question: AnyQuestion) -> Iterator[str]:
    match question:
        case ChoiceQuestion(true_false=True):
            yield _true_false(question)
        case ChoiceQuestion():
            yield from (_option(question, answer) for answer in question.answers)
        case OrderQuestion():
            yield from _rows(order_as_pairs(question))
        case MatchQuestion():
            yield from (f"={_body(pair.left)} -> {_html(escaped(pair.right.text))}" for pair in question.pairs)
            yield from (f"= -> {_html(escaped(extra.said.text))}" for extra in question.extra)
        case ShortQuestion():
            yield from (f"={_typed(text)}#{_body(question.feedback_right)}" for text in spellings(question))
            yield f"=%0%*#{_body(question.feedback_wrong)}"
        case OpenQuestion():
            return


def _option(question: ChoiceQuestion, answer: Answer) -> str:
    sign = "~" if question.many or not answer.right else "="
    weight = f"%{percent(answer.share)}%" if question.many else ""
    return f"{sign}{weight}{_body(answer.said)}#{_body(answer.feedback)}"


def _true_false(question: ChoiceQuestion) -> str:
    """The key, then the feedback to who was wrong, then to who was right: in this order."""
    right = next(answer for answer in question.answers if answer.right)
    wrong = next(answer for answer in question.answers if not answer.right)
    return f"{right.id.upper()}#{_body(wrong.feedback)}#{_body(right.feedback)}"


def _body(said: Said) -> str:
    return _html(_BEGINNINGS.get(said.html[:1], said.html[:1]) + said.html[1:])


def _html(html: str) -> str:
    return _SPECIAL.sub(r"\\\1", html.replace("\\", "&#92;"))


def _typed(text: str) -> str:
    r"""What is compared with what pupils type: no HTML, and `\*` for a star, which would stand for anything."""
    form = "[plain]" if _UNPLAIN.search(text) else ""
    return form + _SPECIAL.sub(r"\\\1", text.replace("\\", "\\\\")).replace("*", "\\*")


def _no_arrow(question: AnyQuestion) -> str:
    """A typed answer with an arrow would make Moodle take the question for pairs."""
    return "arrow" if isinstance(question, ShortQuestion) and any("->" in text for text in question.accept) else ""


TARGET = Target(
    "gift",
    "gift.txt",
    write,
    {
        "match/feedback": degraded("reasons-together"),
        "match/emphasis": degraded("plain-choices"),
        "order": degraded("order-as-pairs"),
        "order/feedback": degraded("reasons-together"),
        "short": degraded("spellings"),
        "scenario": degraded("chain"),
        "reflect": degraded("essay-marked"),
        "hint": dropped("no-hint"),
        "fixed": dropped("no-fixed"),
        "all-or-nothing": degraded("always-partial"),
    },
    fits=_no_arrow,
)
