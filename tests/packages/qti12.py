"""Reads the assessment of a Common Cartridge three times: as the specification says, as Moodle's restore does, as Canvas's import does.

These readers are ours, written from the QTI 1.2 specification (response processing) and from what can be read of both importers
(`backup/cc/entity11.quiz.class.php`; `qti_exporter`): neither of them evaluates the conditions, each looks for shapes it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.packages.moodle import Answer, MoodleQuestion

_Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def items(assessment: bytes) -> list[Element]:
    """The items of an assessment file, without the namespace in their names."""
    root = ElementTree.fromstring(assessment)
    for element in root.iter():
        assert element.tag.startswith(_Q), element.tag
        element.tag = element.tag.removeprefix(_Q)
    return root.findall("assessment/section/item")


def metadata(item: Element) -> dict[str, str]:
    """The fields of an item's metadata."""
    fields = item.findall("itemmetadata/qtimetadata/qtimetadatafield")
    return {field.findtext("fieldlabel", ""): field.findtext("fieldentry", "") for field in fields}


def feedback_text(item: Element, ident: str) -> str:
    """The HTML of a feedback: what stands in a `flow_mat`."""
    found = item.findall(f"itemfeedback[@ident='{ident}']/flow_mat/material/mattext")
    assert len(found) == 1, f"{item.get('ident')}: feedback {ident}"
    assert found[0].get("texttype") == "text/html"
    return found[0].text or ""


# --- as the specification says ---


@dataclass
class Outcome:
    """What response processing ends with."""

    score: float
    feedback: list[str]


def process(item: Element, response: Iterable[str]) -> Outcome:
    """Every condition in turn; one that holds and does not go on is the last."""
    chosen = list(response)
    outcome = Outcome(float(item.findtext("resprocessing/outcomes/decvar[@defaultval]", "0")), [])
    for condition in item.findall("resprocessing/respcondition"):
        if not any(_holds(test, chosen) for test in condition.find("conditionvar") or ()):
            continue
        for setvar in condition.findall("setvar"):
            assert (setvar.get("action"), setvar.get("varname")) == ("Set", "SCORE")
            outcome.score = float(setvar.text or "")
        outcome.feedback += [shown.get("linkrefid", "") for shown in condition.findall("displayfeedback")]
        if condition.get("continue") == "No":
            break
    return outcome


def _holds(test: Element, chosen: list[str]) -> bool:
    match test.tag:
        case "varequal":
            key = test.text or ""
            if test.get("case") == "No":
                return key.casefold() in [response.casefold() for response in chosen]
            return key in chosen
        case "and":
            return all(_holds(part, chosen) for part in test)
        case "not":
            return not _holds(test[0], chosen)
        case "other":
            return True  # whatever held before it and did not go on was the last
    raise AssertionError(f"a test of another kind: {test.tag}")


# --- as Moodle's restore does ---

_MOODLE_KINDS = {
    "cc.multiple_choice.v0p1": "multichoice",
    "cc.multiple_response.v0p1": "multichoice",
    "cc.true_false.v0p1": "truefalse",
    "cc.fib.v0p1": "shortanswer",
    "cc.essay.v0p1": "essay",
}


def moodle_question(item: Element) -> MoodleQuestion:
    """What Moodle makes of an item."""
    profile = metadata(item)["cc_profile"]
    question = MoodleQuestion(
        _MOODLE_KINDS[profile],
        item.get("ident", ""),
        item.findtext("presentation/material/mattext", ""),
        " ".join(
            feedback_text(item, shown)
            for condition in item.findall("resprocessing/respcondition[@continue='Yes']")
            for shown in _shown(condition)
        ),
        single=profile != "cc.multiple_response.v0p1",
    )
    if question.kind == "shortanswer":
        first = next(c for c in item.findall("resprocessing/respcondition") if c.findtext("setvar") == "100")
        question.answers = [Answer(test.text or "", 1, "") for test in first.findall("conditionvar/varequal")]
    elif question.kind != "essay":
        question.answers = [_moodle_answer(item, label, question) for label in item.iter("response_label")]
    return question


def _shown(condition: Element) -> list[str]:
    return [shown.get("linkrefid", "") for shown in condition.findall("displayfeedback")]


def _moodle_answer(item: Element, label: Element, question: MoodleQuestion) -> Answer:
    ident = label.get("ident", "")
    feedback, score = [], 0.0
    for condition in item.findall("resprocessing/respcondition"):
        if (condition.findtext("conditionvar/varequal") or "").lower() == ident.lower():
            feedback += [feedback_text(item, shown) for shown in _shown(condition)]
            score = float(condition.findtext("setvar", "") not in ("", "0"))
    if not question.single:
        counted = [
            test.text
            for condition in item.findall("resprocessing/respcondition")
            if condition.findtext("setvar") == "100"
            for test in _outside_not(condition)
            if test.get("case") == "Yes"
        ]
        score = round(1 / len(counted), 7) if ident in counted else score
    if question.kind == "truefalse":
        assert ident in ("true", "false"), "Moodle would throw an exception"
        return Answer(ident, score, " ".join(feedback))
    return Answer(label.findtext("material/mattext", ""), score, " ".join(feedback))


def _outside_not(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == "varequal":
            yield child
        elif child.tag != "not":
            yield from _outside_not(child)


# --- as Canvas's import does ---


def canvas_weights(item: Element) -> tuple[dict[str, bool], dict[str, str]]:
    """Which choices are right, and the feedback of each: the last condition that names a choice decides its weight, the first its feedback."""
    right: dict[str, bool] = {label.get("ident", ""): False for label in item.iter("response_label")}
    feedback: dict[str, str] = {}
    for condition in item.findall("resprocessing/respcondition"):
        scores = float(condition.findtext("setvar", "0")) > 0
        both = condition.findall("conditionvar/and/varequal")
        single = condition.findall("conditionvar/varequal")[:1]
        for test in both or single:
            ident = test.text or ""
            right[ident] = bool(both) or scores
            for shown in _shown(condition)[:1]:
                feedback.setdefault(ident, feedback_text(item, shown))
    return right, feedback
