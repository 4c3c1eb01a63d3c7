"""A sheet and its key as a teacher has them in hand: what each says, read out of the PDF or the Word file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

import pypdfium2
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

SECRET = (
    "feedback", "feedback_true", "feedback_false", "feedback_right", "feedback_wrong", "pointers", "accept", "explain", "hint",
)  # fmt: skip
"""Keys of an author's file that are not for a pupil's paper."""

_STRIP_COLUMNS = 7
"""The word at the left, then six answers."""


def strip_of(pdf: bytes, answer: str) -> list[str]:
    """The answers of the strip at the top of a key, in order. `answer` is the word at the left of each row of them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [cell for row in _rows(document[0], answer) for cell in row if cell]


def _rows(page: pypdfium2.PdfPage, answer: str) -> Iterator[list[str]]:
    """The cells of each row of answers: what is printed at its height in each column."""
    text = page.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        if text.get_text_bounded(left, bottom, right, top).strip() == answer:
            width = (page.get_width() - 2 * left) / _STRIP_COLUMNS
            edges = [left + column * width for column in range(1, _STRIP_COLUMNS + 1)]
            yield [text.get_text_bounded(edge, bottom - 2, edge + width, top + 2).strip() for edge in edges[:-1]]


def strip_in_word(document: Document, answer: str) -> list[str]:
    """The answers of the strip at the top of a key in Word."""
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [cell for row in rows if row[0] == answer for cell in row[1:] if cell]


def word_lines(document: Document) -> list[str]:
    """The paragraphs in reading order, each behind the number or letter that Word counts for it."""
    counted: Counter[int] = Counter()
    return [_line(document, paragraph, counted) for paragraph in document.element.body.iter(qn("w:p"))]


def _line(document: Document, paragraph: Any, counted: Counter[int]) -> str:
    text = Paragraph(paragraph, document).text.strip("\u2060\u2003\u00a0 ")  # type: ignore[arg-type]
    numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbered is None:
        return text
    number = numbered.numId.val
    counted[number] += 1
    return f"{_label(document, number, counted[number])} {text}".strip()


def _label(document: Document, number: int, count: int) -> str:
    """What stands before the item at this place of a list, without the box to tick."""
    numbering = document.part.numbering_part.element
    found = next(num for num in numbering.iter(qn("w:num")) if num.numId == number)
    kinds = {kind.get(qn("w:abstractNumId")): kind for kind in numbering.iter(qn("w:abstractNum"))}
    kind = kinds[str(found.abstractNumId.val)]
    form, text = (kind.find(f".//{qn(name)}").get(qn("w:val")) for name in ("w:numFmt", "w:lvlText"))
    start = found.find(f".//{qn('w:startOverride')}").get(qn("w:val"))
    place = int(start) + count - 1
    shown = {"decimal": str(place), "lowerLetter": ascii_lowercase[place - 1], "bullet": ""}[form]
    return str(text).replace("%1", shown).strip("☐○☑– ")


def parts_of(lines: list[str], stems: list[str]) -> list[list[str]]:
    """The lines of each item of a sheet: from the line that begins with its number and stem to the next."""
    starts = [
        next(at for at, line in enumerate(lines) if line.startswith(f"{number} {stem}"))
        for number, stem in enumerate(stems, 1)
    ]
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def labelled(lines: list[str]) -> dict[str, str]:
    """Letter or number, and the text beside it, for the lines of an item that have one."""
    found = (re.match(r"([a-z]|\d+) (.+)", line) for line in lines[1:])
    return {match[1]: match[2].strip() for match in found if match}


def with_another_key(item: dict[str, Any]) -> dict[str, Any]:
    """The item with everything changed that says or tells what is right; its order and its pairs stay."""
    other: dict[str, Any] = _reworded(item)
    other |= {"answer": not other["answer"]} if "answer" in other else {}
    for option in other.get("options", []):
        option["correct"] = not option.get("correct", False)
    for choices in (scene.get("choices", []) for scene in other.get("scenes", [])):
        turned = [choice["quality"] for choice in choices][::-1]
        for choice, quality in zip(choices, turned, strict=True):
            choice["quality"] = quality
    for number, part in enumerate([*other.get("pairs", []), *other.get("extra", []), *other.get("steps", [])]):
        part["id"] = "zyxwvuts"[number]
    return other


def _reworded(written: Any) -> Any:
    """The same with other words at every secret place."""
    if isinstance(written, list):
        return [_reworded(part) for part in written]
    if not isinstance(written, dict):
        return written
    other = {True: ["Something else."], False: "Something else."}
    return {
        key: other[isinstance(value, list)] if key in SECRET else _reworded(value) for key, value in written.items()
    }
