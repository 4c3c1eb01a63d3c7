r"""GIFT: Moodle's text format, small enough to read in a diff.

Every text is HTML with `~ = # { } :` escaped by a backslash everywhere, because one reader takes a raw colon (any web address has
one) and another refuses the file; a backslash itself is written `&#92;`. A blank line would end a question, so none is inside one.
Weights must be among those Moodle knows, or it refuses the whole file (`weights.py`).
"""

from __future__ import annotations

import re

from builder.packages.questions import (
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
from builder.packages.target import Target, degraded, dropped
from builder.packages.weights import percent

_SPECIAL = re.compile(r"([~=#{}:])")


def write(bank: Bank) -> bytes:
    """The file of a bank: a category for the lesson, then the questions, in UTF-8 without a byte order mark."""
    module = bank.view.curriculum.module_of(bank.lesson.id)
    assert module is not None, "a lesson of a view stands in a module"
    parts = [f"$CATEGORY: $course$/top/{_category(bank.view.say(module.title))}/{_category(bank.title)}"]
    parts += [_question(question) for question in bank.questions if not isinstance(question, OrderQuestion)]
    return ("\n\n".join(parts) + "\n").encode()


def _question(question: AnyQuestion) -> str:
    head = f"::{_escape(escaped(question.id))}::[html]{_stem(question)}"
    general = f"\n####{_body(question.explain)}" if question.explain else ""
    match question:
        case ChoiceQuestion(true_false=True):
            return f"{head}{{{_true_false(question)}{general}}}"
        case ChoiceQuestion():
            rows = [_answer(question, number) for number in range(len(question.answers))]
        case MatchQuestion():
            rows = [f"={_body(pair.left)} -> {_plain(pair.right)}" for pair in question.pairs]
            rows += [f"= -> {_plain(extra.said)}" for extra in question.extra]
        case ShortQuestion():
            right, wrong = _body(question.feedback_right), _body(question.feedback_wrong)
            rows = [f"={_escape(text)}#{right}" for text in question.accept] + [f"=%0%*#{wrong}"]
        case OpenQuestion():
            rows = []
        case OrderQuestion():
            raise AssertionError("GIFT has no questions of order")
    return head + "{" + "".join(f"\n{row}" for row in rows) + general + "\n}"


def _answer(question: ChoiceQuestion, number: int) -> str:
    answer = question.answers[number]
    sign = "=" if answer.right and not question.many else f"~%{percent(answer.share)}%" if question.many else "~"
    return f"{sign}{_body(answer.said)}#{_body(answer.feedback)}"


def _true_false(question: ChoiceQuestion) -> str:
    """The key, then the feedback to who was wrong, then to who was right: in this order."""
    right = next(answer for answer in question.answers if answer.right)
    wrong = next(answer for answer in question.answers if not answer.right)
    return f"{right.id.upper()}#{_body(wrong.feedback)}#{_body(right.feedback)}"


def _stem(question: AnyQuestion) -> str:
    note = f"<p>{question.note.html}</p>" if question.note else ""
    return _escape(f"<p>{question.stem.html}</p>{note}")


def _body(said: Said) -> str:
    return _escape(said.html)


def _plain(said: Said) -> str:
    """A text where the format knows no HTML."""
    return _escape(said.text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\\", "&#92;")).replace("\n", " ")


def _category(name: str) -> str:
    """A name on a path of categories: a slash in it would begin another one."""
    return name.replace("/", "//").replace("\n", " ")


TARGET = Target(
    "gift",
    "gift.txt",
    write,
    {
        "order": dropped("no-order"),
        "scenario": degraded("chain"),
        "reflect": degraded("no-pointers"),
        "hint": dropped("no-hint"),
        "fixed": dropped("no-fixed"),
        "all-or-nothing": degraded("always-partial"),
        "objective": dropped("no-objective"),
    },
)
