"""The outline of a body: which teaching blocks stand where, by the same fence rules as the Markdown extension.

A fence is a line of three or more slashes at the margin, `/// name | Title`; its options follow at once, indented by four
spaces; `///` with the same number of slashes closes the innermost block opened with that number. Code fences are skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from builder.model.blocks import BLOCKS, OptionSpec, listed, options_of
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Block, Body
from builder.read import faults

_OPEN = re.compile(r"^(/{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\|(.*))?$")
_CLOSE = re.compile(r"^(/{3,})[ \t]*$")
_OPTION = re.compile(r"^ {4,}([A-Za-z_-]+):[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"^(`{3,}|~{3,})")
_ID = re.compile(r"[a-z0-9-]{1,60}")


@dataclass
class _Draft:
    """A block that is not closed yet."""

    slashes: str
    name: str
    title: str
    line: int
    options: dict[str, str] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    text_line: int = 0
    children: list[Block] = field(default_factory=list)


def did_you_mean(word: str, known: list[str]) -> str:
    """The known word nearest to `word` as advice, e.g. `did you mean "minutes"?`, or nothing."""
    near = get_close_matches(word, known, 1, 0.6)
    return f'did you mean "{near[0]}"?' if near else ""


class _Outliner:
    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.first = first_line
        self.open: list[_Draft] = []
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.code = ""

    def fault(self, rule: Rule, index: int, message: str, mend: str = "", column: int = 1, length: int = 1) -> None:
        self.findings.append(finding(rule, Place(self.path, index + self.first, column), message, mend, length))

    def run(self) -> Body:
        index = 0
        while index < len(self.lines):
            index = self._line(index)
        for draft in reversed(self.open):
            self.fault(
                faults.UNCLOSED,
                draft.line - self.first,
                f'the block "{draft.name}" is never closed',
                length=len(draft.slashes),
            )
        return Body("\n".join(self.lines), self.first, tuple(self.blocks))

    def _line(self, index: int) -> int:
        """Takes the line at `index`; returns the index of the next line to take."""
        line = self.lines[index]
        fence = _CODE.match(line)
        if self.code:
            self.code = "" if fence and line.startswith(self.code) else self.code
            return index + 1
        if fence:
            self.code = fence.group(1)
            return index + 1
        closing = _CLOSE.match(line)
        if closing:
            self._close(closing.group(1), index)
            return index + 1
        opening = _OPEN.match(line)
        if opening:
            return self._begin(opening, index)
        return index + 1

    def _begin(self, opening: re.Match[str], index: int) -> int:
        slashes, name, title = opening.group(1), opening.group(2), (opening.group(3) or "").strip()
        draft = _Draft(slashes, name, title, index + self.first)
        if index > 0 and self.lines[index - 1].strip():
            self.fault(
                faults.SPACING, index, f'no empty line stands before the block "{name}"', length=len(self.lines[index])
            )
        after = index + 1
        while after < len(self.lines) and (match := _OPTION.match(self.lines[after])):
            draft.options[match.group(1)] = match.group(2).strip("\"'")
            draft.option_lines[match.group(1)] = after + self.first
            after += 1
        if after < len(self.lines) and self.lines[after].strip() and not _CLOSE.match(self.lines[after]):
            self.fault(faults.SPACING, after, f'no empty line stands after the first lines of the block "{name}"')
        draft.text_line = after + self.first
        self._judge(draft, opening, index)
        self.open.append(draft)
        return after

    def _close(self, slashes: str, index: int) -> None:
        if not any(draft.slashes == slashes for draft in self.open):
            self.fault(faults.STRAY, index, "this closes no block", length=len(slashes))
            return
        while self.open:
            draft = self.open.pop()
            if draft.slashes != slashes:
                self.fault(
                    faults.UNCLOSED,
                    draft.line - self.first,
                    f'the block "{draft.name}" is never closed',
                    length=len(draft.slashes),
                )
            block = self._finished(draft, index)
            (self.open[-1].children if self.open else self.blocks).append(block)
            if draft.slashes == slashes:
                return

    def _finished(self, draft: _Draft, index: int) -> Block:
        text = "\n".join(self.lines[draft.text_line - self.first : index]).strip("\n")
        return Block(
            draft.name, draft.title, draft.options, draft.option_lines, draft.line, draft.text_line,
            index + self.first, text, tuple(draft.children),
        )  # fmt: skip

    def _judge(self, draft: _Draft, opening: re.Match[str], index: int) -> None:
        column = opening.start(2) + 1
        if draft.name not in BLOCKS:
            hint = did_you_mean(draft.name, list(BLOCKS))
            self.fault(
                faults.UNKNOWN_BLOCK, index, f'the block "{draft.name}" is not known', hint, column, len(draft.name)
            )
            return
        spec = BLOCKS[draft.name]
        if spec.title == "required" and not draft.title:
            self.fault(
                faults.TITLE, index, f'the block "{draft.name}" has no title', column=column, length=len(draft.name)
            )
        if spec.title == "none" and draft.title:
            self.fault(
                faults.TITLE,
                index,
                f'the block "{draft.name}" has a title, which is never shown',
                f"delete the text after {draft.name}",
                column,
            )
        known = options_of(draft.name)
        for key, value in draft.options.items():
            self._judge_option(draft, key, value, known)
        for key, option in known.items():
            if option.required and key not in draft.options:
                self.fault(
                    faults.MISSING_OPTION,
                    index,
                    f'the block "{draft.name}" has no option "{key}": {option.about}',
                    column=column,
                    length=len(draft.name),
                )

    def _judge_option(self, draft: _Draft, key: str, value: str, known: dict[str, OptionSpec]) -> None:
        at = draft.option_lines[key] - self.first
        if key not in known:
            hint = did_you_mean(key, list(known))
            self.fault(faults.UNKNOWN_OPTION, at, f'the block "{draft.name}" has no option "{key}"', hint, 5, len(key))
            return
        wanted = _refusal(known[key], value)
        if wanted:
            column = self.lines[at].find(value, self.lines[at].find(":")) + 1 if value else len(self.lines[at])
            self.fault(
                faults.WRONG_OPTION,
                at,
                f'the option "{key}" of the block "{draft.name}" is "{value}"',
                wanted,
                column,
                max(1, len(value)),
            )


def _refusal(spec: OptionSpec, value: str) -> str:
    """How to mend `value` when it does not fit `spec`; empty when it does."""
    if spec.kind == "number" and not re.fullmatch(r"[0-9]{1,3}", value):
        return "write a whole number"
    if spec.kind == "flag" and value not in ("true", "false"):
        return "write true or false"
    if spec.kind == "id" and not _ID.fullmatch(value):
        return "write small letters, digits and hyphens, at most 60"
    for word in listed(value) if spec.kind == "list" else (value,):
        if spec.choices and word not in spec.choices:
            return did_you_mean(word, list(spec.choices)) or "write one of: " + ", ".join(spec.choices)
    return "" if value else "write a value, or delete the option"


def read_outline(path: str, text: str, first_line: int) -> tuple[Body, list[Finding]]:
    """The blocks of the Markdown `text`, which begins on line `first_line` of the file `path`, and what is wrong with them."""
    outliner = _Outliner(path, text, first_line)
    return outliner.run(), outliner.findings
