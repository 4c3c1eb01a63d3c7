r"""LiaScript: a Markdown dialect for open courses, a page for each question. Nothing is marked: pupils try until they have it.

What has a meaning gets a backslash before it, as far as LiaScript takes one (`\&` or `\:` would end all escaping in the paragraph).
Pairs and orders are a table of round buttons. Typed answers are compared by a small script, because LiaScript itself compares with one
spelling only; what authors wrote stands in it as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.packages.questions import (
    AnyQuestion,
    Bank,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    Said,
    ShortQuestion,
)
from builder.packages.stand_ins import mixed, right_sides
from builder.packages.target import Target, degraded, dropped, questions_for

_MEANS = re.compile(r"""[\\"#$'*<>@\[\]^_`{|}~]|(?<!\w)-|-(?!\w)|\.(?=\.)|(?<=\.)\.|(?<=^\d)\.|^\+""")
_QUOTED = re.compile(r"""[\\"'`<>@{}\x00-\x1f\u2028\u2029]""")
_ROUND = "\\u0022\\u0027\\u201c\\u201d\\u2018\\u2019「」.,!?。…"
_ADDRESS = re.compile(r"(\b[a-z]+://\S+)")
_TAG = re.compile(r"(</?(?:em|strong)>)")
_TAGS = {"<em>": "*", "</em>": "*", "<strong>": "**", "</strong>": "**"}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def write(bank: Bank) -> bytes:
    """The course of a bank: its language and title, then the questions."""
    head = f"<!--\nlanguage: {bank.language}\n-->\n\n# {_text(bank.title)}"
    pages = (_page(number, question) for number, question in enumerate(questions_for(TARGET, bank), 1))
    return ("\n\n".join([head, *pages]) + "\n").encode()


def _page(number: int, question: AnyQuestion) -> str:
    asked = [_said(question.stem), *([_said(question.note)] if question.note else [])]
    quiz = list(_quiz(question))
    if question.hint:
        quiz.append(f"[[?]] {_said(question.hint)}")
    if isinstance(question, ShortQuestion):
        quiz.append(_script(question))  # after the hint, or LiaScript takes that for a text
    stars = "*" * 40
    quiz += [stars, "", *_after(question), stars]
    return "\n\n".join([f"## {number}", *asked, "\n".join(quiz)])


def _quiz(question: AnyQuestion) -> Iterator[str]:
    """The lines to answer in, below a comment with the question's id."""
    match question:
        case ChoiceQuestion():
            yield _comment(question, "" if question.fixed else "data-randomize ")
            for answer in question.answers:
                mark = "X" if answer.right else " "
                yield f"- {f'[[{mark}]]' if question.many else f'[({mark})]'} {_said(answer.said)}"
        case MatchQuestion():
            sides = right_sides(question)
            rows = [(pair.left, [side.said.text == pair.right.text for side in sides]) for pair in question.pairs]
            yield from _table(question, [side.said for side in sides], rows)
        case OrderQuestion():
            places = range(len(question.steps))
            steps = mixed([(step.said, [place == at for at in places]) for place, step in enumerate(question.steps)])
            yield from _table(question, [Said(str(at + 1), str(at + 1)) for at in places], steps)
        case ShortQuestion():
            yield _comment(question)
            yield f"[[{_text(question.accept[0])}]]"
        case OpenQuestion():
            yield "[[___ ___ ___]]\n"
            yield _comment(question)
            yield "[[!]]"


def _comment(question: AnyQuestion, settings: str = "") -> str:
    return f'<!-- {settings}data-id="{question.id}" -->'


def _table(question: AnyQuestion, heads: Sequence[Said], rows: Sequence[tuple[Said, Sequence[bool]]]) -> Iterator[str]:
    yield _comment(question)
    yield f"[{' '.join(f'[{_said(head)}]' for head in heads)}]"
    for said, marks in rows:
        yield f"[ {' '.join('(X)' if mark else '( )' for mark in marks)} ] {_said(said)}"


def _script(question: ShortQuestion) -> str:
    """Compares as the self-check on our pages does: composed, without case, white space and outer punctuation.

    LiaScript counts quotation marks before it runs a script, and fills in its own names after an `@`: neither stands in it but where it must.
    """
    accepted = ", ".join(f'"{_QUOTED.sub(_number, text)}"' for text in question.accept)
    return (
        "<script>\n"
        f"const round = /^[\\s{_ROUND}]+|[\\s{_ROUND}]+$/g;\n"
        'const composed = (text) => text.normalize("NFC").toLowerCase().normalize("NFC");\n'
        'const same = (text) => composed(text).replace(round, "").replace(/\\s+/g, "");\n'
        f'[{accepted}].map(same).includes(same("@\'input"));\n'
        "</script>"
    )


def _number(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _after(question: AnyQuestion) -> Iterator[str]:
    """What is shown once the question is solved or given up."""
    if question.explain:
        yield f"{_said(question.explain)}\n"
    match question:
        case ChoiceQuestion():
            rows = [(answer.said, answer.feedback) for answer in question.answers]
        case MatchQuestion():
            extra = [(answer.said, answer.feedback) for answer in question.extra]
            rows = [(pair.left, pair.feedback) for pair in question.pairs] + extra
        case OrderQuestion():
            rows = [(step.said, step.feedback) for step in question.steps]
        case ShortQuestion():
            yield f"{_said(question.feedback_right)}\n"
            return
        case OpenQuestion():
            yield from (f"- {_said(pointer)}" for pointer in question.pointers)
            yield ""
            return
    yield from (f"- {_said(what)} – {_said(why)}" for what, why in rows)
    yield ""


def _said(said: Said) -> str:
    parts = _TAG.split(said.html)
    for entity, sign in _ENTITIES.items():
        parts = [part.replace(entity, sign) for part in parts]
    return "".join(_TAGS.get(part) or _text(part) for part in parts)


def _text(text: str) -> str:
    """An author's text. Web addresses stay as they are: LiaScript makes links of them and takes backslashes for a part."""
    parts = _ADDRESS.split(text)
    return "".join(part if number % 2 else _MEANS.sub(r"\\\g<0>", part) for number, part in enumerate(parts))


TARGET = Target(
    "liascript",
    "liascript.md",
    write,
    {
        "feedback": degraded("reasons-together"),
        "short/feedback": degraded("right-feedback-only"),
        "scenario": degraded("chain"),
        "partial": dropped("always-all"),
        "reflect": degraded("own-notes"),
        "objective": dropped("no-objective"),
    },
)
