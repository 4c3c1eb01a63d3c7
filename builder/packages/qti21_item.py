"""An item in QTI 2.1: what it declares, what it shows, and how a response is processed.

The mark is in `SCORE`, from 0 to 1. `FEEDBACK` holds the choices that were made, and each has a modal feedback of its name; `EXPLAIN`
shows what comes after any answer. Shares are whole numbers that are divided by the number of right answers, so that the key is exactly 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring

from builder.packages.questions import (
    Answer,
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    Said,
    ShortQuestion,
)
from builder.packages.stand_ins import afterwards, mixed, right_sides, spellings
from builder.packages.xmltree import document, node, prose

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def item(question: AnyQuestion, language: str) -> bytes:
    """The file of an item."""
    after = afterwards(question)
    return document(
        node(
            "assessmentItem",
            _response(question),
            *_outcomes(question, bool(after)),
            node("itemBody", *_body(question)),
            node("responseProcessing", *_processing(question), *([_sets("EXPLAIN", "explain")] if after else [])),
            *_feedbacks(question),
            _modal("EXPLAIN", "explain", after) if after else None,
            xmlns=NAMESPACE,
            identifier=identifier(question),
            title=question.id,
            adaptive="false",
            timeDependent="false",
            xml_lang=language,
        )
    )


def identifier(question: AnyQuestion) -> str:
    """The question's id as an identifier, which must begin with a letter."""
    return question.id if question.id[0].isalpha() else f"q-{question.id}"


def _response(question: AnyQuestion) -> Element:
    match question:
        case ChoiceQuestion(many=True):
            shares = {answer.id: 1 if answer.right else -1 for answer in question.answers}
            right = [answer.id for answer in question.answers if answer.right]
            return _declared("multiple", "identifier", right, shares if question.partial else {})
        case ChoiceQuestion():
            return _declared("single", "identifier", [answer.id for answer in question.answers if answer.right])
        case MatchQuestion():
            sides = {side.said.text: _right(side) for side in right_sides(question)}
            key = [f"{_left(pair.id)} {sides[pair.right.text]}" for pair in question.pairs]
            return _declared("multiple", "directedPair", key, dict.fromkeys(key, 1))
        case OrderQuestion():
            return _declared("ordered", "identifier", [step.id for step in question.steps])
        case ShortQuestion():
            accepted = dict.fromkeys(spellings(question, decomposed=True), 1)
            return _declared("single", "string", [question.accept[0]], accepted)
        case OpenQuestion():
            return _declared("single", "string", [])


def _declared(cardinality: str, base: str, right: Iterable[str], shares: dict[str, int] | None = None) -> Element:
    values = [node("value", value) for value in right]
    folds = {"caseSensitive": "false"} if base == "string" else {}
    entries = [node("mapEntry", mapKey=key, mappedValue=str(share), **folds) for key, share in (shares or {}).items()]
    return node(
        "responseDeclaration",
        node("correctResponse", *values) if values else None,
        node("mapping", *entries, lowerBound="0", defaultValue="0") if entries else None,
        identifier="RESPONSE",
        cardinality=cardinality,
        baseType=base,
    )


def _outcomes(question: AnyQuestion, explains: bool) -> Iterator[Element]:
    best = "0" if isinstance(question, OpenQuestion) else "1"
    for name, value in (("SCORE", "0"), ("MAXSCORE", best)):
        default = node("defaultValue", node("value", value))
        yield node("outcomeDeclaration", default, identifier=name, cardinality="single", baseType="float")
    if isinstance(question, ChoiceQuestion | ShortQuestion):
        many = isinstance(question, ChoiceQuestion) and question.many
        cardinality = "multiple" if many else "single"
        yield node("outcomeDeclaration", identifier="FEEDBACK", cardinality=cardinality, baseType="identifier")
    if explains:
        yield node("outcomeDeclaration", identifier="EXPLAIN", cardinality="single", baseType="identifier")


def _body(question: AnyQuestion) -> Iterator[Element]:
    match question:
        case ChoiceQuestion():
            choices = [prose("simpleChoice", answer.said, identifier=answer.id) for answer in question.answers]
            yield node(
                "choiceInteraction",
                _prompt(question),
                *choices,
                responseIdentifier="RESPONSE",
                shuffle="false" if question.fixed else "true",
                maxChoices="0" if question.many else "1",
            )
        case MatchQuestion():
            yield _matching(question)
        case OrderQuestion():
            steps = [prose("simpleChoice", step.said, identifier=step.id) for step in mixed(question.steps)]
            yield node("orderInteraction", _prompt(question), *steps, responseIdentifier="RESPONSE", shuffle="true")
        case ShortQuestion():
            yield prose("p", _asked(question))
            yield node("p", node("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="20"))
        case OpenQuestion():
            yield node("extendedTextInteraction", _prompt(question), responseIdentifier="RESPONSE")


def _matching(question: MatchQuestion) -> Element:
    """Each left side takes one; a right side may go to all. Players that do not shuffle show the rights mixed."""
    most = str(len(question.pairs))
    left = [_associable(_left(pair.id), pair.left, "1") for pair in question.pairs]
    right = [_associable(_right(side), side.said, most) for side in right_sides(question)]
    return node(
        "matchInteraction",
        _prompt(question),
        node("simpleMatchSet", *left),
        node("simpleMatchSet", *right),
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxAssociations=most,
    )


def _associable(identity: str, said: Said, most: str) -> Element:
    return prose("simpleAssociableChoice", said, identifier=identity, matchMax=most)


def _left(identity: str) -> str:
    return f"L-{identity}"


def _right(side: Answer) -> str:
    return f"R-{side.id}"


def _asked(question: AnyQuestion) -> Said:
    note = Said(question.note.text, f"<br/>{question.note.html}") if question.note else Said("", "")
    return question.stem + note


def _prompt(question: AnyQuestion) -> Element:
    return prose("prompt", _asked(question))


def _processing(question: AnyQuestion) -> Iterator[Element]:
    response = node("variable", identifier="RESPONSE")
    match question:
        case ChoiceQuestion():
            yield _shares(sum(answer.right for answer in question.answers)) if question.partial else _all_right()
            yield node("setOutcomeValue", response, identifier="FEEDBACK")
        case MatchQuestion():
            yield _shares(len(question.pairs))
        case OrderQuestion():
            yield from _places(question)
        case ShortQuestion():
            yield node("setOutcomeValue", node("mapResponse", identifier="RESPONSE"), identifier="SCORE")
            earned = node("gt", node("variable", identifier="SCORE"), node("baseValue", "0", baseType="float"))
            yield _either(earned, _sets("FEEDBACK", "right"), _sets("FEEDBACK", "wrong"))


def _places(question: OrderQuestion) -> Iterator[Element]:
    """One for each step that stands at its place, and the sum as a part of the whole."""
    for place, step in enumerate(question.steps, 1):
        there = node("index", node("variable", identifier="RESPONSE"), n=str(place))
        right = node("match", there, node("baseValue", step.id, baseType="identifier"))
        counts = node("setOutcomeValue", _score_and("sum", 1), identifier="SCORE")
        yield node("responseCondition", node("responseIf", right, counts))
    yield node("setOutcomeValue", _score_and("divide", len(question.steps)), identifier="SCORE")


def _score_and(operator: str, number: int) -> Element:
    return node(operator, node("variable", identifier="SCORE"), node("baseValue", str(number), baseType="float"))


def _shares(parts: int) -> Element:
    """The sum of the shares, never below nothing, as a part of the whole."""
    whole = node("baseValue", str(parts), baseType="float")
    return node(
        "setOutcomeValue", node("divide", node("mapResponse", identifier="RESPONSE"), whole), identifier="SCORE"
    )


def _all_right() -> Element:
    key = node("match", node("variable", identifier="RESPONSE"), node("correct", identifier="RESPONSE"))
    full, nothing = (
        node("setOutcomeValue", node("baseValue", mark, baseType="float"), identifier="SCORE") for mark in ("1", "0")
    )
    return _either(key, full, nothing)


def _either(condition: Element, then: Element, otherwise: Element) -> Element:
    return node("responseCondition", node("responseIf", condition, then), node("responseElse", otherwise))


def _sets(outcome: str, value: str) -> Element:
    return node("setOutcomeValue", node("baseValue", value, baseType="identifier"), identifier=outcome)


def _feedbacks(question: AnyQuestion) -> Iterator[Element]:
    match question:
        case ChoiceQuestion():
            yield from (_modal("FEEDBACK", a.id, f"<p>{a.feedback.html}</p>") for a in question.answers)
        case ShortQuestion():
            yield _modal("FEEDBACK", "right", f"<p>{question.feedback_right.html}</p>")
            yield _modal("FEEDBACK", "wrong", f"<p>{question.feedback_wrong.html}</p>")


def _modal(outcome: str, name: str, html: str) -> Element:
    made = fromstring(f"<modalFeedback>{html}</modalFeedback>")
    made.attrib.update(outcomeIdentifier=outcome, showHide="show", identifier=name)
    return made
