"""What stands for what a format does not have: pairs for an order, one text for many reasons, spellings for a comparison."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from builder.model.items import MultiItem
from builder.model.view import View
from builder.packages.questions import (
    Answer,
    AnyQuestion,
    Bank,
    ChoiceQuestion,
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
    """What a platform may sort questions by, the same in every language; an import takes them back."""
    item = question.item
    scoring = [f"scoring:{item.scoring}"] if isinstance(item, MultiItem) else []
    return (
        f"module:{bank.lesson.module}", f"lesson:{bank.lesson.id}", f"type:{item.type}", f"level:{item.level}",
        f"objective:{item.objective}", *scoring, *(flag for flag in ("sensitive", "baseline", "game") if getattr(item, flag)),
    )  # fmt: skip


def right_sides(question: MatchQuestion) -> list[Answer]:
    """What there is to choose from beside the left sides, each text once, mixed. A text of two pairs has the id of the first."""
    texts: dict[str, Answer] = {}
    for pair in question.pairs:
        texts.setdefault(pair.right.text, Answer(pair.id, pair.right, True, Fraction(0), pair.feedback))
    for extra in question.extra:
        texts.setdefault(extra.said.text, extra)
    return mixed(list(texts.values()))


def pairs_as_choices(question: MatchQuestion) -> list[ChoiceQuestion]:
    """A question for each pair: which of all the texts belongs to this one?

    Who chooses a text that belongs to none reads why; whoever chooses another reads why the pair belongs together.
    """
    return [
        _choice(
            question,
            pair.id,
            Said(f"{question.stem.text} – {pair.left.text}", f"{question.stem.html} – {pair.left.html}"),
            [
                (side.id, side.said, side.said.text == pair.right.text, pair.feedback if side.right else side.feedback)
                for side in right_sides(question)
            ],
        )
        for pair in question.pairs
    ]


def steps_as_choices(view: View, question: OrderQuestion) -> list[ChoiceQuestion]:
    """A question for each step, not in their order: which place has it?"""
    places = range(1, len(question.steps) + 1)

    def asked(step: Answer) -> Said:
        texts = ((question.stem.text, step.said.text), (question.stem.html, step.said.html))
        return Said(*(view.word("packages.forms-place", stem=stem, step=said) for stem, said in texts))

    return [
        _choice(
            question,
            step.id,
            asked(step),
            [(str(other), Said(str(other), str(other)), other == place, step.feedback) for other in places],
            fixed=True,
        )
        for place, step in mixed(list(enumerate(question.steps, 1)))
    ]


def _choice(
    of: MatchQuestion | OrderQuestion,
    part: str,
    stem: Said,
    answers: Sequence[tuple[str, Said, bool, Said]],
    fixed: bool = False,
) -> ChoiceQuestion:
    found = tuple(Answer(identity, said, right, Fraction(int(right)), why) for identity, said, right, why in answers)
    return ChoiceQuestion(
        f"{of.id}-{part}", of.item, stem, of.note, of.hint, of.explain, found, many=False, fixed=fixed
    )
