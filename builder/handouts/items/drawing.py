"""What the item types have in common on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from builder.handouts.items.question import Choices, Lettered, Question
from builder.handouts.nodes import Inline, Node, node
from builder.handouts.tree import inline_of
from builder.markup import render_inline
from builder.model.items import Item
from builder.model.view import View


def words(view: View, text: str, path: str) -> list[Inline]:
    """A text of an item as running text."""
    return inline_of(render_inline(view, text), path, view.language)


def choice_words(view: View, identity: str, text: str, path: str) -> list[Inline]:
    """What stands beside a box: the option's text, else the view's word for *true* or *false*."""
    return words(view, text, path) if text else [view.word(f"quiz.{identity}")]


def letter(identity: str) -> str:
    """The letter a teacher calls an option by; nothing for true and false, which are words already."""
    return "" if identity in {"true", "false"} else identity


def choices(item: Item) -> Choices:
    """The ways of answering an item that offers a choice, without saying which is right."""
    return Choices(tuple(Lettered(answer.id, answer.text) for answer in item.answers))


def asked(view: View, question: Question[Any], number: int, how: str, body: list[Node]) -> Node:
    """An item of the sheet: stem, what to do, and `body`: where the pupil answers."""
    help_line = [view.word("print.skip")] if question.sensitive else []
    return node(
        "asked", number=number, stem=words(view, question.stem, question.path), how=[how], help=help_line, body=body
    )


def ticks(view: View, question: Question[Choices], shape: str, *, across: bool = False) -> Node:
    """Boxes to tick: a `ring` for one answer or a `box` for several, below or (`across`) beside each other."""
    options = [
        {"letter": letter(choice.letter), "body": choice_words(view, choice.letter, choice.text, question.path)}
        for choice in question.given.choices
    ]
    return node("ticks", shape=shape, across=across, options=options)


def writing_lines(count: int) -> Node:
    """Lines to write on."""
    return node("lines", prompt=[], body=[], count=count)


def listed(view: View, things: Iterable[Lettered], path: str) -> list[Node]:
    """Lettered texts as rows: letter and running text."""
    return [{"letter": thing.letter, "body": words(view, thing.text, path)} for thing in things]


def keyed(
    view: View, item: Item, number: int, path: str, about: list[Inline], body: list[Node], notes: list[Inline]
) -> Node:
    """An item of the key: stem, what it tests, `body`: what is right and why, and the author's last word with its source `notes`."""
    explain = [*words(view, item.explain, path), *notes] if item.explain or notes else []
    return node("keyed", number=number, stem=words(view, item.stem, path), about=about, body=body, explain=explain)


def reason(
    body: list[Inline], why: list[Inline], *, label: str = "", right: bool = False, box: bool = True, verdict: str = ""
) -> Node:
    """A row of the key: what can be answered, whether it is right, and why.

    `box`: it stands beside a box, ticked when `right`; `label` is its number or letter; `verdict` the word for how good it is, "" for none.
    """
    return {
        "label": label,
        "box": box,
        "right": right,
        "body": body,
        "verdict": [verdict] if verdict else [],
        "why": why,
    }


def reasons(rows: list[Node], lead: list[Inline] | None = None, after: list[Inline] | None = None) -> Node:
    """Rows of the key that belong together, with a line above (`lead`) and one below (`after`) where there is one."""
    return node("reasons", lead=lead or [], rows=rows, after=after or [])


def choice_reasons(view: View, item: Item, path: str) -> list[Node]:
    """Which options are right, and why each is or is not."""
    rows = [
        reason(
            choice_words(view, answer.id, answer.text, path),
            words(view, answer.feedback, path),
            label=letter(answer.id),
            right=answer.right,
            verdict=view.word("print.right") if answer.right else "",
        )
        for answer in item.answers
    ]
    return [reasons(rows)]
