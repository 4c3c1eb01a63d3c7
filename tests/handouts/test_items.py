"""Every item type on paper: pupils get no answer, the key fits the sheet, and both are good documents."""

from __future__ import annotations

import io
import itertools
import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import yaml
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from builder.handouts.answer_key import answer_key
from builder.handouts.items import PRINTS, questions
from builder.handouts.items.match import Sides
from builder.handouts.items.order import Steps
from builder.handouts.nodes import Node, walk
from builder.handouts.piece import Piece
from builder.handouts.quiz_sheet import quiz_sheet
from builder.handouts.word.writer import WORD
from builder.model.items import Item, MatchItem, OrderItem, ScenarioItem, ShortItem
from builder.model.shuffle import shuffled
from builder.packages import Bank
from tests.handouts import verapdf
from tests.handouts.marking import SECRET, labelled, parts_of, strip_in_word, strip_of, with_another_key, word_lines
from tests.handouts.small import lines_of, printed, tags_of, text_of
from tests.packages.banks import HERE as BANKS
from tests.packages.banks import bank_of, every

EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "ko"])
EACH_KIND = pytest.mark.parametrize("kind", ["quiz", "key"])


def _piece(bank: Bank, kind: str) -> Piece:
    view = bank.view if kind == "key" else replace(bank.view, audience="student")
    made = answer_key(view, bank.lesson) if kind == "key" else quiz_sheet(view, bank.lesson)
    assert made is not None
    return made


@cache
def _pdf(kind: str, language: str) -> bytes:
    return printed(_piece(every(language), kind))


@cache
def _word(kind: str, language: str) -> Document:
    made = _piece(every(language), kind)
    return docx.Document(io.BytesIO(WORD.write(made, made.tree)))


def _typed(bank: Bank) -> dict[str, Item]:
    """The bank's items by type; of several of one type the last."""
    return {item.type: item for item in bank.items}


def _written(language: str) -> list[dict[str, Any]]:
    """The items as an author writes them."""
    items: list[dict[str, Any]] = yaml.safe_load((BANKS / f"every.{language}.yml").read_text("utf-8"))["items"]
    return items


def test_the_bank_has_every_type() -> None:
    assert {item.type for item in every("en").items} == set(PRINTS)


# What a pupil gets holds no answer.


def _secrets(written: Any) -> list[str]:
    if isinstance(written, list):
        return [text for part in written for text in _secrets(part)]
    if not isinstance(written, dict):
        return []
    own = [text for key in SECRET if key in written for text in _texts(written[key])]
    return own + [text for value in written.values() for text in _secrets(value)]


def _texts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@EACH_LANGUAGE
def test_no_word_of_feedback_is_in_what_pupils_get(language: str) -> None:
    secrets = _secrets(_written(language))
    assert len(secrets) > 35, "there is something to look for"
    tree, key = (json.dumps(_piece(every(language), kind).tree, ensure_ascii=False) for kind in ("quiz", "key"))
    assert [secret for secret in secrets if secret in tree] == []
    hints = {item["hint"] for item in _written(language) if "hint" in item}
    same = {"Consent.", "동의하기"}
    assert {secret for secret in secrets if secret not in key} <= hints | same, "a teacher reads all but hints"


@EACH_LANGUAGE
def test_another_key_changes_nothing_for_pupils_and_each_item_for_teachers(language: str) -> None:
    before, after = every(language), bank_of([with_another_key(item) for item in _written(language)], language)
    assert [item.type for item in after.items] == [item.type for item in before.items]
    assert _body(_piece(after, "quiz"), "asked") == _body(_piece(before, "quiz"), "asked")
    keys = zip(_body(_piece(after, "key"), "keyed"), _body(_piece(before, "key"), "keyed"), strict=True)
    assert all(new != old for new, old in keys)


def _body(piece: Piece, kind: str) -> list[Node]:
    return [node for node in walk(piece.tree) if node["kind"] == kind]


def test_confidence_games_hints_and_waivers_are_not_on_paper() -> None:
    told = {"confidence": True, "game": True, "hint": "Think.", "waive": {"Q203": "It is right here."}}
    bare = [{key: value for key, value in item.items() if key not in told} for item in _written("en")]
    marked = [{**item, **told} for item in bare]
    for kind in ("quiz", "key"):
        assert _piece(bank_of(marked), kind).tree == _piece(bank_of(bare), kind).tree


# Shuffled once and for all.


@given(st.integers(2, 12), st.text(max_size=20), st.integers(0, 4))
def test_paper_never_shows_the_right_order(count: int, seed: str, extras: int) -> None:
    things = list(range(count + extras))
    order = shuffled(things, seed, among=count)
    assert sorted(order) == things
    told = [thing for thing in order if thing < count]
    assert told != sorted(told)
    assert sum(place == thing for place, thing in enumerate(order) if thing < count) <= count / 3


def test_the_order_is_the_seed_s_and_not_the_things() -> None:
    assert shuffled("abcdef", "steps") == tuple("abcdef"[n] for n in shuffled(range(6), "steps"))
    assert len({shuffled("abcdef", f"item-{number}") for number in range(50)}) > 40, "each item has its own"
    assert shuffled("a", "x") == ("a",)
    assert set(shuffled("abc", "x", among=1)) == set("abc")


def test_both_languages_have_the_same_letters() -> None:
    """A class with sheets in two languages is marked with one key."""
    strips = [[PRINTS[item.type].key(every(language).view, item) for item in every(language).items] for language in ("en", "ko")]  # fmt: skip
    for item, english, korean in zip(every("en").items, *strips, strict=True):
        assert english == korean or item.type in ("true-false", "short"), item.id


def test_options_keep_the_letters_and_the_order_of_the_file() -> None:
    for item, question in zip(every("en").items, _questions("en"), strict=True):
        if item.type in ("single", "multi"):
            assert [choice.letter for choice in question.given.choices] == [answer.id for answer in item.answers]


def _questions(language: str) -> tuple[Any, ...]:
    quiz = every(language).view.quiz(every(language).lesson.id)
    assert quiz is not None
    return questions(quiz)


def test_a_question_to_match_or_order_does_not_show_what_belongs_where() -> None:
    by_type = {question.type: question.given for question in _questions("en")}
    sides, steps, items = by_type["match"], by_type["order"], _typed(every("en"))
    assert isinstance(sides, Sides) and isinstance(steps, Steps)
    assert isinstance(items["match"], MatchItem) and isinstance(items["order"], OrderItem)
    given_rights = [right.text for right in sides.rights]
    assert sorted(given_rights) == sorted(text for _, text in items["match"].choices)
    assert [text for text in given_rights if text != items["match"].extra[0].text] != [
        p.right for p in items["match"].pairs
    ]
    assert [step.text for step in steps.steps] != [step.text for step in items["order"].steps]
    assert [step.letter for step in steps.steps] == list("abcd")


def test_a_text_that_belongs_twice_stands_once() -> None:
    [item] = (written for written in _written("en") if written["type"] == "match")
    pairs = [*item["pairs"], {"id": "e", "left": "A nod", "right": "Ask again.", "feedback": "Ask."}]
    bank = bank_of([{**item, "pairs": pairs, "extra": []}])
    [asked] = _body(_piece(bank, "quiz"), "asked")
    [sides] = asked["body"]
    assert len(sides["lefts"]) == 4 and [right["letter"] for right in sides["rights"]] == ["a", "b", "c"]
    assert "more than once" in asked["how"][0] and "Not every" not in asked["how"][0]
    [answers] = (PRINTS["match"].key(bank.view, found).split() for found in bank.items)
    assert answers[2][1] == answers[3][1]


# The key fits the sheet: both are read as a teacher has them in hand.


@EACH_LANGUAGE
def test_a_teacher_marks_the_sheet_with_the_key(language: str) -> None:
    bank = every(language)
    _mark(bank, lines_of(_pdf("quiz", language)), strip_of(_pdf("key", language), bank.view.word("print.answer")))


@EACH_LANGUAGE
def test_a_teacher_marks_the_word_sheet_with_the_word_key(language: str) -> None:
    """Numbers and letters are those that Word counts."""
    bank = every(language)
    strip = strip_in_word(_word("key", language), bank.view.word("print.answer"))
    _mark(bank, word_lines(_word("quiz", language)), strip)


def _mark(bank: Bank, lines: list[str], strip: list[str]) -> None:
    parts = parts_of(lines, [_plain(item.stem) for item in bank.items])
    assert len(strip) == len(bank.items)
    for item, part, answer in zip(bank.items, parts, strip, strict=True):
        MARKED[item.type](bank, item, part, answer)


def _plain(text: str) -> str:
    return text.replace("*", "")


def _mark_options(bank: Bank, item: Item, part: list[str], answer: str) -> None:
    shown = labelled(part)
    assert {shown[letter] for letter in answer.split(", ")} == {given.text for given in item.answers if given.right}
    assert set(shown.values()) == {given.text for given in item.answers}


def _mark_claim(bank: Bank, item: Item, part: list[str], answer: str) -> None:
    words = [bank.view.word(f"quiz.{given.id}") for given in item.answers]
    assert " ".join(part[1:]).split()[:2] == words
    assert [given.right for given in item.answers] == [word == answer for word in words]


def _mark_pairs(bank: Bank, item: MatchItem, part: list[str], answer: str) -> None:
    shown = labelled(part)
    joined = [(shown[number], shown[letter]) for number, letter in answer.split()]
    assert joined == [(pair.left, pair.right) for pair in item.pairs]
    assert len(shown) == len(item.pairs) + len(item.choices)


def _mark_steps(bank: Bank, item: OrderItem, part: list[str], answer: str) -> None:
    shown = labelled(part)
    assert [shown[letter] for letter in answer.split()] == [step.text for step in item.steps]
    assert list(shown.values()) != [step.text for step in item.steps]


def _mark_word(bank: Bank, item: ShortItem, part: list[str], answer: str) -> None:
    assert item.accept[0] == answer and item.accepts(answer)


def _mark_path(bank: Bank, item: ScenarioItem, part: list[str], answer: str) -> None:
    """Walk through the printed scenes by the letters of the key: the choices are the safe ones and the walk ends with help."""
    scenes = _scenes(bank, part)
    *steps, end = answer.split()
    at = "1"
    for number, letter in steps:
        assert number == at
        text, _, goto = labelled(scenes[at])[letter].partition(" → ")
        written = next(scene for scene in item.scenes if scene.text == scenes[at][1])
        assert [choice.text for choice in written.choices if choice.quality == "safe"] == [text]
        [at] = re.findall(r"\d+", goto)
    assert at == end
    assert labelled(scenes[end]) == {}
    assert "0808 80 80" in scenes[end][2], "the number of the register"
    assert {goto for lines in scenes.values() for goto in re.findall(r"→ \D*(\d+)", " ".join(lines))} <= set(scenes)


def _scenes(bank: Bank, part: list[str]) -> dict[str, list[str]]:
    """The lines of each printed scene by its number."""
    pattern = re.compile(re.escape(bank.view.word("print.scenario-scene", number="@")).replace("@", r"(\d+)"))
    scenes: dict[str, list[str]] = {}
    for line in part[1:]:
        found = pattern.match(line)
        if found:
            scenes[found[1]] = []
        if scenes:
            scenes[list(scenes)[-1]].append(line)
    return scenes


def _mark_nothing(bank: Bank, item: Item, part: list[str], answer: str) -> None:
    assert answer == "–"


MARKED: dict[str, Any] = {
    "single": _mark_options, "multi": _mark_options, "true-false": _mark_claim, "match": _mark_pairs, "order": _mark_steps,
    "short": _mark_word, "scenario": _mark_path, "reflect": _mark_nothing,
}  # fmt: skip


@EACH_LANGUAGE
def test_the_key_says_every_reason_beside_what_it_is_for(language: str) -> None:
    """In reading order: the text of a pair, step, option or choice, and right after it its own feedback."""
    read = "".join(filter(str.isalnum, text_of(_pdf("key", language))))
    items = _typed(every(language))
    rows: list[Any] = [*items["match"].pairs, *items["order"].steps]  # type: ignore[union-attr]
    rows += [choice for scene in items["scenario"].scenes for choice in scene.choices]  # type: ignore[union-attr]
    assert len(rows) == 11
    for row in rows:
        text, why = (
            "".join(filter(str.isalnum, words)) for words in (getattr(row, "right", "") or row.text, row.feedback)
        )
        assert re.search(f"{text}.{{0,40}}{why}", read), row


# Help at the endings.


def _ending(roles: list[str], **replaced: Any) -> str:
    """The help line of a story's ending that names these roles."""
    [item] = (written for written in _written("en") if written["type"] == "scenario")
    scenes = [{**scene, "help": roles} if "choices" not in scene else scene for scene in item["scenes"]]
    bank = bank_of([{**item, "scenes": scenes}])
    [story] = _body(_piece(bank, "quiz"), "story")
    return str(story["scenes"][-1]["help"][0])


def test_an_ending_names_each_service_once_with_its_number() -> None:
    assert _ending(["emergency", "child"]) == "Help is here: Police\u00a0119, The line\u00a00808 80 80"


def test_an_ending_names_an_adult_where_the_register_has_nobody() -> None:
    assert _ending(["school"]) == "Help is here: an adult you trust at school"


# Good documents.


@EACH_LANGUAGE
@EACH_KIND
def test_the_independent_validator_passes_every_type(java_home: Path, tmp_path: Path, kind: str, language: str) -> None:
    os.environ.setdefault("JAVA_HOME", str(java_home))
    file = tmp_path / "made.pdf"
    file.write_bytes(_pdf(kind, language))
    assert verapdf.faults(file) == []


@EACH_LANGUAGE
@EACH_KIND
def test_the_same_bank_gives_the_same_bytes(kind: str, language: str) -> None:
    assert printed(_piece(every(language), kind)) == _pdf(kind, language)


@EACH_LANGUAGE
@EACH_KIND
def test_all_text_stands_inside_the_margins(kind: str, language: str) -> None:
    with pypdfium2.PdfDocument(_pdf(kind, language)) as document:
        for page in document:
            text, side, end = page.get_textpage(), 30, 14
            boxes = [text.get_charbox(number) for number in range(text.count_chars())]
            assert len(boxes) > 200
            assert min(left for left, *_ in boxes) >= side and min(bottom for _, bottom, *_ in boxes) >= end
            assert max(right for _, _, right, _ in boxes) <= page.get_width() - side
            assert max(top for *_, top in boxes) <= page.get_height() - end


@EACH_LANGUAGE
def test_a_screen_reader_finds_lists(language: str) -> None:
    tags = tags_of(_pdf("quiz", language))
    assert tags.count("L") >= 9 and tags.count("LI") >= 30


# Word files.


@EACH_LANGUAGE
def test_a_word_sheet_has_boxes_and_lines_to_write_in_and_no_answer(language: str) -> None:
    document, items = _word("quiz", language), _typed(every(language))
    frames = [
        run for run in document.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:bdr')}") is not None
    ]
    assert len(frames) == len(items["match"].pairs) + len(items["order"].steps)  # type: ignore[union-attr]
    empty = [table for table in document.tables if not any(cell.text for row in table.rows for cell in row.cells)]
    assert [len(table.rows) for table in empty] == [1, items["reflect"].lines]  # type: ignore[union-attr]
    read = " ".join(word_lines(document))
    assert [secret for secret in _secrets(_written(language)) if secret in read] == []


@EACH_LANGUAGE
def test_a_word_key_has_each_reason_below_what_it_is_for(language: str) -> None:
    lines, items = word_lines(_word("key", language)), _typed(every(language))
    match, order, scenario = items["match"], items["order"], items["scenario"]
    assert isinstance(match, MatchItem) and isinstance(order, OrderItem) and isinstance(scenario, ScenarioItem)
    rows = [(f" {pair.right}", pair.feedback) for pair in match.pairs]
    rows += [(f"{number}{letter} {step.text}", step.feedback) for number, letter, step in _numbered(order, language)]
    rows += [(f"{choice.id} {choice.text}", choice.feedback) for scene in scenario.scenes for choice in scene.choices]
    for text, why in rows:
        assert any(text in line and why == after for line, after in itertools.pairwise(lines)), text


def _numbered(order: OrderItem, language: str) -> list[tuple[int, str, Any]]:
    letters = PRINTS["order"].key(every(language).view, order).split()
    return [(number, letter, step) for number, (letter, step) in enumerate(zip(letters, order.steps, strict=True), 1)]
