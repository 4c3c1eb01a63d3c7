"""Reading a table (CSV): a head of column names, then a question a row. The templates of Blooket and Gimkit are known too."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from builder.importing.draft import NOT_READ, UNCLEAR, Draft, noticed
from builder.importing.gift import letter, unescaped
from builder.importing.plain import literal
from builder.model.finding import Finding
from builder.read.outline import did_you_mean

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "number", "question #", "번호"),
    "type": ("type", "question type", "유형"),
    "stem": ("question", "question text", "stem", "문제", "질문"),
    "correct": ("correct", "correct answer", "correct answer(s)", "key", "정답"),
    "explain": ("explanation", "explain", "answer explanation", "해설", "설명"),
    "hint": ("hint", "힌트"),
    "objective": ("objective", "목표"),
    "level": ("level", "수준"),
}
_ANSWER = re.compile(r"(?:(?P<wrong>incorrect )?answer|option|choice|보기|선택지|오답)\s*(?P<number>[1-8a-h])")
_FEEDBACK = re.compile(r"(?:feedback|피드백|설명)\s*(?P<number>[1-8a-h])")
_TRUE = {
    "true": True,
    "t": True,
    "o": True,
    "참": True,
    "맞아요": True,
    "false": False,
    "f": False,
    "x": False,
    "거짓": False,
    "아니에요": False,
}
_TITLES = ("blooket", "gimkit spreadsheet")


def read(path: str, text: str) -> tuple[list[Draft], list[Finding]]:
    """The drafts of a table, and what could not be read of it."""
    rows = _rows(text)
    if rows and rows[0][1][0].strip().lower().startswith(_TITLES):
        rows = rows[1:]
    if not rows:
        return [], [noticed(NOT_READ, path, 1, "this table has no head: its first row must name the columns")]
    line, head = rows[0]
    columns = _columns(head)
    if "stem" not in columns:
        known = ", ".join(names[0] for names in _NAMES.values())
        near = next(
            (hint for cell in head if (hint := did_you_mean(cell.strip().lower(), ["question", "correct answer"]))), ""
        )
        message = f"no column of this table is called question; it may have {known}, answer 1, feedback 1"
        return [], [noticed(NOT_READ, path, line, f"{message} {near}".strip())]
    drafts: list[Draft] = []
    findings: list[Finding] = []
    for line, cells in rows[1:]:
        row = {name: cells[place].strip() for name, place in columns.items() if place < len(cells)}
        if not row.get("stem"):
            continue
        keys = _keys(row)
        if isinstance(keys, str):
            findings.append(noticed(UNCLEAR, path, line, keys))
        else:
            shared = {key: literal(row[key]) for key in ("explain", "hint") if row.get(key)}
            named = {key: row[key] for key in ("id", "objective", "level") if row.get(key)}
            drafts.append(Draft({**named, "stem": literal(row["stem"]), **shared, **keys}, line))
    return drafts, findings


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its line. The separator is the one that stands most often in the first line."""
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, line = [], 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append((line, cells))
        line = reader.line_num + 1
    return rows


def _columns(head: list[str]) -> dict[str, int]:
    """{name: place} of the columns that are known: those of `_NAMES`, `right`, `answer-1` and `feedback-1`."""
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        name = re.sub(r"\s*\n?\((optional|max|only)[^)]*\)", "", " ".join(cell.lower().split())).strip()
        if answer := _ANSWER.fullmatch(name):
            found.setdefault(f"{'wrong' if answer['wrong'] else 'answer'}-{_number(answer['number'])}", place)
        elif feedback := _FEEDBACK.fullmatch(name):
            found.setdefault(f"feedback-{_number(feedback['number'])}", place)
        else:
            key = next((key for key, names in _NAMES.items() if name in names), None)
            if key:
                found.setdefault(key, place)
    return found


def _number(written: str) -> int:
    return int(written) if written.isdigit() else ord(written) - ord("a") + 1


def _keys(row: dict[str, str]) -> dict[str, Any] | str:
    """The keys of a row's answers, or why they cannot be read."""
    wrong = [row[f"wrong-{number}"] for number in range(1, 9) if row.get(f"wrong-{number}")]
    if wrong:
        return _choice([row.get("correct", ""), *wrong], {0}, row)
    answers = [row.get(f"answer-{number}", "") for number in range(1, 9)]
    answers = answers[: max((n for n, text in enumerate(answers, 1) if text), default=0)]
    correct = row.get("correct", "")
    if not correct:
        return "this row does not say which answer is correct"
    if len(answers) < 2:
        return _typed(correct, row)
    right = _right(correct, answers)
    if not right:
        return f'"{correct}" names none of the answers of this row'
    return _choice(answers, right, row)


def _right(correct: str, answers: list[str]) -> set[int]:
    """Places of the right answers: the cell holds an answer's text, or numbers or letters with commas between them."""
    if correct in answers:
        return {answers.index(correct)}
    marks = [mark for mark in re.split(r"[,;/\s]+", correct.lower()) if mark]
    places = {_number(mark) - 1 for mark in marks if re.fullmatch(r"[1-8a-h]", mark)}
    return places if len(places) == len(marks) and all(place < len(answers) for place in places) else set()


def _choice(answers: list[str], right: set[int], row: dict[str, str]) -> dict[str, Any]:
    words = [_TRUE.get(text.lower()) for text in answers]
    if len(answers) == 2 and set(words) == {True, False} and len(right) == 1:
        answer = words[next(iter(right))]
        feedback = {str(word).lower(): literal(row.get(f"feedback-{place}", "")) for place, word in enumerate(words, 1)}
        return {
            "type": "true-false", "answer": answer,
            "feedback_true": feedback["true"], "feedback_false": feedback["false"],
        }  # fmt: skip
    options = [
        {
            "id": letter(place),
            "text": literal(text),
            **({"correct": True} if place in right else {}),
            "feedback": literal(row.get(f"feedback-{place + 1}", "")),
        }
        for place, text in enumerate(answers)
        if text
    ]
    return {"type": "multi" if len(right) > 1 else "single", "options": options}


def _typed(correct: str, row: dict[str, str]) -> dict[str, Any]:
    """A row without answers to choose from: true or false, or spellings with bars between them."""
    if correct.lower() in _TRUE:
        texts = {f"feedback_{word}": literal(row.get(f"feedback-{n}", "")) for n, word in ((1, "true"), (2, "false"))}
        return {"type": "true-false", "answer": _TRUE[correct.lower()], **texts}
    spellings = [unescaped(literal(text)) for text in correct.split("|") if text.strip()]
    texts = {f"feedback_{word}": literal(row.get(f"feedback-{n}", "")) for n, word in ((1, "right"), (2, "wrong"))}
    return {"type": "short", "accept": spellings, **texts}
