"""A teacher prints the cards on both sides, turns nothing round, cuts along the lines, and each back lies behind its story."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from builder.handouts.errors import TypesetError
from builder.handouts.piece import Printed
from builder.model.curriculum import Curriculum
from tests.handouts.sheets import pages_of
from tests.handouts.small import piece, printed, tags_of, text_of, with_body

STORY = "/// scenario | {title}\n\n{told}\n\n- {asked}\n\n///\n"
MARKS = [f"Quirky{letter}" for letter in "abc"]


def _places(pdf: bytes | Path, words: str) -> list[tuple[int, float, float]]:
    """Where `words` stand: the page, and the middle of each place, in points from the left and from the top."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            search = text.search(words, match_case=True)
            while (hit := search.get_next()) is not None:
                left, bottom, right, top = text.get_charbox(hit[0])
                found.append((number, (left + right) / 2, page.get_height() - (bottom + top) / 2))
    return found


def _cell(place: tuple[int, float, float], width: float, height: float, columns: int, rows: int) -> tuple[int, int]:
    return int(place[1] / (width / columns)), int(place[2] / (height / rows))


def _three(curriculum: Curriculum, told: str) -> bytes:
    stories = [STORY.format(title=f"A story {m}", told=told, asked=f"What does {m.lower()} need?") for m in MARKS]
    return printed(piece(with_body(curriculum, "\n".join(stories)), "cards"))


@pytest.mark.parametrize(("words", "columns", "rows"), [(12, 2, 4), (130, 2, 2), (300, 1, 2), (700, 1, 1)])
def test_a_back_lies_behind_its_front_when_the_sheet_is_turned_over(
    curriculum: Curriculum, words: int, columns: int, rows: int
) -> None:
    pdf = _three(curriculum, "many " * words)
    width, height = 595.28, 841.89
    for mark in MARKS:
        fronts = [place for place in _places(pdf, f"A story {mark}") if place[0] % 2 == 0]
        backs = [place for place in _places(pdf, mark.lower()) if place[0] % 2 == 1]
        front_cells = {(page, *_cell((page, x, y), width, height, columns, rows)) for page, x, y in fronts}
        back_cells = {(page - 1, *_cell((page, width - x, y), width, height, columns, rows)) for page, x, y in backs}
        assert front_cells and front_cells == back_cells, mark


def test_a_sheet_of_short_stories_holds_eight_cards(curriculum: Curriculum) -> None:
    pdf = _three(curriculum, "Short.")
    fronts = [place for mark in MARKS for place in _places(pdf, f"A story {mark}") if place[0] == 0]
    assert len(fronts) == 8
    assert tags_of(pdf).count("H1") == 3, "a copy for the scissors is not read out again"


def test_a_story_without_questions_gets_some(curriculum: Curriculum) -> None:
    body = "/// scenario | Alone\n\nNobody asks anything here.\n\n///\n"
    read = text_of(printed(piece(with_body(curriculum, body), "cards")))
    assert "What could a friend say first?" in read and "Which adult could they tell" in read


def test_what_the_page_says_to_the_story_stays_in_front(curriculum: Curriculum) -> None:
    body = '/// scenario | Push\n\nA chat.\n\n- "Why not you?"\n- What would you write?\n\n///\n'
    tree = piece(with_body(curriculum, body), "cards").tree["cards"][0]
    assert "Why not you?" in str(tree["front"]) and "What would you write?" in str(tree["back"])
    assert "Why not you?" not in str(tree["back"])


def test_every_story_of_a_lesson_has_a_card(curriculum: Curriculum, pack: list[Printed]) -> None:
    for done in (done for done in pack if done.kind == "cards"):
        read = "".join(pages_of(done.path))
        blocks = curriculum.lessons[done.subject, done.language].body.walk()
        titles = ["".join(filter(str.isalnum, block.title)) for block in blocks if block.name == "scenario"]
        assert len(titles) >= 3
        assert [title for title in titles if title not in read] == [], done.path.name


def test_a_story_too_long_for_any_card_is_named_with_its_line(curriculum: Curriculum) -> None:
    with pytest.raises(TypesetError, match=r"pressure\.en\.md:1: .* «A story Quirkya» is longer than a card"):
        _three(curriculum, "many " * 1500)
