"""What the item types have in common on paper."""

from __future__ import annotations

from dataclasses import dataclass

from builder.handouts.items.question import Question
from builder.handouts.nodes import Inline, Node, node
from builder.handouts.tree import inline_of
from builder.markup import render_inline
from builder.model.items import Item
from builder.model.view import View


@dataclass(frozen=True)
class Look:
    """How a type looks on paper: the shape of its boxes (`ring` for one answer, `box` for several), and whether they stand in a row."""

    shape: str
    across: bool = False


def words(view: View, text: str, path: str) -> list[Inline]:
    """A text of an item as running text."""
    return inline_of(render_inline(view, text), path, view.language)


def choice_words(view: View, identity: str, text: str, path: str) -> list[Inline]:
    """What stands beside a box: the option's text, else the view's word for *true* or *false*."""
    return words(view, text, path) if text else [view.word(f"quiz.{identity}")]


def letter(view: View, identity: str) -> str:
    """The letter a teacher calls an option by; nothing for true and false, which are words already."""
    return "" if identity in {"true", "false"} else identity


def asked(view: View, question: Question, number: int, look: Look, how: str) -> Node:
    """An item of the sheet: stem, what to do, boxes."""
    options = [
        {"letter": letter(view, c.id), "body": choice_words(view, c.id, c.text, question.path)}
        for c in question.choices
    ]
    help_line = [view.word("print.skip")] if question.sensitive else []
    return node(
        "asked", number=number, stem=words(view, question.stem, question.path), how=[how], help=help_line,
        shape=look.shape, across=look.across, options=options,
    )  # fmt: skip


def keyed(view: View, item: Item, number: int, path: str, about: list[Inline], mentions: list[Inline]) -> Node:
    """An item of the key: which answers are right, and why each is or is not."""
    options = [
        {
            "letter": letter(view, answer.id),
            "body": choice_words(view, answer.id, answer.text, path),
            "right": answer.right,
            "verdict": [view.word("print.right")],
            "why": words(view, answer.feedback, path),
        }
        for answer in item.answers
    ]
    explain = [*words(view, item.explain, path), *mentions] if item.explain or mentions else []
    return node(
        "keyed", number=number, stem=words(view, item.stem, path), about=about, options=options, explain=explain
    )
