"""What a learning platform is given: the items of one lesson in one language, with every text already said.

References are filled in, *true* and *false* have their words, and a scenario has become a chain of questions. So a format knows six kinds
of question and nothing of registers or views.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from builder.handouts.elements import Element, parse
from builder.markup.inline import render_inline
from builder.model.items import (
    Item,
    MatchItem,
    MultiItem,
    OrderItem,
    ReflectItem,
    ScenarioItem,
    Scene,
    ShortItem,
)
from builder.model.lesson import Lesson
from builder.model.view import View


@dataclass(frozen=True)
class Said:
    """A short text without markup (`text`) and with it: `html` holds `<em>` and `<strong>` and nothing else."""

    text: str
    html: str

    @staticmethod
    def plain(text: str) -> Said:
        """A text without markup; none of its characters is any."""
        return Said(text, escaped(text))

    def __add__(self, other: Said) -> Said:
        """Both texts, a space between them."""
        return Said(f"{self.text} {other.text}".strip(), f"{self.html} {other.html}".strip())


@dataclass(frozen=True)
class Answer:
    """One answer of a choice. `share` is what choosing it adds to the mark of 1: below 0 it takes away."""

    id: str
    said: Said
    right: bool
    share: Fraction
    feedback: Said


@dataclass(frozen=True)
class Question:
    """The part that all kinds share.

    `id` is stable and unique among all lessons: `<lesson>-<item>`, in a chain `<lesson>-<item>-<scene>`. `note` stands with the stem
    of a sensitive item: it may be left out, and whom to call.
    """

    id: str
    item: Item
    stem: Said
    note: Said | None
    hint: Said | None
    explain: Said | None


@dataclass(frozen=True)
class ChoiceQuestion(Question):
    """One right answer among several, or (`many`) several. `fixed`: the written order means something."""

    answers: tuple[Answer, ...]
    many: bool
    fixed: bool
    true_false: bool = False

    @property
    def partial(self) -> bool:
        """Whether a part of the right answers earns a part of the mark."""
        return isinstance(self.item, MultiItem) and self.item.scoring == "partial"


@dataclass(frozen=True)
class Pair:
    """Two texts that belong together, and why."""

    id: str
    left: Said
    right: Said
    feedback: Said


@dataclass(frozen=True)
class MatchQuestion(Question):
    """Pairs, and what else there is to choose from."""

    pairs: tuple[Pair, ...]
    extra: tuple[Answer, ...]


@dataclass(frozen=True)
class OrderQuestion(Question):
    """Steps in their right order; a step's `share` is its part of the mark."""

    steps: tuple[Answer, ...]


@dataclass(frozen=True)
class ShortQuestion(Question):
    """A word or a few to type; any of `accept` is right."""

    accept: tuple[str, ...]
    feedback_right: Said
    feedback_wrong: Said


@dataclass(frozen=True)
class OpenQuestion(Question):
    """A question to think about, never marked."""

    pointers: tuple[Said, ...]


AnyQuestion = ChoiceQuestion | MatchQuestion | OrderQuestion | ShortQuestion | OpenQuestion


@dataclass(frozen=True)
class Bank:
    """The items of one lesson in one language, on their way to a platform. `view` must be a teacher's: the key is inside."""

    view: View
    lesson: Lesson

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items the edition shows, in their order."""
        quiz = self.view.quiz(self.lesson.id)
        return quiz.items if quiz else ()

    @cached_property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """Every question, in order."""
        return tuple(question for item in self.items for question in questions_of(self.view, self.lesson, item))

    @cached_property
    def games(self) -> tuple[AnyQuestion, ...]:
        """The questions that may go into a class game."""
        return tuple(found for found in self.questions if found.item.game)

    @property
    def language(self) -> str:
        """The language of every text."""
        return self.view.language

    @property
    def title(self) -> str:
        """The lesson's title."""
        return self.lesson.head.title


def questions_of(view: View, lesson: Lesson, item: Item) -> Iterator[AnyQuestion]:
    """The questions of an item: one, or for a scenario one for each scene with a choice."""
    shared = (f"{lesson.id}-{item.id}", item, say(view, item.stem), _note(view, item))
    after = (say(view, item.hint) if item.hint else None, say(view, item.explain) if item.explain else None)
    match item:
        case MatchItem():
            pairs = tuple(Pair(p.id, say(view, p.left), say(view, p.right), say(view, p.feedback)) for p in item.pairs)
            extra = tuple(
                Answer(e.id, say(view, e.text), False, Fraction(0), say(view, e.feedback)) for e in item.extra
            )
            yield MatchQuestion(*shared, *after, pairs, extra)
        case OrderItem():
            share = Fraction(1, len(item.steps))
            steps = (Answer(s.id, say(view, s.text), True, share, say(view, s.feedback)) for s in item.steps)
            yield OrderQuestion(*shared, *after, tuple(steps))
        case ShortItem():
            feedback = say(view, item.feedback_right), say(view, item.feedback_wrong)
            yield ShortQuestion(*shared, *after, item.accept, *feedback)
        case ReflectItem():
            yield OpenQuestion(*shared, *after, tuple(say(view, pointer) for pointer in item.pointers))
        case ScenarioItem():
            yield from _chain(view, lesson, item)
        case _:
            many = isinstance(item, MultiItem)
            fixed = item.type == "true-false" or bool(getattr(item, "fixed", ""))
            yield ChoiceQuestion(*shared, *after, _answers(view, item), many, fixed, item.type == "true-false")


def _answers(view: View, item: Item) -> tuple[Answer, ...]:
    """The answers with their shares: a right one of n adds 1/n, a wrong one of a `multi` takes as much away."""
    share = Fraction(1, sum(answer.right for answer in item.answers) or 1)
    wrong = -share if isinstance(item, MultiItem) else Fraction(0)
    return tuple(
        Answer(
            answer.id,
            say(view, answer.text) if answer.text else Said(word := view.word(f"quiz.{answer.id}"), word),
            answer.right,
            share if answer.right else wrong,
            say(view, answer.feedback),
        )
        for answer in item.answers
    )


def _chain(view: View, lesson: Lesson, item: ScenarioItem) -> Iterator[ChoiceQuestion]:
    """A question for each scene with choices, along the scenes' order; what an ending says follows the choice that leads to it."""
    for scene in item.scenes:
        if scene.ending:
            continue
        answers = []
        for choice in scene.choices:
            right = choice.quality == "safe"
            feedback = say(view, choice.feedback) + _ending(view, item.scene(choice.goto))
            answers.append(Answer(choice.id, say(view, choice.text), right, Fraction(int(right)), feedback))
        first = scene is item.scenes[0]
        yield ChoiceQuestion(
            f"{lesson.id}-{item.id}-{scene.id}",
            item,
            say(view, scene.text) + say(view, item.stem),
            _note(view, item),
            say(view, item.hint) if item.hint and first else None,
            say(view, item.explain) if item.explain and first else None,
            tuple(answers),
            many=False,
            fixed=False,
        )


def _ending(view: View, scene: Scene | None) -> Said:
    """What an ending says, and the help it names; nothing for a scene that goes on."""
    if scene is None or not scene.ending:
        return Said("", "")
    return say(view, scene.text) + say(view, " · ".join(f"{{help.{role}}}" for role in scene.help if view.role(role)))


def _note(view: View, item: Item) -> Said | None:
    """For a sensitive item: that it may be left out, and whom to call."""
    if not item.sensitive:
        return None
    said = say(view, view.word("quiz.sensitive"))
    return said + say(view, f"{view.word('quiz.sensitive-help')} {{help.child}}") if view.role("child") else said


def say(view: View, text: str) -> Said:
    """An author's short text as the view says it."""
    root = parse(render_inline(view, text), "a quiz")
    return Said(root.text(), " ".join(_html(root).split()))


def _html(element: Element) -> str:
    """The element's content with only emphasis left."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(escaped(child))
        elif child.tag in ("em", "strong"):
            parts.append(f"<{child.tag}>{_html(child)}</{child.tag}>")
        else:
            parts.append(_html(child))
    return "".join(parts)


def escaped(text: str) -> str:
    """Text as the content of an HTML element; quotation marks stay, so that it reads well in files people open."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
