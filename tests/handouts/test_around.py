"""What a school pins up, sends home and deals out: the right numbers, nothing that shows what somebody reads about, and no name."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from builder.handouts.around import around
from builder.handouts.kinds import kinds_of
from builder.handouts.piece import Printed
from builder.model.curriculum import Curriculum
from builder.model.edition import School
from builder.model.view import View
from tests.handouts.sheets import letter_sizes, pages_of
from tests.handouts.small import lines_of, printed, text_of

EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "ko"])
TOPIC = re.compile(
    r"deepfake|sex|nude|image|photo|picture|crime|딥페이크|성범죄|성적|사진|영상|이미지|합성", re.IGNORECASE
)
"""Words that would show what the reader of a poster reads about."""


def _path(pack: list[Printed], kind: str, language: str) -> Path:
    return next(made.path for made in pack if (made.kind, made.language) == (kind, language))


def test_every_kind_around_the_lessons_is_there_in_both_languages(pack: list[Printed]) -> None:
    found = {(made.kind, made.language) for made in pack if made.subject == ""}
    assert found == {(kind, language) for kind in kinds_of("curriculum") for language in ("en", "ko")}


@EACH_LANGUAGE
def test_who_reads_the_poster_is_not_seen_reading_about_one_thing(pack: list[Printed], language: str) -> None:
    for kind in ("poster", "poster-a3"):
        assert TOPIC.findall(text_of(_path(pack, kind, language))) == []


@EACH_LANGUAGE
def test_poster_and_cards_show_the_registers_numbers_and_their_day(
    curriculum: Curriculum, pack: list[Printed], language: str
) -> None:
    view = View(curriculum, curriculum.editions["kr"], language, "student")
    numbers = {
        role: view.say(service.phone)
        for role in ("emergency", "crisis", "child", "removal")
        if (service := view.role(role))
    }
    assert len(numbers) == 4
    poster, wallet = (text_of(_path(pack, kind, language)) for kind in ("poster", "wallet-cards"))
    assert [number for role, number in numbers.items() if number not in poster] == [numbers["removal"]]
    assert [number for number in numbers.values() if number not in wallet] == []
    for read in (poster, wallet):
        assert str(view.help.checked.year) in read and str(view.help.checked.day) in read


@EACH_LANGUAGE
def test_a_poster_is_read_from_the_other_side_of_a_corridor(pack: list[Printed], language: str) -> None:
    """Two metres away, letters of 16 points are read with ease; smaller is only the line with the day."""
    sizes = letter_sizes(_path(pack, "poster", language))
    small = sum(count for size, count in sizes.items() if size < 16)
    line = [size for size in sizes if size < 16]
    assert max(sizes) >= 44 and line == [10.0] and small < sum(sizes.values()) * 0.4


def test_the_large_poster_is_the_small_one_on_twice_the_paper(pack: list[Printed]) -> None:
    sizes = {}
    for kind in ("poster", "poster-a3"):
        with pypdfium2.PdfDocument(_path(pack, kind, "ko")) as document:
            sizes[kind] = [round(points / 72 * 25.4) for points in document[0].get_size()]
    assert sizes == {"poster": [210, 297], "poster-a3": [297, 420]}


def test_wallet_cards_have_the_size_of_a_bank_card_and_are_read_out_once(pack: list[Printed]) -> None:
    path = _path(pack, "wallet-cards", "en")
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage()
        search, lefts, tops = text.search("112"), set(), set()
        while (hit := search.get_next()) is not None:
            left, _, _, top = text.get_charbox(hit[0])
            lefts.add(round(left / 72 * 25.4))
            tops.add(round(top / 72 * 25.4))
    first, second = sorted(lefts)
    assert second - first == 85 and len(tops) == 5
    assert all(
        54 <= above - below <= 55 or below - above in (54, 55)
        for above, below in zip(sorted(tops)[1:], sorted(tops)[:-1], strict=True)
    )


@EACH_LANGUAGE
def test_the_answer_bank_gathers_the_questions_of_every_lesson(
    curriculum: Curriculum, pack: list[Printed], language: str
) -> None:
    view = View(curriculum, curriculum.editions["kr"], language, "teacher")
    read = "".join(pages_of(_path(pack, "answer-bank", language)))
    asked = [
        question
        for lesson in view.lessons
        for block in lesson.body.walk()
        if block.options.get("part") == "questions"
        for question in re.findall(r'\*\*["“]([^"”]+)["”]\*\*', block.text)
    ]
    assert len(asked) > 12
    assert [question for question in asked if "".join(filter(str.isalnum, question)) not in read] == []


@EACH_LANGUAGE
def test_the_tally_sheet_asks_what_is_asked_before_and_after(
    curriculum: Curriculum, pack: list[Printed], language: str
) -> None:
    view = View(curriculum, curriculum.editions["kr"], language, "teacher")
    read = "".join(pages_of(_path(pack, "tally", language)))
    stems = [item.stem for lesson in view.lessons if (quiz := view.quiz(lesson.id)) for item in quiz.baseline]
    assert len(stems) >= 15
    plain = [stem for stem in stems if not set(stem) & set("{}*")]
    assert [stem for stem in plain if "".join(filter(str.isalnum, stem)) not in read] == []


def test_a_school_with_a_name_finds_it_on_the_letter_and_on_the_certificate(curriculum: Curriculum) -> None:
    own = curriculum.editions["kr"].model_copy(update={"school": School(name={"en": "Hill School"})})
    changed = replace(curriculum, editions={"kr": own})
    made = {piece.kind: piece for piece in around(changed, own, "en")}
    for kind in ("letter-home", "certificate"):
        assert "Hill School" in text_of(printed(made[kind]))


def test_an_edition_on_letter_paper_gets_a_poster_of_its_own_size(curriculum: Curriculum) -> None:
    edition = next(edition for edition in curriculum.editions.values() if edition.paper == "us-letter")
    made = {piece.kind: piece for piece in around(curriculum, edition, "en")}
    for kind, inches in (("poster", (8.5, 11)), ("poster-a3", (11, 17)), ("wallet-cards", (8.5, 11))):
        with pypdfium2.PdfDocument(printed(made[kind])) as document:
            assert len(document) == 1
            assert tuple(round(points / 72, 1) for points in document[0].get_size()) == inches


@pytest.mark.parametrize("edition", ["gb-eaw", "au", "us-fed"])
def test_every_edition_has_its_own_numbers_on_one_page(curriculum: Curriculum, edition: str) -> None:
    chosen = curriculum.editions[edition]
    view = View(curriculum, chosen, "en", "student")
    for piece in around(curriculum, chosen, "en"):
        if piece.kind in ("poster", "wallet-cards", "first-steps-cards"):
            pdf = printed(piece)
            with pypdfium2.PdfDocument(pdf) as document:
                assert len(document) == 1, piece.kind
            emergency = view.role("emergency")
            assert emergency and view.say(emergency.phone).split()[0] in text_of(pdf)


def test_a_service_without_a_telephone_shows_its_web_address(curriculum: Curriculum) -> None:
    edition = curriculum.editions["us-fed"]
    removal = View(curriculum, edition, "en", "student").role("removal")
    assert removal and removal.url and not removal.phone
    address = removal.url.split("//")[1]
    made = {piece.kind: piece for piece in around(curriculum, edition, "en")}
    for kind in ("wallet-cards", "letter-home"):
        assert address in text_of(printed(made[kind])), kind


def test_who_dials_from_a_mobile_reads_how_beside_the_large_number(pack: list[Printed]) -> None:
    for kind in ("poster", "poster-a3", "wallet-cards", "first-steps-cards", "slides"):
        assert "031-1388" in text_of(_path(pack, kind, "ko")), kind


def test_no_line_of_a_help_box_begins_with_a_dot(pack: list[Printed]) -> None:
    for made in (made for made in pack if made.kind in ("poster", "letter-home", "incident-card", "staff-briefing")):
        assert [line for line in lines_of(made.path) if line.startswith("·")] == [], made.path.name


def test_without_their_texts_there_is_nothing_to_print_of_them(curriculum: Curriculum) -> None:
    bare = replace(curriculum, pages={})
    assert {piece.kind for piece in around(bare, bare.editions["kr"], "en")} == {
        "answer-bank",
        "tally",
        "standards-map",
    }
