"""Holds what a reader found against the questions that were written: each answer is given, its mark and its feedback looked at."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations

from builder.model.items import MultiItem
from builder.packages.questions import (
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from tests.packages.moodle import MoodleQuestion, normal, shown


def subsets(length: int) -> Iterator[tuple[int, ...]]:
    """Every way of choosing among so many."""
    return chain.from_iterable(combinations(range(length), size) for size in range(length + 1))


def near(mark: float) -> float:
    """A mark as platforms show it."""
    return round(mark, 4)


def declared(question: ChoiceQuestion, chosen: Iterable[int]) -> float:
    """The mark for choosing these answers with shares: never below nothing."""
    return near(max(0.0, float(sum(question.answers[number].share for number in chosen))))


def declared_all_or_nothing(question: ChoiceQuestion, chosen: Iterable[int]) -> float:
    """The mark where only all right answers and no other earn it."""
    return float(set(chosen) == {number for number, answer in enumerate(question.answers) if answer.right})


def declared_as_written(question: ChoiceQuestion, chosen: Iterable[int]) -> float:
    """The mark the author declared."""
    whole = isinstance(question.item, MultiItem) and question.item.scoring == "all-or-nothing"
    return declared_all_or_nothing(question, chosen) if whole else declared(question, chosen)


def hold(question: AnyQuestion, read: MoodleQuestion) -> None:
    """Fails unless a Moodle question asks, marks and answers as the question does."""
    note = f" {question.note.text}" if question.note else ""
    assert shown(read.stem) == question.stem.text + note, question.id
    for said in _after(question):
        assert said in shown(read.general), question.id
    holder: Callable[[AnyQuestion, MoodleQuestion], None] = {
        ChoiceQuestion: hold_choice,
        MatchQuestion: hold_match,
        OrderQuestion: hold_order,
        ShortQuestion: hold_short,
        OpenQuestion: hold_open,
    }[type(question)]
    holder(question, read)


def _after(question: AnyQuestion) -> Iterator[str]:
    if question.explain:
        yield question.explain.text
    match question:
        case MatchQuestion():
            yield from (text for pair in question.pairs for text in (pair.left.text, pair.feedback.text))
        case OrderQuestion():
            yield from (text for step in question.steps for text in (step.said.text, step.feedback.text))
        case OpenQuestion():
            yield from (pointer.text for pointer in question.pointers)


def hold_choice(question: ChoiceQuestion, read: MoodleQuestion) -> None:
    """The options in their order, the mark of every choice of them, and each one's feedback."""
    assert read.kind == ("truefalse" if question.true_false else "multichoice")
    assert read.single is not question.many
    assert len(read.answers) == len(question.answers)
    for answer, found in zip(question.answers, read.answers, strict=True):
        if question.true_false:
            assert found.text == answer.id
        else:
            assert normal(found.text) == normal(answer.said.html)
            assert shown(found.text) == answer.said.text
        assert shown(found.feedback) == answer.feedback.text
    for chosen in subsets(len(question.answers)) if question.many else ((n,) for n in range(len(question.answers))):
        assert near(read.chosen(chosen)) == declared(question, chosen), (question.id, chosen)


def hold_match(question: MatchQuestion, read: MoodleQuestion) -> None:
    """The texts on both sides, full marks for the pairs, and a pair's share less for each that is wrong."""
    assert read.kind == "match"
    pairs = [(shown(left), shown(right)) for left, right in read.pairs]
    assert pairs == [(p.left.text, p.right.text) for p in question.pairs] + [("", e.said.text) for e in question.extra]
    key = {left: right for left, right in read.pairs if left}
    assert read.matched(key) == 1
    for left, right in key.items():
        for other in read.choices - {right}:
            assert near(read.matched(key | {left: other})) == near(1 - 1 / len(key))


def hold_order(question: OrderQuestion, read: MoodleQuestion) -> None:
    """Each step goes with its place, and they do not stand in the right order."""
    assert read.kind == "match"
    places = {shown(left): right for left, right in read.pairs}
    assert places == {step.said.text: str(place) for place, step in enumerate(question.steps, 1)}
    assert list(places) != [step.said.text for step in question.steps]
    assert read.matched(dict(read.pairs)) == 1


def hold_short(question: ShortQuestion, read: MoodleQuestion) -> None:
    """Every spelling earns the mark, whatever its case and however Korean is composed; anything else gets the other feedback."""
    assert read.kind == "shortanswer"
    for spelling in question.accept:
        for typed in (spelling, spelling.upper(), spelling.replace(" ", ""), unicodedata.normalize("NFD", spelling)):
            found = read.typed(typed)
            assert found and found.fraction == 1, (question.id, typed)
            assert shown(found.feedback) == question.feedback_right.text
    for typed in ("certainly nothing of these", f"x{question.accept[0]}", f"{question.accept[0]}x", ""):
        found = read.typed(typed)
        assert found and found.fraction == 0, (question.id, typed)
        assert shown(found.feedback) == question.feedback_wrong.text


def hold_open(question: OpenQuestion, read: MoodleQuestion) -> None:
    """It is open."""
    assert read.kind == "essay"
    assert not read.answers
