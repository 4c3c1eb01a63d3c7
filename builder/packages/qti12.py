"""An assessment in QTI 1.2 as the Common Cartridge 1.1 allows it, written so that converters and strict readers find the same key.

Learned from Moodle's and Canvas's importers and the published schema:
- each item says its type twice: `cc_profile` for the cartridge, `question_type` and `points_possible` for Canvas;
- feedback has the ident `<choice>_fb` and stands in a `flow_mat`, for Moodle passes over bare material;
- a condition with feedback of one choice has `continue="No"`: with "Yes" Moodle takes the text for feedback to everybody;
- with several right answers the key stands before those conditions, where a strict reader stops at it, and again after them, where
  Canvas takes each choice's weight from the last condition that names it. Only the first has `case="Yes"`, by which Moodle counts;
- all texts are HTML, because Moodle shows them as HTML whatever their type says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

from builder.packages.questions import (
    AnyQuestion,
    Bank,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from builder.packages.stand_ins import afterwards, pairs_as_choices, spellings, stem_html, steps_as_choices
from builder.packages.xmltree import document, node

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_RESPONSE = "response1"
_ASSESSMENT = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "qmd_hintspermitted": "No",
    "qmd_solutionspermitted": "No",
    "cc_maxattempts": "unlimited",
}


@dataclass(frozen=True)
class Item:
    """A question that the cartridge can hold, and the points for it: 1, or a part of what became several items."""

    question: ChoiceQuestion | ShortQuestion | OpenQuestion
    points: Fraction = Fraction(1)


def assessment(bank: Bank, questions: tuple[AnyQuestion, ...]) -> bytes:
    """The assessment file of the questions."""
    items = (_item(item) for question in questions for item in _items(bank, question))
    section = node("section", *items, ident="root_section")
    return document(
        node(
            "questestinterop",
            node("assessment", _metadata(_ASSESSMENT), section, ident=f"quiz-{bank.lesson.id}", title=bank.title),
            xmlns=NAMESPACE,
        )
    )


def _items(bank: Bank, question: AnyQuestion) -> Iterator[Item]:
    match question:
        case MatchQuestion():
            parts = pairs_as_choices(question)
        case OrderQuestion():
            parts = steps_as_choices(bank.view, question)
        case OpenQuestion():
            yield Item(question, Fraction(0))
            return
        case _:
            yield Item(question)
            return
    yield from (Item(part, Fraction(1, len(parts))) for part in parts)


def _item(item: Item) -> Element:
    question = item.question
    profile, canvas = _types(question)
    fields = {"cc_profile": profile, "question_type": canvas, "points_possible": f"{float(item.points):.4g}"}
    if isinstance(question, OpenQuestion):
        fields["qmd_computerscored"] = "No"
    general = afterwards(question)
    return node(
        "item",
        node("itemmetadata", _metadata(fields)),
        node("presentation", _material(stem_html(question)), _response(question)),
        node(
            "resprocessing",
            node("outcomes", node("decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")),
            _condition(node("other"), feedback="general_fb", goes_on="Yes") if general else None,
            *_conditions(question),
        ),
        _feedback("general_fb", general) if general else None,
        *_feedbacks(question),
        ident=question.id,
        title=question.id,
    )


def _types(question: AnyQuestion) -> tuple[str, str]:
    match question:
        case ChoiceQuestion(true_false=True):
            return "cc.true_false.v0p1", "true_false_question"
        case ChoiceQuestion(many=True):
            return "cc.multiple_response.v0p1", "multiple_answers_question"
        case ChoiceQuestion():
            return "cc.multiple_choice.v0p1", "multiple_choice_question"
        case ShortQuestion():
            return "cc.fib.v0p1", "short_answer_question"
        case _:
            return "cc.essay.v0p1", "essay_question"


def _metadata(fields: dict[str, str]) -> Element:
    return node(
        "qtimetadata",
        *(
            node("qtimetadatafield", node("fieldlabel", label), node("fieldentry", entry))
            for label, entry in fields.items()
        ),
    )


def _response(question: AnyQuestion) -> Element:
    if not isinstance(question, ChoiceQuestion):
        return node("response_str", node("render_fib", node("response_label", ident="answer1")), ident=_RESPONSE)
    labels = (node("response_label", _material(answer.said.html), ident=answer.id) for answer in question.answers)
    return node(
        "response_lid",
        node("render_choice", *labels),
        ident=_RESPONSE,
        rcardinality="Multiple" if question.many else "Single",
    )


def _conditions(question: AnyQuestion) -> Iterator[Element]:
    match question:
        case ChoiceQuestion(many=True):
            yield _key(question, case="Yes")
            yield from (_condition(_equal(answer.id), feedback=f"{answer.id}_fb") for answer in question.answers)
            yield _key(question, case="No")
        case ChoiceQuestion():
            for answer in question.answers:
                yield _condition(_equal(answer.id), feedback=f"{answer.id}_fb", scores=answer.right)
        case ShortQuestion():
            yield _condition(*map(_equal, spellings(question, decomposed=True)), feedback="correct_fb", scores=True)
            yield _condition(node("other"), feedback="general_incorrect_fb")
        case _:
            yield _condition(node("other"))


def _key(question: ChoiceQuestion, case: str) -> Element:
    """All right answers and no other."""
    parts = (
        _equal(answer.id, case) if answer.right else node("not", _equal(answer.id, case)) for answer in question.answers
    )
    return _condition(node("and", *parts), scores=True)


def _equal(text: str, case: str = "No") -> Element:
    return node("varequal", text, respident=_RESPONSE, case=case)


def _condition(*when: Element, feedback: str = "", scores: bool = False, goes_on: str = "No") -> Element:
    return node(
        "respcondition",
        node("conditionvar", *when),
        node("setvar", "100", action="Set", varname="SCORE") if scores else None,
        node("displayfeedback", feedbacktype="Response", linkrefid=feedback) if feedback else None,
        **{"continue": goes_on},
    )


def _feedbacks(question: AnyQuestion) -> Iterator[Element]:
    match question:
        case ChoiceQuestion():
            yield from (_feedback(f"{answer.id}_fb", answer.feedback.html) for answer in question.answers)
        case ShortQuestion():
            yield _feedback("correct_fb", question.feedback_right.html)
            yield _feedback("general_incorrect_fb", question.feedback_wrong.html)


def _feedback(ident: str, html: str) -> Element:
    return node("itemfeedback", node("flow_mat", _material(html)), ident=ident)


def _material(html: str) -> Element:
    return node("material", node("mattext", html, texttype="text/html"))
