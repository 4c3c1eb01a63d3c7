"""Moodle XML: the richest of the formats Moodle reads, and an exact one.

A question keeps its id as `idnumber`, which Moodle removes when the category has it already. A fraction is compared with Moodle's list to
five decimals (`weights.py`). Texts are HTML, except what pupils type and what they choose from beside a pair: Moodle shows the latter as
one line of HTML without tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

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
from builder.packages.stand_ins import afterwards, order_as_pairs, spellings, stem_html, tags
from builder.packages.target import Target, degraded, questions_for
from builder.packages.weights import percent
from builder.packages.xmltree import document, node

_TYPES = {MatchQuestion: "matching", OrderQuestion: "matching", ShortQuestion: "shortanswer", OpenQuestion: "essay"}


def write(bank: Bank) -> bytes:
    """The file of a bank: a category for the lesson below one for its module, then the questions."""
    module = bank.view.curriculum.module_of(bank.lesson.id)
    assert module is not None, "a lesson of a view stands in a module"
    path = category_path(bank.view.say(module.title), bank.title)
    category = node("question", node("category", node("text", path)), type="category")
    return document(node("quiz", category, *(_question(bank, question) for question in questions_for(TARGET, bank))))


def category_path(*names: str) -> str:
    """Names as a path of categories; a slash in a name is doubled. No context: Moodle takes the one it is imported into."""
    return "/".join(["top", *(" ".join(name.split()).replace("/", "//") for name in names)])


def _question(bank: Bank, question: AnyQuestion) -> Element:
    kind = _TYPES.get(type(question), "multichoice")
    if isinstance(question, ChoiceQuestion) and question.true_false:
        kind = "truefalse"
    return node(
        "question",
        node("name", node("text", question.id)),
        _html("questiontext", stem_html(question)),
        _html("generalfeedback", afterwards(question)),
        node("defaultgrade", "0" if isinstance(question, OpenQuestion) else "1"),
        node("penalty", "1" if kind == "truefalse" else "0.3333333"),
        node("hidden", "0"),
        node("idnumber", question.id),
        *_body(question),
        _html("hint", question.hint.html) if question.hint else None,
        node("tags", *(node("tag", node("text", tag)) for tag in tags(bank, question))),
        type=kind,
    )


def _body(question: AnyQuestion) -> Iterator[Element]:
    match question:
        case ChoiceQuestion():
            yield from _choice(question)
        case OrderQuestion():
            yield from _body(order_as_pairs(question))
        case MatchQuestion():
            yield node("shuffleanswers", "true")
            yield from (_pair(pair.left.html, pair.right) for pair in question.pairs)
            yield from (_pair("", extra.said) for extra in question.extra)
            yield node("shownumcorrect")
        case ShortQuestion():
            yield node("usecase", "0")
            for text in spellings(question):
                yield _answer("100", text.replace("*", "\\*"), question.feedback_right, "moodle_auto_format")
            yield _answer("0", "*", question.feedback_wrong, "moodle_auto_format")
        case OpenQuestion():
            yield node("responseformat", "editor")
            yield node("responserequired", "0")
            yield node("responsefieldlines", "5")
            yield node("attachments", "0")
            yield _html("graderinfo", afterwards(question))


def _choice(question: ChoiceQuestion) -> Iterator[Element]:
    if question.true_false:
        for answer in question.answers:
            yield _answer(percent(answer.share), answer.id, answer.feedback, "moodle_auto_format")
        return
    yield node("single", "false" if question.many else "true")
    yield node("shuffleanswers", "false" if question.fixed else "true")
    yield node("answernumbering", "abc")
    for answer in question.answers:
        yield _answer(percent(answer.share), answer.said.html, answer.feedback, "html")
    if question.many:
        yield node("shownumcorrect")


def _answer(fraction: str, text: str, feedback: Said, form: str) -> Element:
    return node("answer", node("text", text), _html("feedback", feedback.html), fraction=fraction, format=form)


def _pair(left: str, right: Said) -> Element:
    return node("subquestion", node("text", left), node("answer", node("text", escaped(right.text))), format="html")


def _html(tag: str, html: str) -> Element:
    return node(tag, node("text", html), format="html")


TARGET = Target(
    "moodle-xml",
    "moodle.xml",
    write,
    {
        "match/feedback": degraded("reasons-together"),
        "match/emphasis": degraded("plain-choices"),
        "order": degraded("order-as-pairs"),
        "order/feedback": degraded("reasons-together"),
        "short": degraded("spellings"),
        "scenario": degraded("chain"),
        "reflect": degraded("essay"),
        "hint": degraded("hint-after-try"),
        "all-or-nothing": degraded("always-partial"),
    },
)
