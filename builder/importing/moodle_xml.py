"""Reading Moodle XML: the question types that a quiz can hold, with feedback, hints and tags.

Source: Moodle's documentation of the format and its importer (question/format/xml).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from builder.importing.draft import LOST, NOT_READ, UNCLEAR, UNKNOWN_TYPE, Draft, noticed
from builder.importing.gift import letter, unescaped
from builder.importing.ours import parted, with_reasons, with_tags
from builder.importing.plain import from_html, literal
from builder.importing.xml_tree import Element, NotXml, parse
from builder.model.finding import Finding

Keys = dict[str, Any]


class _Unclear(Exception):
    """A question whose key cannot be read; the message says why."""


def read(path: str, text: str) -> tuple[list[Draft], list[Finding]]:
    """The drafts of a Moodle XML file, and what could not be read of it."""
    try:
        root = parse(text)
    except NotXml as fault:
        return [], [noticed(NOT_READ, path, fault.line, f"this is no XML that can be read: {fault}", fault.column)]
    if root.tag != "quiz":
        return [], [noticed(NOT_READ, path, root.line, f"this XML begins with <{root.tag}>, and Moodle's with <quiz>")]
    drafts: list[Draft] = []
    findings: list[Finding] = []
    for question in root.all("question"):
        kind = question.attributes.get("type", "")
        if kind == "category":
            continue
        if kind not in _READERS:
            findings.append(
                noticed(UNKNOWN_TYPE, path, question.line, f'a question of the type "{kind}" is no type of item')
            )
            continue
        try:
            draft = _Question(question).draft(_READERS[kind])
        except _Unclear as unclear:
            findings.append(noticed(UNCLEAR, path, question.line, str(unclear)))
            continue
        findings.extend(noticed(LOST, path, question.line, lost) for lost in draft.lost)
        drafts.append(draft)
    return drafts, findings


class _Question:
    """A question on its way to a draft."""

    def __init__(self, element: Element) -> None:
        self.element = element
        name = element.said("idnumber") or element.said("name", "text")
        self._draft = Draft({"id": name}, element.line)

    def draft(self, read_answers: Callable[[_Question], Keys]) -> Draft:
        """The draft with the keys that all types share, and those of its answers."""
        stem = self.said("questiontext")
        if not stem:
            raise _Unclear("this question has no text")
        answers = read_answers(self)
        general = self.element.first("generalfeedback")
        explain, rows = parted(general.said("text")) if general else ("", [])
        self._draft.keys.update({**answers, "stem": stem})
        self._draft.keys["explain"] = self.text_of(general, explain) if general else ""
        with_reasons(self._draft.keys, rows)
        hints = [said for hint in self.element.all("hint") if (said := self.text_of(hint))]
        if hints:
            self._draft.keys["hint"] = " ".join(hints)
        tags = self.element.first("tags")
        with_tags(self._draft.keys, [tag.said("text") for tag in tags.all("tag")] if tags else [])
        return self._draft

    def said(self, *tags: str) -> str:
        """The text of an element of the question as an author writes it."""
        found: Element | None = self.element
        for tag in tags:
            found = found.first(tag) if found else None
        return self.text_of(found) if found else ""

    def text_of(self, element: Element, text: str | None = None) -> str:
        """The text of an element that has a format, or a part of it; pictures stay behind, and the draft says so."""
        text = element.said("text") if text is None else text
        if element.attributes.get("format", "html") in ("plain_text", "markdown"):
            return literal(text)
        said, pictures = from_html(text)
        if (pictures or element.first("file")) and not self._draft.lost:
            self._draft.lost.append("a picture, film or formula of this question did not come along")
        return said

    def feedback_of(self, element: Element) -> str:
        """The feedback of an answer."""
        found = element.first("feedback")
        return self.text_of(found) if found else ""


def _fraction(answer: Element) -> float:
    try:
        return float(answer.attributes.get("fraction", "0"))
    except ValueError:
        raise _Unclear(f'the fraction "{answer.attributes["fraction"]}" is no number') from None


def _choice(question: _Question) -> Keys:
    answers = list(question.element.all("answer"))
    single = question.element.said("single") not in ("false", "0")
    rights = [_fraction(answer) == 100 if single else _fraction(answer) > 0 for answer in answers]
    if not any(rights):
        raise _Unclear("none of its answers is right")
    options: list[Keys] = []
    for place, (answer, right) in enumerate(zip(answers, rights, strict=True)):
        option: Keys = {"id": letter(place), "text": question.text_of(answer)}
        options.append({**option, **({"correct": True} if right else {}), "feedback": question.feedback_of(answer)})
    if single and sum(rights) == 1:
        return {"type": "single", "options": options}
    return {"type": "multi", "options": options, "scoring": "partial"}


def _true_false(question: _Question) -> Keys:
    keys: Keys = {"type": "true-false"}
    for answer in question.element.all("answer"):
        word = answer.said("text").lower()
        keys[f"feedback_{word}"] = question.feedback_of(answer)
        if _fraction(answer) > 0:
            keys["answer"] = word == "true"
    if "answer" not in keys:
        raise _Unclear("it says neither true nor false")
    return keys


def _match(question: _Question) -> Keys:
    pairs: list[Keys] = []
    extra: list[Keys] = []
    for place, part in enumerate(question.element.all("subquestion")):
        left, right = question.text_of(part), from_html(part.said("answer", "text"))[0]
        if left:
            pairs.append({"id": letter(place), "left": left, "right": right})
        else:
            extra.append({"id": letter(place), "text": right})
    return {"type": "match", "pairs": pairs, **({"extra": extra} if extra else {})}


def _short(question: _Question) -> Keys:
    answers = list(question.element.all("answer"))
    right = [answer for answer in answers if _fraction(answer) == 100]
    if not right:
        raise _Unclear("none of its spellings earns the full mark")
    other = next((answer for answer in answers if answer.said("text") == "*"), None)
    spellings = dict.fromkeys(unescaped(literal(answer.said("text"))) for answer in right)
    return {
        "type": "short",
        "accept": list(spellings),
        "feedback_right": question.feedback_of(right[0]),
        "feedback_wrong": question.feedback_of(other) if other else "",
    }


def _order(question: _Question) -> Keys:
    steps = [{"id": letter(n), "text": question.text_of(a)} for n, a in enumerate(question.element.all("answer"))]
    return {"type": "order", "steps": steps}


def _open(question: _Question) -> Keys:
    grader = question.element.first("graderinfo")
    if grader and parted(grader.said("text"))[1]:
        return {"type": "reflect", "pointers": []}  # the general feedback has them, too
    pointers = question.said("graderinfo")
    return {"type": "reflect", "pointers": [pointers] if pointers else []}


_READERS: dict[str, Callable[[_Question], Keys]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "matching": _match,
    "match": _match,
    "shortanswer": _short,
    "ordering": _order,
    "essay": _open,
}
