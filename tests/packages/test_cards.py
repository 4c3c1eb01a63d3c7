"""A pupil learns with cards: Anki's own importer reads them, and reading them twice doubles nothing."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import pytest

from builder.model.curriculum import Curriculum
from builder.packages import Bank, target_of
from builder.packages.cards import Card, cards
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.packages.nasty import nasty_bank
from tests.readers import reading


@pytest.fixture(params=["every", "nasty", "real"])
def banks(request: pytest.FixtureRequest, curriculum: Curriculum) -> list[Bank]:
    if request.param == "real":
        return real_banks(curriculum)
    made = {"every": every, "nasty": nasty_bank}[request.param]
    return [made(language) for language in LANGUAGES]


def shown(field: str) -> str:
    """What Anki shows of a field: a browser's text of its HTML."""
    text = html.unescape(re.sub(r"<(?:br|/?em|/?strong)>", " ", field))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def words(card: Card) -> tuple[str, str]:
    front, back = (" ".join(card.front.html.split()), " ".join(said.html for said in card.back))
    return shown(front), shown(back)


def test_anki_reads_every_card_once_though_it_is_imported_twice(banks: list[Bank], tmp_path: Path) -> None:
    target = target_of("anki")
    for number, bank in enumerate(banks):
        made = cards(target, bank)
        if not made:
            continue
        folder = tmp_path / str(number)
        folder.mkdir()
        file = folder / "cards.anki.txt"
        file.write_bytes(target.write(bank))
        notes = {note["guid"]: note for note in reading.anki_notes(file, folder, times=2)}
        assert set(notes) == {card.id for card in made}
        for card in made:
            front, back = notes[card.id]["fields"][:2]
            assert (shown(front), shown(back)) == words(card)


def test_anki_has_the_deck_and_the_tags(tmp_path: Path) -> None:
    bank = every("ko")
    file = tmp_path / "cards.anki.txt"
    file.write_bytes(target_of("anki").write(bank))
    notes = reading.anki_notes(file, tmp_path)
    title = bank.view.say(bank.view.curriculum.plan.title)
    assert {note["deck"] for note in notes} == {f"{title}::{bank.title}"}
    assert {tuple(sorted(note["tags"])) for note in notes} == {("apply", "asking"), ("asking", "recall")}


def test_quizlet_splits_a_line_into_two_sides(banks: list[Bank]) -> None:
    target = target_of("quizlet")
    for bank in banks:
        lines = target.write(bank).decode().splitlines()
        made = cards(target, bank)
        assert len(lines) == len(made)
        for line, card in zip(lines, made, strict=True):
            front, back = line.split("\t")
            assert front == " ".join(card.front.text.split())
            assert back == " ".join(" – ".join(said.text for said in card.back).split())
