"""A test bank takes the package, and a foreign player runs every item: marks, feedback and texts are those that were written.

The player knows QTI 3, so a converter, which is foreign too, translates the items before.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from builder.packages import Bank, target_of
from builder.packages.questions import (
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from tests.packages.banks import LANGUAGES, every
from tests.packages.holding import declared_as_written, subsets
from tests.packages.nasty import nasty_bank
from tests.readers.qti import QtiPlayer, Response, qti_player

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TARGET = target_of("qti21")
SPACES = {
    "q": "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "c": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "m": "http://ltsc.ieee.org/xsd/LOM",
}
Case = tuple[Response, float, list[str]]
"""A response, the mark for it, and the feedback that is shown."""


def unpacked(bank: Bank) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(TARGET.write(bank))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def player(chromium: Browser, readers: Path) -> Iterator[QtiPlayer]:
    with qti_player(chromium) as opened:
        yield opened


def test_the_foreign_player_marks_and_answers_as_written(banks: list[Bank], player: QtiPlayer) -> None:
    for whole in banks:
        bank = whole if len(whole.questions) < 100 else nasty_bank(whole.language, 4)  # a real player takes its time
        files = unpacked(bank)
        for question in bank.questions:
            assert player.show(files[f"items/{question.id}.xml"]) == texts(question), question.id
            after = list(after_any(question))
            cases = list(CASES[type(question)](question))
            answers = player.answer(*(response for response, _, _ in cases))
            for (response, mark, feedback), played in zip(cases, answers, strict=True):
                assert played.score == pytest.approx(mark, abs=0.001), (question.id, response)
                assert all(text in played.feedback[-1] for text in after), (question.id, response)
                assert played.feedback[: len(played.feedback) - bool(after)] == feedback, (question.id, response)


def after_any(question: AnyQuestion) -> Iterator[str]:
    """What is shown after any answer."""
    if question.explain:
        yield question.explain.text
    match question:
        case MatchQuestion():
            yield from (pair.feedback.text for pair in question.pairs)
        case OrderQuestion():
            yield from (step.feedback.text for step in question.steps)
        case OpenQuestion():
            yield from (pointer.text for pointer in question.pointers)


def choice_cases(question: ChoiceQuestion) -> Iterator[Case]:
    answers = question.answers
    for chosen in subsets(len(answers)) if question.many else ((n,) for n in range(len(answers))):
        picked = [answers[n].id for n in chosen]
        mark = declared_as_written(question, chosen) if question.many else float(answers[chosen[0]].right)
        yield picked if question.many else picked[0], mark, [answers[n].feedback.text for n in chosen]


def match_cases(question: MatchQuestion) -> Iterator[Case]:
    first: dict[str, str] = {}
    for pair in question.pairs:
        first.setdefault(pair.right.text, pair.id)
    key = [(pair.id, first[pair.right.text]) for pair in question.pairs]
    yield [f"L-{left} R-{right}" for left, right in key], 1.0, []
    others = [*first.values(), *(extra.id for extra in question.extra)]
    for place, (left, right) in enumerate(key):
        rest = [f"L-{one} R-{other}" for one, other in (*key[:place], *key[place + 1 :])]
        for wrong in others:
            if wrong != right:
                yield [*rest, f"L-{left} R-{wrong}"], 1 - 1 / len(key), []
    yield [], 0.0, []


def order_cases(question: OrderQuestion) -> Iterator[Case]:
    key = [step.id for step in question.steps]
    yield key, 1.0, []
    swapped = [key[1], key[0], *key[2:]]
    yield swapped, 1 - 2 / len(key), []
    yield [*key[1:], key[0]], 0.0, []


def short_cases(question: ShortQuestion) -> Iterator[Case]:
    for spelling in question.accept:
        for typed in (spelling, spelling.upper(), "".join(spelling.split()), unicodedata.normalize("NFD", spelling)):
            yield typed, 1.0, [question.feedback_right.text]
    yield "certainly nothing of these", 0.0, [question.feedback_wrong.text]


def open_cases(question: OpenQuestion) -> Iterator[Case]:
    yield "whatever", 0.0, []


CASES: dict[type, Callable[[Any], Iterator[Case]]] = {
    ChoiceQuestion: choice_cases,
    MatchQuestion: match_cases,
    OrderQuestion: order_cases,
    ShortQuestion: short_cases,
    OpenQuestion: open_cases,
}


def texts(question: AnyQuestion) -> list[str]:
    """What the player shows before an answer, in its order."""
    asked = question.stem.text + (f" {question.note.text}" if question.note else "")
    match question:
        case ChoiceQuestion():
            return [asked, *(answer.said.text for answer in question.answers)]
        case OrderQuestion():
            steps = [step.said.text for step in question.steps]
            return [asked, *steps[1::2], *steps[::2]]
        case MatchQuestion():
            rights = list(dict.fromkeys([p.right.text for p in question.pairs] + [e.said.text for e in question.extra]))
            return [asked, *(pair.left.text for pair in question.pairs), *rights[1::2], *rights[::2]]
        case ShortQuestion():
            return [asked, ""]
        case _:
            return [asked]


# --- the package ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_names_every_file_and_the_test_every_item(language: str) -> None:
    bank = every(language)
    files = unpacked(bank)
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])
    assert {str(file.get("href")) for file in manifest.iterfind(".//c:file", SPACES)} == set(files) - {
        "imsmanifest.xml"
    }
    items = [f"items/{question.id}.xml" for question in bank.questions]
    test = ElementTree.fromstring(files["test.xml"])
    assert [ref.get("href") for ref in test.iterfind(".//q:assessmentItemRef", SPACES)] == items
    resources = {resource.get("href"): resource for resource in manifest.iterfind(".//c:resource", SPACES)}
    for question, href in zip(bank.questions, items, strict=True):
        words = [word.text for word in resources[href].iterfind(".//m:keyword/m:string", SPACES)]
        assert f"objective:{question.item.objective}" in words
        root = ElementTree.fromstring(files[href])
        assert root.get("identifier") == resources[href].get("identifier")
        assert re.fullmatch(r"[A-Za-z][\w.-]*", str(root.get("identifier")))
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_items_give_the_same_bytes(language: str) -> None:
    assert TARGET.write(every(language)) == TARGET.write(every(language))
