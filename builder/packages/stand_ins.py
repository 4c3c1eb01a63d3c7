"""What stands for what a format does not have: pairs for an order, one text for many reasons, spellings for a comparison."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from builder.packages.questions import (
    AnyQuestion,
    Bank,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    Pair,
    Said,
    ShortQuestion,
)

Thing = TypeVar("Thing")


def order_as_pairs(question: OrderQuestion) -> MatchQuestion:
    """The steps, each to be matched with its place: 1, 2, 3. They stand in an order that gives nothing away."""
    pairs = [
        Pair(step.id, step.said, Said(str(place), str(place)), step.feedback)
        for place, step in enumerate(question.steps, 1)
    ]
    shared = (question.id, question.item, question.stem, question.note, question.hint, question.explain)
    return MatchQuestion(*shared, tuple(mixed(pairs)), ())


def mixed(things: Sequence[Thing]) -> list[Thing]:
    """The things in another order, always the same one: every second, then the rest."""
    return [*things[1::2], *things[::2]]


def afterwards(question: AnyQuestion) -> str:
    """What is shown after answering, whatever was answered, as HTML; "" for nothing.

    The explanation is a paragraph. Below it stand, as a list, the texts that have no place of their own in most formats: why the pairs
    belong together, why the steps stand where they do, or what a good answer may think of.
    """
    parts = [f"<p>{question.explain.html}</p>"] if question.explain else []
    match question:
        case MatchQuestion():
            parts.append(_list("ul", [_reason(pair.left, pair.feedback) for pair in question.pairs]))
        case OrderQuestion():
            parts.append(_list("ol", [_reason(step.said, step.feedback) for step in question.steps]))
        case OpenQuestion():
            parts.append(_list("ul", [pointer.html for pointer in question.pointers]))
    return "".join(parts)


def _reason(what: Said, why: Said) -> str:
    return f"{what.html} – {why.html}"


def _list(tag: str, rows: Sequence[str]) -> str:
    return f"<{tag}>" + "".join(f"<li>{row}</li>" for row in rows) + f"</{tag}>"


def stem_html(question: AnyQuestion) -> str:
    """The stem, and for a sensitive item the note below it, as HTML."""
    note = f"<p>{question.note.html}</p>" if question.note else ""
    return f"<p>{question.stem.html}</p>{note}"


def spellings(question: ShortQuestion, decomposed: bool = False) -> tuple[str, ...]:
    """What counts as right where a platform compares letter by letter, case aside: each spelling, and each without its spaces.

    `decomposed`: for platforms that compare bytes, also as some systems type Korean, in single letters (NFD).
    """
    written = [*question.accept, *("".join(text.split()) for text in question.accept)]
    composed = [unicodedata.normalize("NFC", text) for text in written]
    single = [unicodedata.normalize("NFD", text) for text in written] if decomposed else []
    return tuple(dict.fromkeys([*composed, *single]))


def tags(bank: Bank, question: AnyQuestion) -> tuple[str, ...]:
    """What a platform may sort questions by, the same in every language."""
    item = question.item
    return (
        f"module:{bank.lesson.module}", f"lesson:{bank.lesson.id}", f"type:{item.type}", f"level:{item.level}",
        f"objective:{item.objective}",
    )  # fmt: skip
