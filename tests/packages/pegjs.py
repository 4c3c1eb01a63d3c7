"""What the foreign grammar `gift-pegjs` reads in a GIFT file, as questions to be marked."""

from __future__ import annotations

from typing import Any

from tests.packages.moodle import Answer, MoodleQuestion

_HELD = {"&&092;": "\\", "&&058;": ":", "&&035;": "#", "&&061;": "=", "&&123;": "{", "&&125;": "}", "&&126;": "~"}
"""Its own marks for escaped signs: it takes them back everywhere but on the right side of a pair."""


def questions(parsed: list[dict[str, Any]]) -> list[MoodleQuestion]:
    """The questions of the parser's answer, categories left out."""
    return [_question(found) for found in parsed if found["type"] != "Category"]


def _question(found: dict[str, Any]) -> MoodleQuestion:
    assert found["stem"]["format"] == "html"
    assert not found["hasEmbeddedAnswers"]
    question = MoodleQuestion(
        "", found["id"] or "", found["stem"]["text"], _text(found["globalFeedback"]), tags=found["tags"] or []
    )
    match found["type"]:
        case "MC":
            question.kind = "multichoice"
            question.single = all(choice["weight"] is None for choice in found["choices"])
            question.answers = [_choice(choice) for choice in found["choices"]]
        case "TF":
            question.kind = "truefalse"
            # What it calls the feedback of *true* is the first of the two, which Moodle shows to who was wrong.
            wrong, right = _text(found["trueFeedback"]), _text(found["falseFeedback"])
            true = found["isTrue"]
            question.answers = [
                Answer("true", float(true), right if true else wrong),
                Answer("false", float(not true), wrong if true else right),
            ]
        case "Short":
            question.kind = "shortanswer"
            question.answers = [_choice(choice) for choice in found["choices"]]
        case "Matching":
            question.kind = "match"
            question.pairs = [(pair["subquestion"]["text"], _unheld(pair["subanswer"])) for pair in found["matchPairs"]]
        case "Essay":
            question.kind = "essay"
        case other:
            raise AssertionError(f"{question.id} is read as {other}")
    return question


def _choice(choice: dict[str, Any]) -> Answer:
    weight = choice["weight"]
    fraction = float(choice["isCorrect"]) if weight is None else weight / 100
    return Answer(choice["text"]["text"], fraction, _text(choice["feedback"]))


def _text(found: dict[str, Any] | None) -> str:
    return str(found["text"]) if found else ""


def _unheld(text: str) -> str:
    for held, sign in _HELD.items():
        text = text.replace(held, sign)
    return text
