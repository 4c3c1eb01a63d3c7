"""Reads and marks as Moodle does, as far as its importers and question types can be read in their published source.

This reader is ours: nobody else's program stands behind it. It was written from the rules of `question/format/xml`, `question/format/gift`,
`question/format.php` (fractions, ids) and `question/type/*` (marking), and it refuses what Moodle refuses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree

from bs4 import BeautifulSoup

FRACTIONS = (
    1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571, 0.125,
    0.1111111, 0.1, 0.05, 0,
)  # fmt: skip
"""The grade options of Moodle, of which each may also be negative."""


@cache
def shown(html: str) -> str:
    """What a pupil reads of an HTML text, white space as one space."""
    soup = BeautifulSoup(f"<body>{html}</body>", "html5lib")
    for block in soup.find_all(["p", "li", "br"]):
        block.append(" ")
    return " ".join(soup.get_text().split())


@cache
def normal(html: str) -> str:
    """An HTML text as a browser would write it, to compare two that say the same."""
    return str(BeautifulSoup(f"<body>{html}</body>", "html5lib").body)


@dataclass
class Answer:
    """An answer as stored: HTML, or plain text for what is typed."""

    text: str
    fraction: float
    feedback: str


@dataclass
class MoodleQuestion:
    """A question as Moodle stores it."""

    kind: str
    id: str
    stem: str
    general: str
    answers: list[Answer] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    single: bool = True
    shuffle: bool = True
    hints: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    mark: float = 1
    category: str = ""
    grader: str = ""

    def chosen(self, numbers: Iterable[int]) -> float:
        """The mark for choosing these answers, of `multichoice` and `truefalse`."""
        return min(1.0, max(0.0, sum(self.answers[number].fraction for number in numbers)))

    def typed(self, text: str) -> Answer | None:
        """The answer that a typed text is taken for: the first that fits, with `*` as a wildcard, case aside, in NFC."""
        return next((answer for answer in self.answers if _fits(answer.text, text)), None)

    @property
    def choices(self) -> set[str]:
        """What can be chosen beside each text of a `match`: equal texts are one choice."""
        return {right for _, right in self.pairs}

    def matched(self, chosen: dict[str, str]) -> float:
        """The mark for a choice beside each text on the left."""
        asked = [(left, right) for left, right in self.pairs if left]
        return sum(chosen.get(left) == right for left, right in asked) / len(asked)


def _fits(pattern: str, typed: str) -> bool:
    bits = re.split(r"(?<!\\)\*+", unicodedata.normalize("NFC", pattern))
    expression = ".*".join(re.escape(bit.replace("\\*", "*")) for bit in bits)
    return bool(re.fullmatch(expression, unicodedata.normalize("NFC", typed).strip(), re.IGNORECASE))


def stored(question: MoodleQuestion) -> MoodleQuestion:
    """The question after what Moodle checks when it is saved; `AssertionError` where it refuses or warns."""
    for answer in question.answers:
        near = [option for option in FRACTIONS if abs(abs(answer.fraction) - option) < 0.00001]
        assert near, f"{question.id}: {answer.fraction} does not match the grade options"
        answer.fraction = near[0] if answer.fraction >= 0 else -near[0]
    fractions = [answer.fraction for answer in question.answers]
    if question.kind == "multichoice":
        assert len(fractions) >= 2
        assert all(answer.text.strip() for answer in question.answers)
        if question.single:
            assert max(fractions) == 1, f"{question.id}: one answer should be 100%"
        else:
            assert round(sum(f for f in fractions if f > 0), 2) == 1, f"{question.id}: the grades do not add up to 100%"
    if question.kind == "shortanswer":
        assert max(fractions) == 1
    if question.kind == "match":
        assert all(right for _, right in question.pairs)
        assert sum(bool(left) for left, _ in question.pairs) >= 2
        assert len(question.pairs) >= 3
    return question


# --- Moodle XML ---


def read_xml(file: bytes) -> list[MoodleQuestion]:
    """The questions of a Moodle XML file."""
    root = ElementTree.fromstring(file)
    assert root.tag == "quiz"
    found: list[MoodleQuestion] = []
    category = ""
    for element in root:
        assert element.tag == "question"
        if element.get("type") == "category":
            category = element.findtext("category/text", "").strip()
            continue
        question = stored(_xml_question(element))
        question.category = category
        assert question.id not in [q.id for q in found if q.category == category], "Moodle would remove the idnumber"
        found.append(question)
    return found


def _text(element: ElementTree.Element | None) -> str:
    return (element.findtext("text") or "").strip() if element is not None else ""


def _xml_question(element: ElementTree.Element) -> MoodleQuestion:
    kind = element.get("type", "")
    assert _text(element.find("name")), "Moodle refuses a question without a name"
    question = MoodleQuestion(
        kind={"matching": "match"}.get(kind, kind),
        id=element.findtext("idnumber", ""),
        stem=_text(element.find("questiontext")),
        general=_text(element.find("generalfeedback")),
        single=element.findtext("single", "true") not in ("false", "", "0"),
        shuffle=element.findtext("shuffleanswers", "true" if "match" in kind else "false") not in ("false", "", "0"),
        hints=[_text(hint) for hint in element.findall("hint")],
        tags=[_text(tag) for tag in element.findall("tags/tag")],
        mark=float(element.findtext("defaultgrade", "1")),
        grader=_text(element.find("graderinfo")),
    )
    answers = [
        Answer(_text(answer), float(answer.get("fraction", "0")) / 100, _text(answer.find("feedback")))
        for answer in element.findall("answer")
    ]
    match question.kind:
        case "truefalse":
            question.answers = _true_false(answers)
        case "multichoice" | "shortanswer":
            question.answers = answers
        case "match":
            question.pairs = [(_text(pair), _text(pair.find("answer"))) for pair in element.findall("subquestion")]
        case "essay":
            pass
        case _:
            raise AssertionError(f"Moodle does not know the type {kind}")
    return question


def _true_false(answers: list[Answer]) -> list[Answer]:
    """The two answers, *true* first; the text of each must be `true` or `false`, whatever the language."""
    by_text = {answer.text: answer for answer in answers}
    assert set(by_text) == {"true", "false"}, "Moodle would warn and guess by the order"
    key = "true" if by_text["false"].fraction != 1 else "false"
    return [Answer(text, float(text == key), by_text[text].feedback) for text in ("true", "false")]


# --- GIFT ---

_ESCAPED = {
    "\\:": "\ue058",
    "\\#": "\ue035",
    "\\=": "\ue061",
    "\\{": "\ue123",
    "\\}": "\ue125",
    "\\~": "\ue126",
    "\\n": "\ue010",
}
_MEANT = dict(zip(_ESCAPED.values(), ":#={}~\n", strict=True))
_WEIGHT = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")
_FORMATS = ("html", "moodle", "plain", "markdown")


def read_gift(file: bytes) -> list[MoodleQuestion]:
    """The questions of a GIFT file; a blank line ends a question."""
    text = file.decode()
    assert not text.startswith("\ufeff")
    found: list[MoodleQuestion] = []
    category = ""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in block.split("\n")]
        comment = "\n".join(line for line in lines if line.startswith("//"))
        body = "\n".join(" " if line.startswith("//") else line for line in lines).strip()
        if not body:
            continue
        if body.startswith("$CATEGORY:"):
            category = body.removeprefix("$CATEGORY:").strip()
            continue
        question = _gift_question(_placeheld(body))
        identity = re.search(r"\[id:((?:\\]|[^\]\x00-\x1f])+)]", comment)
        question.id = identity[1].strip() if identity else ""
        question.tags = re.findall(r"\[tag:((?:\\]|[^\]<>`\x00-\x1f])+)]", comment)
        question.category = category
        found.append(stored(question))
    return found


def _placeheld(text: str) -> str:
    text = text.replace("\\\\", "\ue092")
    for escaped, placeholder in _ESCAPED.items():
        text = text.replace(escaped, placeholder)
    return text.replace("\ue092", "\\")


def _meant(text: str) -> str:
    for placeholder, character in _MEANT.items():
        text = text.replace(placeholder, character)
    return text


def _formatted(text: str) -> str:
    """A text without its `[format]`."""
    text = text.strip()
    if text.startswith("[") and text[1 : text.find("]")] in _FORMATS:
        text = text[text.find("]") + 1 :]
    return _meant(text).strip()


def _gift_question(text: str) -> MoodleQuestion:
    if text.startswith("::"):
        text = text[2:].split("::", 1)[1].strip()
    start, end = text.find("{"), text.find("}")
    assert start >= 0, "Moodle would take it for a description"
    assert end > start, "Moodle finds no pair of braces"
    assert text.endswith("}"), "Moodle would make a gap in the text"
    inside = text[start + 1 : end].strip()
    general = ""
    if (separator := inside.rfind("####")) >= 0:
        inside, general = inside[:separator].strip(), inside[separator + 4 :]
    question = MoodleQuestion("", "", _formatted(text[:start] + text[end + 1 :]), _formatted(general))
    if inside == "":
        question.kind = "essay"
    elif inside.startswith("#"):
        raise AssertionError("Moodle would take it for a number")
    elif "~" in inside:
        question.kind, question.single = "multichoice", "=" in inside
        question.answers = [_gift_answer(part, 0) for part in _parts(inside.replace("=", "~="), "~")]
    elif "=" in inside and "->" in inside:
        question.kind = "match"
        halves = [part.split("->", 1) for part in _parts(inside, "=")]
        question.pairs = [(_formatted(left), _meant(right).strip()) for left, right in halves]
    elif inside.split("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        question.kind = "truefalse"
        key, wrong, right = [*inside.split("#", 2), "", ""][:3]
        true = key.strip() in ("T", "TRUE")
        texts = [_formatted(right), _formatted(wrong)]
        question.answers = [
            Answer("true", float(true), texts[not true]),
            Answer("false", float(not true), texts[true]),
        ]
    else:
        question.kind = "shortanswer"
        question.answers = [_gift_answer(part, 1) for part in _parts(inside, "=")]
    return question


def _parts(text: str, sign: str) -> list[str]:
    parts = [part.strip() for part in text.split(sign)]
    return parts[1:] if not parts[0] else parts


def _gift_answer(text: str, fraction: float) -> Answer:
    if text.startswith("="):
        text, fraction = text[1:], 1
    elif weight := _WEIGHT.match(text):
        text, fraction = text[weight.end() :], float(weight[1]) / 100
    answer, _, feedback = text.partition("#")
    return Answer(_formatted(answer), fraction, _formatted(feedback))
