"""A pupil reads the slides from the back row; the teacher finds beside each what to say, and shows nothing that is not for the wall."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.handouts.deck import deck
from builder.handouts.errors import TypesetError
from builder.handouts.lesson_tree import lesson_tree
from builder.handouts.nodes import Node, para, plain
from builder.handouts.passages import ROOM, parted
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import Press
from builder.handouts.slide_size import STEPS, Size, size_of
from builder.model.curriculum import Curriculum
from builder.model.view import View
from tests.handouts.sheets import letter_sizes, pages_of
from tests.handouts.small import LESSON, lines_of, piece, printed, text_of, with_body

BODY = 24
"""Points: what the back row can read."""

ROUND = {14.0, 22.0}
"""Sizes of what stands round the words: the foot, and the line with minutes and grouping."""

ACTIVITY = "/// activity | Talk\n    id: talk\n    minutes: 7\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n"


def _of(pack: list[Printed], kind: str) -> list[Printed]:
    return [printed for printed in pack if printed.kind == kind]


def _scenes(curriculum: Curriculum, body: str) -> list[list[str]]:
    changed = with_body(curriculum, body)
    view = View(changed, changed.editions["kr"], "en", "teacher")
    lesson = changed.lessons[LESSON, "en"]
    return [[plain(slide.title) for slide in scene.slides] for scene in deck(view, lesson, lesson_tree(view, lesson))]


def test_the_back_row_can_read_every_slide(pack: list[Printed]) -> None:
    for done in _of(pack, "slides"):
        sizes = letter_sizes(done.path)
        assert {size for size in sizes if size < BODY} <= ROUND, done.path.name
        assert sum(count for size, count in sizes.items() if size >= BODY) > 0.6 * sum(sizes.values())


@pytest.mark.parametrize("guess", [STEPS[0], STEPS[-1]])
def test_words_are_as_large_as_their_slide_leaves_room_for_wherever_one_begins_to_look(
    laid_out: dict[str, list[Piece]], pack: list[Printed], guess: int
) -> None:
    press, sure = Press(), 0
    for made in [made for pieces in laid_out.values() for made in pieces if made.kind == "slides"]:
        done = next(d for d in _of(pack, "slides") if (d.subject, d.language) == (made.subject, made.language))
        sure += sum(slide["size"]["sure"] for scene in made.tree["scenes"] for slide in scene["slides"])
        assert press.print(replace(made, drafts=(_guessed(made.tree, guess),)))[0].pdf == done.path.read_bytes()
    assert sure > 60, "most slides need no measuring"


def _guessed(deck: Node, points: int) -> Node:
    size = {"points": points, "sure": False}
    scenes = [{**scene, "slides": [{**slide, "size": size} for slide in scene["slides"]]} for scene in deck["scenes"]]
    return {**deck, "scenes": scenes}


@given(st.integers(1, 60), st.sampled_from(["en", "ko"]), st.booleans())
def test_more_words_are_never_larger(count: int, language: str, crowned: bool) -> None:
    def points(words: int) -> Size:
        return size_of(language, "words", ["Title"], [para("words " * words)], crowned=crowned)

    assert points(count + 1).points <= points(count).points
    assert points(count).sure >= points(count + 1).sure
    assert not points(count).sure or points(count).points == STEPS[0]


def test_a_slide_is_as_wide_as_the_wall(pack: list[Printed]) -> None:
    for done in _of(pack, "slides"):
        with pypdfium2.PdfDocument(done.path) as document:
            assert {tuple(map(round, page.get_size())) for page in document} == {(960, 540)}


def test_every_slide_of_an_activity_says_its_minutes_and_how_pupils_sit(curriculum: Curriculum) -> None:
    pdf = printed(piece(with_body(curriculum, ACTIVITY.format(body="**Talk** for a while.")), "slides"))
    with pypdfium2.PdfDocument(pdf) as document:
        read = document[1].get_textpage().get_text_range()
    assert "7 minutes" in read and "In pairs" in read and "Talk for a while." in " ".join(read.split())


def test_an_author_s_slides_take_the_place_of_those_that_are_made(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(body="**Made** from this.\n\n/// slide | Written\n\nWords.\n\n///")
    assert _scenes(curriculum, body)[1] == ["Written"]
    assert _scenes(curriculum, ACTIVITY.format(body="**Made** from this."))[1] == ["Talk"]


def test_slides_and_stories_keep_the_lesson_s_order(curriculum: Curriculum) -> None:
    story = "/// scenario | Story\n\nIt happened.\n\n///\n\n"
    slide = "/// slide | {}\n\nWords.\n\n///\n\n"
    body = ACTIVITY.format(body=slide.format("First") + story + slide.format("Last"))
    assert _scenes(curriculum, body)[1] == ["First", "Story", "Last"]


def test_a_long_story_goes_on_to_the_next_slide_and_loses_no_word() -> None:
    sentences = [f"Sentence number {number} has a few words in it." for number in range(40)]
    portions = parted([para(" ".join(sentences))])
    assert len(portions) > 2
    read = " ".join(plain(block["body"]).strip() for portion in portions for block in portion)
    assert read == " ".join(sentences)
    assert all(plain(block["body"])[0] != " " for portion in portions for block in portion[:1])


def test_a_slide_with_too_many_words_is_named_with_its_line(curriculum: Curriculum) -> None:
    long = f"/// slide | Endless\n\n| a |\n|--|\n| {'word ' * 200} |\n\n///"
    with pytest.raises(TypesetError, match=r"pressure\.en\.md:\d+: .*the slide «Endless» has more words"):
        printed(piece(with_body(curriculum, ACTIVITY.format(body=long)), "slides"))
    assert ROOM < 12


def test_the_notes_hold_every_word_said_beside_an_activity(curriculum: Curriculum, pack: list[Printed]) -> None:
    for done in _of(pack, "notes"):
        read = "".join(pages_of(done.path))
        lesson = curriculum.lessons[done.subject, done.language]
        notes = [b for a in lesson.activities for b in a.children if b.name == "teacher"]
        said = [
            sentence
            for note in notes
            for sentence in re.split(r"\*\*|\n|(?<=[.?!])\s", note.text)
            if len(sentence) > 25 and not re.search(r'[*\[\]{}/#:"<>|\u3260-\u327b]', sentence)
        ]
        assert len(said) > 8
        letters = ["".join(filter(str.isalnum, sentence)) for sentence in said]
        # A sentence may go on over the page: its beginning and its end are enough.
        assert [s for s in letters if s[:12] not in read or s[-12:] not in read] == [], done.path.name


def test_a_number_on_the_wall_says_where_it_is_from(curriculum: Curriculum, pack: list[Printed]) -> None:
    claim = curriculum.registers.claims["U14"]
    figure = str(claim.figures["crime_percent"].value)
    shown = 0
    for done in _of(pack, "slides"):
        with pypdfium2.PdfDocument(done.path) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        for page in (page for page in pages if figure in page):
            shown += 1
            assert "Source:" in page or "출처:" in page, done.path.name
    assert shown >= 6


def test_pupils_do_not_see_what_is_said(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(body="**Talk.**\n\n/// teacher\n\nWhisper: zebra crossing.\n\n///")
    changed = with_body(curriculum, body)
    assert "zebra" not in text_of(printed(piece(changed, "slides")))
    assert "zebra" in text_of(printed(piece(changed, "notes")))


def test_the_last_slide_names_whom_to_call(curriculum: Curriculum, pack: list[Printed]) -> None:
    for done in _of(pack, "slides"):
        last = pages_of(done.path)[-1]
        view = View(curriculum, curriculum.editions["kr"], done.language, "teacher")
        service = view.role("child")
        assert service is not None and view.say(service.phone) in last


def test_the_last_slide_has_every_number_of_the_help_box_once(curriculum: Curriculum) -> None:
    for edition, numbers in (("kr", ["112", "109", "1388", "117", "02-735-8994"]), ("us-fed", ["911", "988"])):
        view = View(curriculum, curriculum.editions[edition], "en", "teacher")
        lesson = curriculum.lessons["group-chat-pressure", "en"]
        [*_, last] = [slide for scene in deck(view, lesson, lesson_tree(view, lesson)) for slide in scene.slides]
        assert [plain(row["number"]) for row in last.body if row["kind"] == "number"] == numbers


def test_the_wall_shows_the_edition_s_numbers(curriculum: Curriculum) -> None:
    other = replace(with_body(curriculum, "Text."), editions={"kr": curriculum.editions["gb-eaw"]})
    lines = lines_of(printed(piece(other, "slides")))
    assert any("999" in line for line in lines)
