r"""Reading GIFT, as Moodle reads it: questions between blank lines, `{answers}`, and a backslash before a sign that means nothing.

Source: Moodle's documentation of the format and its importer (question/format/gift). A blank line inside a question would be two
questions there, and is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.importing.draft import LOST, UNCLEAR, UNKNOWN_TYPE, Draft, noticed
from builder.importing.ours import parted, with_reasons, with_tags
from builder.importing.plain import from_html, literal
from builder.model.finding import Finding

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_PRIVATE = {sign: chr(0xE000 + place) for place, sign in enumerate("~=#{}:\\n")}
_MEANT = {**{private: sign for sign, private in _PRIVATE.items()}, _PRIVATE["n"]: "\n"}
_RESTORE = re.compile(f"[{''.join(_MEANT)}]")
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_TAG = re.compile(r"\[tag:([^\]]+)\]")
_WEIGHT = re.compile(r"%(-?[0-9]+(?:\.[0-9]*)?)%")
_TRUE = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_BLANK = "_____"


class _Unclear(Exception):
    """A question whose key cannot be read; the message says why."""


@dataclass(frozen=True)
class _Part:
    """One answer: `sign` is `=` or `~`; `weight` in per cent, or `None`."""

    sign: str
    weight: float | None
    text: str
    feedback: str


def read(path: str, text: str) -> tuple[list[Draft], list[Finding]]:
    """The drafts of a GIFT file, and what could not be read of it."""
    drafts: list[Draft] = []
    findings: list[Finding] = []
    for line, block, tags in _blocks(text):
        try:
            draft = _draft(block, line)
        except _Unclear as unclear:
            rule = UNKNOWN_TYPE if "type" in str(unclear) else UNCLEAR
            findings.append(noticed(rule, path, line, str(unclear)))
            continue
        with_tags(draft.keys, tags)
        findings.extend(noticed(LOST, path, line, lost) for lost in draft.lost)
        drafts.append(draft)
    return drafts, findings


def _blocks(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """The questions with the line each begins on, their escaped signs taken out of harm's way, and the tags in their comments."""
    lines: list[str] = []
    tags: list[str] = []
    first = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("//"):
            tags.extend(_TAG.findall(line))
            continue
        if line.lstrip().startswith("$CATEGORY:"):
            continue
        if line.strip():
            first = first if lines else number
            lines.append(line)
        elif lines:
            yield first, _ESCAPED.sub(lambda match: _PRIVATE[match[1]], "\n".join(lines)), tags
            lines, tags = [], []


def _draft(block: str, line: int) -> Draft:
    title, block = _taken(_TITLE, block)
    form, block = _taken(_FORMAT, block)
    before, opened, rest = block.partition("{")
    inside, closed, after = rest.partition("}")
    if not opened:
        raise _Unclear("this text has no answers: a description is no type of item")
    if not closed:
        raise _Unclear("the { of its answers is never closed")
    draft = Draft({"id": _said(title, "plain")}, line)
    say = _Sayer(form or "moodle", draft)
    if after.strip():
        before = f"{before.rstrip()} {_BLANK} {after.strip()}"
    answers, _, general = inside.partition("####")
    kind, keys = _answers(answers.strip(), say)
    draft.keys.update({"type": kind, "stem": say(before), **keys})
    if general.strip():
        explain, rows = parted(_meant(general))
        draft.keys["explain"] = say(explain)
        with_reasons(draft.keys, rows)
    return draft


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """What the pattern finds at the beginning, and the text after it."""
    match = pattern.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


class _Sayer:
    """Says the texts of a question as an author writes them, and notes what stays behind."""

    def __init__(self, form: str, draft: Draft) -> None:
        self.form, self._draft = form, draft

    def __call__(self, text: str) -> str:
        form, text = _taken(_FORMAT, text)
        said, pictures = _with_pictures(text, form or self.form)
        if pictures and not self._draft.lost:
            self._draft.lost.append("a picture, film or formula of this question did not come along")
        return said


def _said(text: str, form: str) -> str:
    return _with_pictures(text, form)[0]


def _meant(text: str) -> str:
    return _RESTORE.sub(lambda match: _MEANT[match[0]], text)


def _with_pictures(text: str, form: str) -> tuple[str, bool]:
    meant = _meant(text.strip())
    return from_html(meant) if form in ("html", "moodle") else (literal(meant), False)


def _answers(inside: str, say: _Sayer) -> tuple[str, dict[str, object]]:
    """The type of a question, and the keys of its answers."""
    if not inside:
        return "reflect", {"pointers": []}
    head, *feedback = inside.split("#")
    if head.strip().upper() in _TRUE:
        return "true-false", _true_false(_TRUE[head.strip().upper()], [say(text) for text in feedback])
    if inside.startswith("#"):
        raise _Unclear("a question for a number is no type of item")
    parts = _parts(inside)
    if not parts:
        raise _Unclear("none of its answers begins with = or ~")
    if all("->" in part.text for part in parts):
        return "match", _match(parts, say)
    if all(part.sign == "=" for part in parts):
        return "short", _short(parts, say)
    return _choice(parts, say)


def _parts(inside: str) -> list[_Part]:
    found = []
    for piece in re.findall(r"[=~][^=~]*", inside):
        weight = _WEIGHT.match(piece[1:].lstrip())
        text = piece[1:].lstrip()[weight.end() :] if weight else piece[1:]
        answer, _, feedback = text.partition("#")
        found.append(_Part(piece[0], float(weight[1]) if weight else None, answer, feedback))
    return found


def _true_false(answer: bool, feedback: list[str]) -> dict[str, object]:
    """The feedback to who was wrong comes first."""
    wrong, right = (*feedback, "", "")[:2]
    texts = (right, wrong) if answer else (wrong, right)
    return {"answer": answer, "feedback_true": texts[0], "feedback_false": texts[1]}


def _match(parts: list[_Part], say: _Sayer) -> dict[str, object]:
    pairs, extra = [], []
    for place, part in enumerate(parts):
        left, right = (say(side) for side in part.text.split("->", 1))
        identity = letter(place)
        if left:
            pairs.append({"id": identity, "left": left, "right": right})
        else:
            extra.append({"id": identity, "text": right})
    return {"pairs": pairs, "extra": extra} if extra else {"pairs": pairs}


def _short(parts: list[_Part], say: _Sayer) -> dict[str, object]:
    """The star stands for every other answer; a spelling with less than the full mark is left out."""
    right = [part for part in parts if part.weight in (None, 100.0)]
    other = next((part for part in parts if part.text.strip() == "*"), None)
    if not right:
        raise _Unclear("none of its spellings earns the full mark")
    return {
        "accept": [unescaped(say(part.text)) for part in right],
        "feedback_right": say(right[0].feedback),
        "feedback_wrong": say(other.feedback) if other else "",
    }


def _choice(parts: list[_Part], say: _Sayer) -> tuple[str, dict[str, object]]:
    rights = [part.sign == "=" or (part.weight or 0) > 0 for part in parts]
    if not any(rights):
        raise _Unclear("none of its answers is right")
    options = []
    for place, (part, right) in enumerate(zip(parts, rights, strict=True)):
        option: dict[str, object] = {"id": letter(place), "text": say(part.text)}
        options.append({**option, **({"correct": True} if right else {}), "feedback": say(part.feedback)})
    if sum(rights) > 1:
        return "multi", {"options": options, "scoring": "partial"}
    return "single", {"options": options}


def letter(place: int) -> str:
    """The letter of an option at a place, from 0: a to z, then a number."""
    return chr(ord("a") + place) if place < 26 else f"o{place + 1}"


def unescaped(text: str) -> str:
    """A spelling to compare with is no Markdown: its signs stand without backslashes."""
    return re.sub(r"\\([\\*_])", r"\1", text)
