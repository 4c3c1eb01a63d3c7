"""A teacher uploads a class game: every question, its answers and its key arrive, and no text becomes a formula."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest

from builder.model.curriculum import Curriculum
from builder.packages import Bank, losses, questions_for, target_of
from builder.packages.questions import AnyQuestion, ChoiceQuestion, ShortQuestion
from builder.packages.spreadsheet import xlsx_bytes
from tests.packages.banks import LANGUAGES, bank_of, every, real_banks
from tests.packages.nasty import nasty_bank
from tests.readers import reading

GAMES = ("kahoot", "wayground", "blooket", "gimkit")


@pytest.fixture(params=["every", "nasty", "real"])
def banks(request: pytest.FixtureRequest, curriculum: Curriculum) -> list[Bank]:
    if request.param == "real":
        return real_banks(curriculum)
    made = {"every": every, "nasty": nasty_bank}[request.param]
    return [made(language) for language in LANGUAGES]


def rows_of(game: str, bank: Bank) -> list[list[str]]:
    """The rows as a foreign program reads them, as texts; no cell may be a formula."""
    target = target_of(game)
    content = target.write(bank)
    if target.ending.endswith("csv"):
        return reading.table(content)
    cells = reading.spreadsheet(content)
    assert not [cell for row in cells for cell in row if cell["formula"]]
    return [[text_of(cell["value"]) for cell in row] for row in cells]


def text_of(value: Any) -> str:
    """A cell's text; a spreadsheet that took an address for a link would give more than a text."""
    assert value is None or isinstance(value, str | int), value
    return "" if value is None else str(value)


def read_question(game: str, row: list[str]) -> tuple[str, list[tuple[str, bool]]]:
    """The question of a row, and its answers with whether they are right, as the platform understands its columns."""
    match game:
        case "kahoot" | "blooket":
            return row[1], keyed(row[2:6], row[7])
        case "wayground":
            if row[1] == "Fill-in-the-Blank":
                return row[0], [(text, True) for text in row[2:7] if text]
            return row[0], keyed(row[2:7], row[7])
        case _:
            return row[0], [(row[1], True), *((text, False) for text in row[2:5] if text)]


def keyed(texts: list[str], right: str) -> list[tuple[str, bool]]:
    places = {int(number) for number in right.split(",")}
    return [(text, place in places) for place, text in enumerate(texts, 1) if text]


def meant(question: AnyQuestion) -> list[tuple[str, bool]]:
    if isinstance(question, ShortQuestion):
        return [(text, True) for text in question.accept[:5]]
    assert isinstance(question, ChoiceQuestion)
    return [(answer.said.text, answer.right) for answer in question.answers]


def bare(text: str) -> str:
    """What a game shows of a cell: it trims the space that keeps a spreadsheet from reckoning."""
    return text.strip()


@pytest.mark.usefixtures("readers")
@pytest.mark.parametrize("game", GAMES)
def test_every_question_arrives_with_its_answers_and_key(game: str, banks: list[Bank]) -> None:
    for bank in banks:
        offered = questions_for(target_of(game), bank)
        # Two rows stand before the questions: a title or the heads, and the heads or what they ask for.
        rows = [row for row in rows_of(game, bank) if any(row)][2:]
        assert len(rows) == len(offered)
        for row, question in zip(rows, offered, strict=True):
            stem, answers = read_question(game, row)
            assert bare(stem) == bare(question.stem.text)
            expected = [(bare(text), right) for text, right in meant(question)]
            found = [(bare(text), right) for text, right in answers]
            assert sorted(found) == sorted(expected) if game == "gimkit" else found == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_banks_have_enough_for_a_game(curriculum: Curriculum, language: str) -> None:
    banks = [bank for bank in real_banks(curriculum) if bank.language == language]
    assert sum(len(questions_for(target_of("kahoot"), bank)) for bank in banks) >= 5


@pytest.mark.usefixtures("readers")
def test_no_csv_cell_begins_with_a_sign_that_a_spreadsheet_reckons_with() -> None:
    for game in ("blooket", "gimkit"):
        rows = reading.table(target_of(game).write(nasty_bank()))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def choice(identity: str, **keys: Any) -> dict[str, Any]:
    options = [{"id": "a", "text": "yes", "correct": True, "feedback": "x"}, {"id": "b", "text": "no", "feedback": "y"}]
    shared = {"type": "single", "stem": "Why?", "objective": "ask", "level": "recall", "game": True}
    return {"id": identity, "options": options, **shared, **keys}


@pytest.mark.parametrize(
    ("game", "item", "how"),
    [
        ("kahoot", choice("long-stem", stem="가" * 121), "too-long"),
        ("kahoot", choice("long-option", options=[{"id": "a", "text": "가" * 76, "correct": True, "feedback": "x"}, {"id": "b", "text": "no", "feedback": "y"}]), "too-long"),
        ("blooket", choice("five", options=[{"id": i, "text": i, "correct": i == "a", "feedback": "x"} for i in "abcde"]), "too-many-answers"),
        ("gimkit", choice("two-right", type="multi", options=[{"id": i, "text": i, "correct": i != "c", "feedback": "x"} for i in "abc"]), "one-right-only"),
        ("kahoot", choice("no-game", game=False), "not-for-games"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_left_out_and_the_report_says_why(game: str, item: dict[str, Any], how: str) -> None:
    bank = bank_of([item, choice("fits")])
    assert [question.item.id for question in questions_for(target_of(game), bank)] == ["fits"]
    assert [(loss.item.id, loss.how) for loss in losses(target_of(game), bank) if loss.feature == "item"] == [
        (item["id"], how)
    ]


def test_no_part_of_a_spreadsheet_says_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes("Sheet1", [["a", 1]]))) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist())
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+", told)) == {b"2000-01-01T00:00:00"}
