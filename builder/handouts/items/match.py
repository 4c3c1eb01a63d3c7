"""`match` on paper: numbers with a box on the left, letters on the right; the letter goes into the box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.handouts.items import drawing
from builder.handouts.items.question import Lettered, Question, lettered
from builder.handouts.nodes import Node, node
from builder.model.items import MatchItem
from builder.model.shuffle import shuffled
from builder.model.view import View


@dataclass(frozen=True)
class Sides:
    """What pupils get: the left texts, and the right ones shuffled, each once, extras among them.

    `again`: a letter may fit twice; `spare`: letters will be left over.
    """

    lefts: tuple[str, ...]
    rights: tuple[Lettered, ...]
    again: bool
    spare: bool

    def texts(self) -> Iterator[str]:
        """The texts of both sides."""
        yield from self.lefts
        yield from (right.text for right in self.rights)


def given(item: MatchItem) -> Sides:
    """What pupils get, without saying what belongs together."""
    wanted = {pair.right for pair in item.pairs}
    rights = shuffled([text for _, text in item.choices], item.id, among=len(wanted))
    spare = len(rights) > len(wanted)
    return Sides(tuple(pair.left for pair in item.pairs), lettered(rights), len(wanted) < len(item.pairs), spare)


def sheet(view: View, question: Question[Sides], number: int) -> Node:
    """The item as pupils get it."""
    sides = question.given
    how = [view.word("print.match")]
    how += [view.word("print.match-again")] if sides.again else []
    how += [view.word("print.match-spare")] if sides.spare else []
    lefts = [drawing.words(view, left, question.path) for left in sides.lefts]
    body = node("sides", lefts=lefts, rights=drawing.listed(view, sides.rights, question.path))
    return drawing.asked(view, question, number, " ".join(how), [body])


def key(view: View, item: MatchItem) -> str:
    """Each number with its letter: `1c 2a 3b`."""
    letters = _letters(item)
    return " ".join(f"{number}{letters[pair.right]}" for number, pair in enumerate(item.pairs, 1))


def why(view: View, item: MatchItem, path: str) -> list[Node]:
    """What belongs together and why, then why the extras belong to nothing."""
    letters = _letters(item)
    rows = [
        drawing.reason(
            [*drawing.words(view, pair.left, path), " – ", *drawing.words(view, pair.right, path)],
            drawing.words(view, pair.feedback, path),
            label=f"{number}{letters[pair.right]}",
            right=True,
            box=False,
        )
        for number, pair in enumerate(item.pairs, 1)
    ]
    rows += [
        drawing.reason(
            drawing.words(view, extra.text, path),
            drawing.words(view, extra.feedback, path),
            label=letters[extra.text],
            box=False,
            verdict=view.word("print.match-extra"),
        )
        for extra in item.extra
    ]
    return [drawing.reasons(rows)]


def _letters(item: MatchItem) -> dict[str, str]:
    """The letter on paper of each right text."""
    return {right.text: right.letter for right in given(item).rights}
