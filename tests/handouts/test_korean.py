"""Korean on paper: lines end between words, and a reader who searches finds plain words."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from builder.handouts.korean import JOINER, keep_words
from builder.handouts.nodes import node, plain
from builder.handouts.piece import Printed
from builder.model.curriculum import Curriculum
from tests.handouts.small import lines_of, piece, printed, text_of, with_body

STORY = (
    "하늘이는 열다섯 살이고 핸드볼부예요. **말을 더듬는** 편이라 전화를 정말 싫어해요. 목요일 밤에 모르는 계정이 메시지를 보냈어요. "
    "하늘이 얼굴이 들어간 **딥페이크(deepfake)**가 있대요. 12세 동생은 ‘가짜’라고 말했지만 AI가 만든 것도 상처를 남겨요. "
)
BODY = f"/// activity | 이야기\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n/// scenario | 밤에 온 메시지\n\n{STORY * 6}\n\n///\n\n///\n"


def test_no_line_ends_inside_a_word(curriculum: Curriculum) -> None:
    """Every word of every line is a word of the story; the story is long enough to wrap some thirty lines."""
    pdf = printed(piece(with_body(curriculum, BODY, "ko"), "handout", "ko"))
    words = set(re.sub(r"\*\*", "", STORY).split())
    lines = [line.split() for line in lines_of(pdf)]
    ours = [line for line in lines if len(line) > 4 and sum(word in words for word in line) >= 3]
    assert len(ours) >= 10
    assert {word for line in ours for word in line} <= words


def test_without_joiners_lines_would_end_inside_words(curriculum: Curriculum, monkeypatch: object) -> None:
    """The test above can fail: this is how the typesetter breaks Korean by itself."""
    import pytest

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.handouts.press.keep_words", lambda tree: tree)
        pdf = printed(piece(with_body(curriculum, BODY, "ko"), "handout", "ko"))
    words = set(re.sub(r"\*\*", "", STORY).split())
    ours = [line.split() for line in lines_of(pdf) if sum(word in words for word in line.split()) >= 3]
    assert {word for line in ours for word in line} - words


def test_a_reader_finds_plain_words(curriculum: Curriculum, pack: list[Printed]) -> None:
    assert "성적인" in text_of(next(p.path for p in pack if p.language == "ko" and p.kind == "handout"))
    for done in pack:
        assert JOINER not in text_of(done.path), done.path.name


def test_no_joiner_is_left_in_bookmarks_and_names_of_links(pack: list[Printed]) -> None:
    for done in (done for done in pack if done.language == "ko"):
        with pikepdf.open(done.path) as pdf:
            strings = [found for thing in pdf.objects for found in _strings(thing)]
        assert len(strings) > 5, "there are bookmarks"
        assert not [text for text in strings if JOINER in text], done.path.name


def _strings(thing: object) -> list[str]:
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Stream):
        return []
    if isinstance(thing, pikepdf.Dictionary):
        return [text for value in thing.as_dict().values() if not _elsewhere(value) for text in _strings(value)]
    if isinstance(thing, pikepdf.Array):
        return [text for value in thing.as_list() if not _elsewhere(value) for text in _strings(value)]
    return []


def _elsewhere(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


@given(st.text(alphabet="가나다힣 aB1,.·/()“”~\n漢", max_size=60))
def test_joiners_add_nothing_and_take_nothing_away(text: str) -> None:
    assert keep_words(text).replace(JOINER, "") == text


@given(st.lists(st.text(alphabet="가나 a1.", min_size=1, max_size=6), min_size=1, max_size=6))
def test_words_that_change_their_dress_stay_whole(runs: list[str]) -> None:
    body = [node("strong", body=[run]) if at % 2 else run for at, run in enumerate(runs)]
    kept = plain(keep_words(body))
    assert kept.replace(JOINER, "") == "".join(runs)
    for before, after in re.findall(r"(?=([^\s\u2060])([^\s\u2060]))", kept):
        assert not re.match("[가-힣]", before), "a syllable inside a word is followed by a joiner"
        assert not re.match("[가-힣]", after) or before in ".", (before, after)


def test_a_very_long_word_may_break_rather_than_leave_the_page() -> None:
    assert keep_words("가" * 40) == "가" * 40
    assert JOINER in keep_words("만들기·퍼뜨리기·가지고있기·부탁하기·협박하기"), (
        "parts between dots are words of their own"
    )


def test_english_is_left_alone() -> None:
    tree = {"kind": "para", "body": ["Plain words, ", node("strong", body=["bold"]), "."]}
    assert keep_words(tree) == tree


def test_the_output_opens_as_a_pdf(curriculum: Curriculum) -> None:
    with pikepdf.open(BytesIO(printed(piece(curriculum, "quiz", "ko")))) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_circled_letters_of_worksheets_are_drawn(curriculum: Curriculum) -> None:
    body = BODY.replace(STORY * 6, "순서는 ㉠, ㉡, ㉮예요. ㉠은 첫째예요.")
    read = text_of(printed(piece(with_body(curriculum, body, "ko"), "handout", "ko")))
    assert "순서는ㄱ,ㄴ,가예요.ㄱ은첫째예요." in read.replace(" ", "")
