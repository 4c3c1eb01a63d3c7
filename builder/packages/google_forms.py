"""Google Forms: a script that a teacher pastes into Apps Script and runs once. Forms itself reads no file.

What the script says stands in it as JSON; the program around it is the same for every lesson (`google_forms.js`), so no text of an
author is ever part of the program. Forms holds two texts for each question, one for right and one for wrong: the feedback of all wrong
answers goes into the second. It asks for no name and no address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from builder.packages.questions import (
    AnyQuestion,
    Bank,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from builder.packages.target import Target, degraded, dropped, questions_for

Entry = dict[str, Any]


def write(bank: Bank) -> bytes:
    """The script of a bank, in UTF-8."""
    word = bank.view.word
    form = {
        "title": bank.title,
        "about": word("packages.forms-about"),
        "items": [entry for question in questions_for(TARGET, bank) for entry in _entries(bank, question)],
    }
    # A line or paragraph separator may stand in JSON, and ended a line of a script until 2019.
    text = json.dumps(form, ensure_ascii=False, indent=1).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    program = (files("builder") / "packages" / "google_forms.js").read_text("utf-8")
    return f"// {word('packages.forms-how')}\nconst FORM = {text};\n\n{program}".encode()


def _entries(bank: Bank, question: AnyQuestion) -> Iterator[Entry]:
    word = bank.view.word
    help_text = [said.text for said in (question.note, question.hint) if said]
    shared = {"id": question.id, "help": " ".join(help_text)}
    explain = question.explain.text if question.explain else ""
    match question:
        case ChoiceQuestion():
            yield {
                **shared,
                "kind": "many" if question.many else "one",
                "title": question.stem.text,
                **_choice(question),
            }
        case MatchQuestion():
            options = list(
                dict.fromkeys([p.right.text for p in question.pairs] + [e.said.text for e in question.extra])
            )
            for pair in question.pairs:
                choices = [{"text": text, "right": text == pair.right.text} for text in options]
                feedback = _lines(pair.feedback.text, explain)
                yield {
                    **shared, "kind": "list", "title": f"{question.stem.text} – {pair.left.text}",
                    "choices": choices, "right": feedback, "wrong": feedback,
                }  # fmt: skip
        case OrderQuestion():
            places = range(1, len(question.steps) + 1)
            for number, step in _shuffled(question):
                feedback = _lines(step.feedback.text, explain)
                yield {
                    **shared, "kind": "list", "title": word("packages.forms-place", stem=question.stem.text, step=step.said.text),
                    "choices": [{"text": str(place), "right": place == number} for place in places],
                    "right": feedback, "wrong": feedback,
                }  # fmt: skip
        case ShortQuestion():
            key = word("packages.forms-key", answers=" / ".join(question.accept))
            yield {
                **shared, "kind": "text", "title": question.stem.text,
                "after": _lines(key, question.feedback_right.text, explain),
            }  # fmt: skip
        case OpenQuestion():
            pointers = [said.text for said in question.pointers]
            yield {**shared, "kind": "open", "title": question.stem.text, "after": _lines(*pointers, explain)}


def _choice(question: ChoiceQuestion) -> Entry:
    """The choices, and the two texts that Forms has room for."""
    explain = question.explain.text if question.explain else ""
    right = [a.feedback.text for a in question.answers if a.right]
    wrong = [f"{a.said.text}: {a.feedback.text}" for a in question.answers if not a.right]
    return {
        "choices": [{"text": a.said.text, "right": a.right} for a in question.answers],
        "right": _lines(*right, explain),
        "wrong": _lines(*wrong, explain),
    }


def _shuffled(question: OrderQuestion) -> list[tuple[int, Any]]:
    """The steps with their places, in an order that gives nothing away and is always the same: every second one, then the rest."""
    steps = list(enumerate(question.steps, 1))
    return [*steps[1::2], *steps[::2]]


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


TARGET = Target(
    "google-forms",
    "google-forms.gs",
    write,
    {
        "match": degraded("list-a-pair"),
        "order": degraded("list-a-step"),
        "scenario": degraded("chain"),
        "short": degraded("marked-by-hand"),
        "feedback": degraded("two-texts"),
        "hint": degraded("hint-shown"),
        "partial": dropped("always-all"),
        "emphasis": dropped("plain-text"),
        "objective": dropped("no-objective"),
    },
)
