"""A teacher uploads the content into H5P: somebody else's reader takes the package, and every answer has its key and its reason."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from pyh5p.package import read_package

from builder.model.curriculum import Curriculum
from builder.packages import Bank, questions_for, target_of
from builder.packages.questions import AnyQuestion, ChoiceQuestion, MatchQuestion
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.packages.nasty import nasty_bank, seen

TARGET = target_of("h5p")


@pytest.fixture(params=["every", "nasty", "real"])
def banks(request: pytest.FixtureRequest, curriculum: Curriculum) -> list[Bank]:
    if request.param == "real":
        return real_banks(curriculum)
    made = {"every": every, "nasty": nasty_bank}[request.param]
    return [made(language) for language in LANGUAGES]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, attrs) in [(allowed, []) for allowed in ("p", "div", "em", "strong")], tag
        if tag in ("p", "div"):
            self.parts.append(" ")


def shown(html: str) -> str:
    """What a browser shows of a piece of HTML, which may hold paragraphs and emphasis and nothing else."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return seen("".join(reader.parts))


def entries(bank: Bank) -> list[dict[str, Any]]:
    package = read_package(TARGET.write(bank))
    assert package.is_content_only
    assert package.validate(require_content=True, allow_content_only=True) == []
    content = json.loads(package.files["content/content.json"])
    named = {entry["library"].rpartition(" ")[0] for entry in content["questions"]}
    declared = {found["machineName"] for found in package.metadata["preloadedDependencies"]}
    assert declared == {*named, "H5P.QuestionSet"}
    found: list[dict[str, Any]] = content["questions"]
    assert len({entry["subContentId"] for entry in found}) == len(found)
    return found


def test_every_answer_has_its_key_and_its_reason(banks: list[Bank]) -> None:
    for bank in banks:
        left = iter(entries(bank))
        for question in questions_for(TARGET, bank):
            hold(question, left)
        assert next(left, None) is None


def hold(question: AnyQuestion, left: Any) -> None:
    if isinstance(question, MatchQuestion):
        for pair in question.pairs:
            params = next(left)["params"]
            assert pair.left.text in shown(params["question"])
            assert [shown(a["text"]) for a in params["answers"] if a["correct"]] == [pair.right.text]
        return
    assert isinstance(question, ChoiceQuestion)
    params = next(left)["params"]
    note = f" {question.note.text}" if question.note else ""
    assert shown(params["question"]) == question.stem.text + note
    if question.true_false:
        right, wrong = (next(a for a in question.answers if a.right == side) for side in (True, False))
        assert params["correct"] == right.id
        assert params["behaviour"]["feedbackOnCorrect"].startswith(right.feedback.text)
        assert params["behaviour"]["feedbackOnWrong"].startswith(wrong.feedback.text)
        return
    found = [(shown(a["text"]), a["correct"], shown(a["tipsAndFeedback"]["chosenFeedback"])) for a in params["answers"]]
    assert found == [(a.said.text, a.right, a.feedback.text) for a in question.answers]
    assert params["behaviour"]["type"] == ("multi" if question.many else "single")
    assert params["behaviour"]["singlePoint"] is not question.partial
    assert params["behaviour"]["randomAnswers"] is not question.fixed


def test_a_korean_package_speaks_korean_throughout() -> None:
    package = read_package(TARGET.write(every("ko")))
    assert package.metadata["language"] == "ko"
    words = set(texts(json.loads(package.files["content/content.json"]), ""))
    assert not [
        text
        for text in words
        if text
        and not any("가" <= sign <= "힣" for sign in text)
        and any(
            sign.isalpha()
            for sign in text.replace("@score", "").replace("@total", "").replace("num", "").replace("total", "")
        )
    ]


_SILENT = {
    "library",
    "subContentId",
    "contentType",
    "title",
    "license",
    "licenseVersion",
    "type",
    "progressType",
    "correct",
}
"""Keys whose texts nobody is shown."""


def texts(value: Any, key: str) -> list[str]:
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in texts(inner, name)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner, key)]
    return [value] if isinstance(value, str) and key not in _SILENT else []
