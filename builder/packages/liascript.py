r"""LiaScript: a Markdown dialect for open courses, a page for each question. Nothing is marked: pupils try until they have it.

What has a meaning gets a backslash before it, as far as LiaScript takes one (`\&` or `\:` would end all escaping in the paragraph).
Pairs and orders are lists to choose from, a line for each: the
table that LiaScript has for them shows one column on a phone, and names none of its buttons to a screen reader. Typed answers are compared by a small script, because LiaScript itself compares with one
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
            rows = [(pair.left, [(s.said, s.said.text == pair.right.text) for s in sides]) for pair in question.pairs]
            yield from _lists(question, rows)
        case OrderQuestion():
            places = [Said(str(place), str(place)) for place in range(1, len(question.steps) + 1)]
            steps = [
                (step.said, [(at, at is place) for at in places])
                for step, place in zip(question.steps, places, strict=True)
            ]
            yield from _lists(question, mixed(steps))
        case ShortQuestion():
            yield _comment(question)
            yield f"[[{_text(question.accept[0])}]]"
        case OpenQuestion():
            yield "[[___ ___ ___]]\n"
            yield _comment(question)
            yield "[[!]]"


def _comment(question: AnyQuestion, settings: str = "") -> str:
    return f'<!-- {settings}data-id="{question.id}" -->'


def _lists(question: AnyQuestion, rows: Sequence[tuple[Said, Sequence[tuple[Said, bool]]]]) -> Iterator[str]:
    """A line for each row, with a list to choose from; all lines are one question."""
    yield _comment(question)
    lines = [f"{_said(row)} [[ {' | '.join(_choice(*choice) for choice in choices)} ]]" for row, choices in rows]
    yield "\\\n".join(lines)


def _choice(said: Said, right: bool) -> str:
    """The right one stands in parentheses; a text in parentheses is put where they do not count."""
    text = _said(said)
    if text.startswith("(") and text.endswith(")"):
        text = f"<span>{text}</span>"
    return f"({text})" if right else text


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


def _signs(question: AnyQuestion) -> str:
    """In a line with a list LiaScript shows every backslash after an `@`, which begins its macros, and `]]` ends the list, escaped or not."""
    match question:
        case MatchQuestion():
            texts = [said for pair in question.pairs for said in (pair.left, pair.right)]
            texts += [extra.said for extra in question.extra]
        case OrderQuestion():
            texts = [step.said for step in question.steps]
        case _:
            return ""
    return "its-signs" if any(sign in said.text for said in texts for sign in ("@", "]]")) else ""


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
    fits=_signs,
)
