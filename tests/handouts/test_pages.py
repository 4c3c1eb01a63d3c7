"""A tired teacher prints a guide in black and white: few pages, none nearly empty, nothing torn apart, no small type."""

from __future__ import annotations

import pytest
import typst

from builder.handouts.balance import best_share, halves, height
from builder.handouts.guide import DISCLOSURE
from builder.handouts.kinds import KINDS, kinds_of
from builder.handouts.lesson_tree import is_part, lesson_tree, sections
from builder.handouts.nodes import Node, heading, listing, para, plain
from builder.handouts.piece import Printed
from builder.model.curriculum import Curriculum
from builder.model.view import View
from tests.handouts.sheets import chapters, fullness, letter_sizes, lonely_headings, outside, pages_of
from tests.handouts.small import piece, printed, with_body

PUPILS = kinds_of("lesson", "student")
IMPOSED = {kind.imposed for kind in KINDS.values() if kind.imposed}
READ_BY_PUPILS = ("letter-home", "question-slips", "certificate")
"""Handed out by the teacher, in the letters of a pupil's sheet."""
PAGES = 11
"""What a tired teacher prints and reads."""

ACTIVITY = "/// activity | Talk\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n"


def _of(pack: list[Printed], kind: str) -> list[Printed]:
    return [printed for printed in pack if printed.kind == kind]


def test_a_guide_has_at_most_eleven_pages(pack: list[Printed]) -> None:
    assert {guide.path.name: guide.pages for guide in _of(pack, "guide") if guide.pages > PAGES} == {}


def test_no_page_but_the_last_is_nearly_empty(pack: list[Printed]) -> None:
    """In a booklet every sheet begins on a page of its own, so each of them has a last page."""
    for done in (done for done in pack if done.kind not in IMPOSED):
        last = {page - 1 for page in chapters(done.path)} if KINDS[done.kind].imposed else set()
        pages = enumerate(fullness(done.path)[:-1])
        assert [round(full, 2) for page, full in pages if full < 0.2 and page not in last] == [], done.path.name


def test_a_nearly_empty_page_is_seen() -> None:
    first, second = fullness(typst.compile(b"One line.\n#pagebreak()\n#lorem(600)", format="pdf"))
    assert first < 0.2 < second


def test_no_word_stands_off_its_page(pack: list[Printed]) -> None:
    for done in (done for done in pack if done.kind not in IMPOSED):
        assert outside(done.path) == [], done.path.name


def test_a_word_off_its_page_is_seen() -> None:
    assert outside(typst.compile(b"#place(dx: 99%)[Much too far to the right]", format="pdf")) != []


def test_a_heading_stands_with_what_follows(pack: list[Printed]) -> None:
    for done in pack:
        assert lonely_headings(done.path) == [], done.path.name


def test_a_lonely_heading_is_seen() -> None:
    source = b"= First\nWords.\n\nMore words.\n\n#v(1fr)\n= Lonely\n#pagebreak()\nWords."
    assert lonely_headings(typst.compile(source, format="pdf")) == ["Lonely"]


def test_the_pages_on_disclosure_are_one_sheet_of_their_own(curriculum: Curriculum, pack: list[Printed]) -> None:
    """The plan is the first sheet; the second can be taken out and pinned up."""
    for guide in _of(pack, "guide"):
        pages = pages_of(guide.path)
        view = View(curriculum, curriculum.editions["kr"], guide.language, "teacher")
        titles = [curriculum.pages[name, guide.language].head.title for name in DISCLOSURE]
        begin = [*titles, view.word("print.activity-notes")]
        for page, title in zip(pages[2:5], begin, strict=True):
            assert page.startswith("".join(mark for mark in title if mark.isalnum())), guide.path.name


def test_nobody_reads_small_type(pack: list[Printed]) -> None:
    """The small pictures in the notes are for finding a slide, not for reading it."""
    for done in (done for done in pack if done.kind not in {"notes", *IMPOSED}):
        floor = 8.0 if KINDS[done.kind].audience == "student" or done.kind in READ_BY_PUPILS else 8.5
        assert min(letter_sizes(done.path)) >= floor, done.path.name


def test_what_pupils_read_is_ten_points(pack: list[Printed]) -> None:
    """Smaller letters are fine print: where a law stands, hours of a help line, the foot of the page, the top of a card."""
    for done in (done for done in pack if done.kind in PUPILS and not done.variant):
        sizes = letter_sizes(done.path)
        # On a page of pieces there are so few words that those of the foot are more.
        assert done.kind == "cut-outs" or sizes.most_common(1)[0][0] >= 10, done.path.name
        between = {size for size in sizes if 8.6 < size < 10}
        assert between <= {8.7, 8.9, 9.0}, "only the line above the title, and where a claim stands"


def test_a_row_of_a_table_stays_on_one_page(curriculum: Curriculum) -> None:
    rows = "\n".join(f"| begin{number}x {'many words here ' * 30} end{number}x | b |" for number in range(14))
    body = ACTIVITY.format(body=f"| one | two |\n|--|--|\n{rows}")
    pages = pages_of(printed(piece(with_body(curriculum, body), "handout")))
    assert len(pages) > 1
    for number in range(14):
        assert [f"begin{number}x" in page for page in pages] == [f"end{number}x" in page for page in pages]


def _cells(tree: Node) -> list[str]:
    return [plain(cell) for row in tree["rows"] for cell in row if cell]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_a_task_points_at_is_on_the_handout(curriculum: Curriculum, pack: list[Printed], language: str) -> None:
    """Every table, every story and every prompt to write, of every activity."""
    view = View(curriculum, curriculum.editions["kr"], language, "student")
    for lesson in view.lessons:
        handout = next(p for p in _of(pack, "handout") if (p.subject, p.language) == (lesson.id, language))
        read = "".join(pages_of(handout.path))
        tree = lesson_tree(view, lesson)
        blocks = [block for part in sections(tree.parts("activity")) for block in part["body"]]
        wanted = [cell for block in blocks if block["kind"] == "table" for cell in _cells(block)]
        wanted += [plain(block["prompt"]) for block in blocks if block["kind"] == "lines"]
        wanted += [plain(block["title"]) for block in blocks if is_part("scenario", "myth", "fact")(block)]
        assert len(wanted) > 12
        assert [words for words in wanted if "".join(filter(str.isalnum, words)) not in read] == [], lesson.id


def test_the_columns_of_an_activity_end_at_about_the_same_height() -> None:
    short, long = [para("word " * 60)], [para("word " * 60) for _ in range(2)]
    share = best_share(short, long)
    assert share < 50 < best_share(long, short)
    tall = sorted((height(short, share), height(long, 100 - share)))
    assert tall[1] - tall[0] <= 3


def test_a_long_list_goes_on_in_the_second_column_with_its_numbers() -> None:
    left, right = halves([listing([[para(f"item {number}")] for number in range(6)], ordered=True)])
    assert [len(block["items"]) for block in [*left, *right]] == [3, 3]
    assert right[0]["start"] == 4


def test_a_heading_goes_into_the_second_column_with_its_text() -> None:
    blocks = [para("word " * 50), heading(3, "Next"), para("word " * 50)]
    left, right = halves(blocks)
    assert [block["kind"] for block in right] in (["heading", "para"], ["para"]) and left[-1]["kind"] != "heading"
    assert [*left, *right] == blocks
