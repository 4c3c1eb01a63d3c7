"""A pupil has only the worksheet: there is room to write, what is to be matched is mixed, and nothing is missing that a task needs."""

from __future__ import annotations

import pytest

from builder.handouts.cut_outs import cut_outs
from builder.handouts.lesson_tree import lesson_tree
from builder.handouts.nodes import Node, plain, walk
from builder.handouts.piece import Printed
from builder.model.curriculum import Curriculum
from builder.model.view import View
from tests.handouts.sheets import pages_of
from tests.handouts.small import LESSON, piece, printed, tags_of, text_of, with_body

ACTIVITY = (
    "/// activity | Talk\n    id: talk\n    minutes: 45\n    kind: {kind}\n    grouping: pairs\n\n{body}\n\n///\n"
)
TABLE = "| word | meaning |\n|--|--|\n| one | first |\n| two | second |\n| three | third |\n"
CUT = "/// cut-outs\n    task: {task}\n\n{table}\n///\n"


def _sheet(curriculum: Curriculum, body: str, kind: str = "learn") -> Node:
    return piece(with_body(curriculum, ACTIVITY.format(body=body, kind=kind)), "worksheet").tree


def _read(tree: Node) -> str:
    return " ".join(plain(node.get("body", [])) for node in walk(tree) if node["kind"] == "para")


def test_a_match_is_mixed_and_each_cell_is_still_there(curriculum: Curriculum) -> None:
    tree = _sheet(curriculum, CUT.format(task="match", table=TABLE))
    table = next(node for node in walk(tree) if node["kind"] == "table")
    firsts = [plain(row[0]) for row in table["rows"]]
    meanings = [plain(row[2]) for row in table["rows"]]
    assert firsts == ["one", "two", "three"]
    assert [meaning[:2] for meaning in meanings] == ["A ", "B ", "C "]
    assert sorted(meaning[2:] for meaning in meanings) == ["first", "second", "third"]
    assert [meaning[2:] for meaning in meanings] != ["first", "second", "third"]


def test_what_a_task_does_not_need_stays_on_the_handout(curriculum: Curriculum) -> None:
    body = "Just talk.\n\nThis leads:\n\n| a | b |\n|--|--|\n| c | |\n\nThis comes after.\n"
    read = _read(_sheet(curriculum, body))
    assert "This leads" in read and "Just talk" not in read and "comes after" not in read


def test_a_story_comes_along_with_its_task(curriculum: Curriculum) -> None:
    body = "/// scenario | Story\n\nIt happened.\n\n///\n\n/// write | My line\n    lines: 2\n\n///\n"
    assert "It happened." in _read(_sheet(curriculum, body))


def test_the_closing_lines_are_the_pupil_s_own_first_steps(curriculum: Curriculum) -> None:
    body = "/// write | My plan\n    lines: 2\n\n///\n"
    changed = with_body(
        curriculum,
        ACTIVITY.format(body=body, kind="learn")
        + ACTIVITY.format(body=body.replace("plan", "end"), kind="close").replace("talk", "end"),
    )
    box = next(
        n for n in walk(piece(changed, "worksheet").tree) if n["kind"] == "section" and n["role"] == "first-steps"
    )
    assert [plain(n["prompt"]) for n in walk(box) if n["kind"] == "lines"] == ["My end"]


def test_a_lesson_without_a_close_still_lets_a_pupil_write_whom_to_tell(curriculum: Curriculum) -> None:
    read = text_of(
        printed(
            piece(
                with_body(curriculum, ACTIVITY.format(body="/// write | A\n    lines: 1\n\n///\n", kind="learn")),
                "worksheet",
            )
        )
    )
    assert "The adult I tell first:" in read and "1388" in read


def test_a_lesson_without_a_pencil_has_no_worksheet(curriculum: Curriculum) -> None:
    with pytest.raises(StopIteration):
        _sheet(curriculum, "Just talk.")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_task_with_a_pencil_is_on_the_worksheet(
    curriculum: Curriculum, pack: list[Printed], language: str
) -> None:
    view = View(curriculum, curriculum.editions["kr"], language, "student")
    for lesson in view.lessons:
        sheet = next(p for p in pack if (p.subject, p.kind, p.language) == (lesson.id, "worksheet", language))
        read = "".join(pages_of(sheet.path))
        tree = lesson_tree(view, lesson)
        prompts = [plain(n["prompt"]) for n in walk(tree.parts("activity")) if n["kind"] == "lines"]
        tables = [
            n for n in walk(tree.parts("activity")) if n["kind"] == "table" and any(not c for r in n["rows"] for c in r)
        ]
        wanted = [*prompts, *(plain(row[0]) for t in tables for row in t["rows"])]
        assert len(wanted) > 8
        shown = ["".join(filter(str.isalnum, words)) for words in wanted]
        close = [
            "".join(filter(str.isalnum, plain(n)))
            for part in tree.parts("activity")
            if part["marks"]["kind"] == "close"
            for t in walk(part["body"])
            if t["kind"] == "table"
            for r in t["rows"]
            for n in r
        ]
        assert [words for words in shown if words not in read and words not in close] == [], lesson.id


def test_pieces_are_mixed_and_none_is_lost(curriculum: Curriculum) -> None:
    changed = with_body(curriculum, ACTIVITY.format(body=CUT.format(task="match", table=TABLE), kind="learn"))
    made = next(n for n in piece(changed, "cut-outs").tree["sets"] if plain(n["title"]) == "Talk")
    words = [plain(part["body"]) for part in made["pieces"]]
    assert sorted(words) == sorted(["one", "two", "three", "first", "second", "third"])
    assert words != ["one", "two", "three", "first", "second", "third"]
    assert {plain(part["body"]) for part in made["pieces"] if part["leads"]} == {"one", "two", "three"}


def test_steps_are_cut_out_without_the_letter_and_the_number(curriculum: Curriculum) -> None:
    table = "| | step | my number |\n|--|--|--|\n| A | Wash up. | |\n| B | Sit down. | |\n"
    changed = with_body(curriculum, ACTIVITY.format(body=CUT.format(task="order", table=table), kind="learn"))
    view = View(changed, changed.editions["kr"], "en", "student")
    made = cut_outs(view, changed.lessons[LESSON, "en"], lesson_tree(view, changed.lessons[LESSON, "en"]))
    assert made is not None
    assert {plain(part["body"]) for part in made.tree["sets"][0]["pieces"]} == {"Wash up.", "Sit down."}


def test_each_set_begins_a_page(pack: list[Printed], curriculum: Curriculum) -> None:
    for done in (done for done in pack if done.kind == "cut-outs"):
        assert done.pages == tags_of(done.path.read_bytes()).count("H2"), done.path.name
