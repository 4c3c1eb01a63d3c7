"""An author types a number: statistics, money, penalties and telephone numbers are found; what belongs to a lesson is not."""

from __future__ import annotations

from datetime import date

import pytest

from builder.check import check
from builder.read import read_curriculum
from tests.check.laying import BASE, lay

TODAY = date(2026, 11, 22)

ENGLISH_TYPED = [
    "Girls are 94 percent of those who were helped.",
    "About 54.8% said so.",
    "Almost ninety per cent? No: ten per cent said so.",
    "Police counted 1,202 cases.",
    "In 2024 there were 682 suspects.",
    "There were 3 arrests at two schools.",
    "A list of 500 schools went round.",
    "Two thousand people signed.",
    "More than 10,000 images were removed.",
    "They removed 300 sexual pictures.",
    "One in ten pupils has seen one.",
    "3 out of 4 teenagers said so.",
    "A fine of $5,000 is possible.",
    "The fine is 50 million won.",
    "It can mean seven years in prison.",
    "You may get 5 years' imprisonment.",
    "He was sentenced to 18 months.",
    "Prison for up to seven years can follow.",
    "A five-year prison sentence can follow.",
]
ENGLISH_FINE = [
    "You have 5 minutes.", "A 14-year-old asks.", "Pupils of 11 to 18 read it.", "Work in groups of 4 pupils.", "Do step 3, then 4.",
    "In November 2024 the ministry asked pupils.", "Read lines 1 to 6 on page 12.", "Write 3 lines.", "Show 0 to 4 fingers.",
    "The 20-minute version has four activities.", "It began in 2024 and changed in 2025.", "The lesson is at 10:30 in room 204.",
    "Six weeks on, ask again.", "Two people in the chat said no.", "Give 5 reasons.", "A class of 25 pupils fits.",
    "Use 6 cards and 3 pictures.", "Article 14-2, paragraph 4 says so.", "A sentence has ten words.", "Sentence one: what the law says.",
    "She is under 19.", "Write it in one or two sentences.", "Deletion takes 2 weeks.", "24/7 help is there.", "Version 4.0 (CC BY 4.0).",
    "One of the ten reasons is fear.", "Say it in ten words.", "You can count to ten in five seconds.",
]  # fmt: skip
KOREAN_TYPED = [
    "학생의 54.8퍼센트가 그래요.", "94%가 여성이에요.", "오십 퍼센트가 그래요.", "경찰은 1,202건을 접수했어요.", "682명이 붙잡혔어요.",
    "사진 300장을 지웠어요.", "피해 학교가 500개교예요.", "천 명이 서명했어요.", "수백 명이 모였어요.", "3만 명이 봤어요.",
    "5천만 원 이하의 벌금이에요.", "벌금 오천만 원이에요.", "50만원을 요구했어요.", "7년 이하의 징역이에요.", "징역 5년을 받아요.",
    "칠 년 이하예요.", "6개월 이상의 징역이에요.", "열 명 중 세 명이 봤어요.", "3건이 신고됐어요.",
]  # fmt: skip
KOREAN_FINE = [
    "5분 동안 써요.", "14세 학생이 물어요.", "11세부터 18세까지예요.", "4명씩 앉아요.", "카드 6장을 펴요.", "2024년 11월에 물었어요.",
    "1번부터 6번까지 읽어요.", "손가락 0개에서 4개로 보여요.", "20분 수업이에요.", "중고등학교 1~2학년에게 물었어요.", "한 명이 말해요.",
    "두 사람이 읽어요.", "제14조의2 제4항이에요.", "만 14세가 되기 전이에요.", "만들기와 퍼뜨리기예요.", "6주 뒤에 다시 해요.",
    "20대 여성들이 두려워했어요.", "다섯 가지 핑계예요.", "2주 뒤에 확인해요.", "24시간 열려 있어요.", "천천히 읽어요. 천 가지 이유가 있어요.",
    "3학년 2반 교실이에요.", "한 건도 없어요.", "프로그램을 열어요. 2프로젝트가 아니에요.", "만 원짜리가 아니에요.",
]  # fmt: skip
PHONES = [
    "Call 119 now.",
    "Dial 2244-6688.",
    "Ring 0808 80 80.",
    "The office is 02-345-6789.",
    "Text +82 10 1234 5678.",
    "Try 010-1234-5678.",
    "Use 1577-1234.",
]
NO_PHONES = ["On page 119 it says so.", "Part 119 is last.", "It takes 119 minutes.", "Room 119 is free.", "Weeks 10-17 are busy.", "In 2024-2025 it changed.", "119 words are enough."]  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules found by sentence; all sentences stand in one lesson, a paragraph each."""
    by_line: dict[str, set[str]] = {}
    for language, texts in (
        ("en", [*ENGLISH_TYPED, *ENGLISH_FINE, *PHONES, *NO_PHONES]),
        ("ko", [*KOREAN_TYPED, *KOREAN_FINE]),
    ):
        root = lay(BASE / "nothing", tmp_path_factory.mktemp(language) / "curriculum")
        lesson = root / f"lessons/asking/ask-first.{language}.md"
        lesson.write_text(lesson.read_text(encoding="utf-8") + "\n" + "\n\n".join(texts) + "\n", encoding="utf-8")
        reading = read_curriculum(root)
        lines = reading.sources[f"lessons/asking/ask-first.{language}.md"].lines
        by_line.update({text: set() for text in texts})
        for finding in check(reading, TODAY):
            if finding.rule.id in ("N001", "N002"):
                by_line[lines[finding.place.line - 1]].add(finding.rule.id)
    return by_line


@pytest.mark.parametrize("text", [*ENGLISH_TYPED, *KOREAN_TYPED])
def test_a_typed_number_is_found(text: str, found: dict[str, set[str]]) -> None:
    assert found[text] == {"N001"}


@pytest.mark.parametrize("text", PHONES)
def test_a_typed_telephone_number_is_found(text: str, found: dict[str, set[str]]) -> None:
    assert found[text] == {"N002"}


@pytest.mark.parametrize("text", [*ENGLISH_FINE, *KOREAN_FINE, *NO_PHONES])
def test_what_belongs_to_a_lesson_is_left_alone(text: str, found: dict[str, set[str]]) -> None:
    assert found[text] == set()
