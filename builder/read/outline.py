"""The outline of a body: which teaching blocks stand where, by the same fence rules as the Markdown extension.

A fence is a line of three or more slashes at the margin, `/// name | Title`; its options follow at once, indented by four
spaces; `///` with the same number of slashes closes the innermost block opened with that number. Whatever the extension would
take for a fence in another place (in a list, a quote, indented) is refused, so that both always see the same blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

import yaml

from builder.model.blocks import BLOCKS, OptionSpec, listed, options_of
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.lesson import Block, Body
from builder.read import faults

MAX_NESTING = 8
MAX_FINDINGS = 100
"""So many findings of one body are told; a file with more is no lesson."""

_OPEN = re.compile(r"(/{3,}) *([\w-]+) *(?:\|(.*))?")
_CLOSE = re.compile(r"(/{3,}) *")
_OPTION = re.compile(r" {4}([A-Za-z_-]+):(?: +(.*?))? *")
_INDENTED = re.compile(r" {4,}\S")
_LEAD = re.compile(r"(?:\[\^[^\]]*\]:)?[ >*+\-0-9.)]*")
_ID = re.compile(r"[a-z0-9-]{1,60}")
_PLAIN = re.compile(r"[A-Za-z가-힣][\w ,.()/’·-]*|0|[1-9][0-9]{0,8}")
_NOT_PLAIN = re.compile(r"(?:y|yes|n|no|on|off|null|true|false)", re.IGNORECASE)


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
    near = _nearest(word, tuple(known)) if len(word) <= 80 else []
    return f'did you mean "{near[0]}"?' if near else ""


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...]) -> list[str]:
    """One misspelling often stands in many places; comparing is slow."""
    return get_close_matches(word, known, 1, 0.6)


class _Outliner:
    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.lines = [line.expandtabs(4) if "\t" in line else line for line in text.split("\n")]
        self.text = text
        self.first = first_line
        self.open: list[_Draft] = []
        self.open_with: Counter[str] = Counter()
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []

    def fault(self, rule: Rule, index: int, message: str, mend: str = "", column: int = 1, length: int = 1) -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(finding(rule, Place(self.path, index + self.first, column), message, mend, length))

    def run(self) -> Body:
        index = 0
        while index < len(self.lines):
            index = self._line(index) if "///" in self.lines[index] else index + 1
        for draft in reversed(self.open):
            self._unclosed(draft)
        return Body(self.text, self.first, tuple(self.blocks))

    def _unclosed(self, draft: _Draft) -> None:
        message = f'the block "{draft.name}" is never closed'
        self.fault(faults.UNCLOSED, draft.line - self.first, message, length=len(draft.slashes))

    def _line(self, index: int) -> int:
        """Takes the line at `index`, which holds a fence somewhere; returns the index of the next line to take."""
        line = self.lines[index]
        if closing := _CLOSE.fullmatch(line):
            self._close(closing[1], index)
        elif opening := _OPEN.fullmatch(line):
            return self._begin(opening, index)
        elif line.startswith("///"):
            self.fault(faults.UNKNOWN_BLOCK, index, "this line begins with /// but opens no block", length=len(line))
        else:
            lead = _LEAD.match(line)
            column = lead.end() if lead else 0
            fence = line[column:]
            if column and (_CLOSE.fullmatch(fence) or _OPEN.fullmatch(fence)):
                self.fault(faults.MARGIN, index, "this fence does not begin at the margin", "", column + 1, len(fence))
        return index + 1

    def _begin(self, opening: re.Match[str], index: int) -> int:
        slashes, name, title = opening[1], opening[2], (opening[3] or "").strip()
        draft = _Draft(slashes, name, title, index + self.first)
        if index > 0 and self.lines[index - 1].strip():
            message = f'no empty line stands before the block "{name}"'
            self.fault(faults.SPACING, index, message, length=len(self.lines[index]))
        after = self._options(draft, index + 1)
        if after < len(self.lines) and self.lines[after].strip() and not _CLOSE.fullmatch(self.lines[after]):
            self.fault(faults.SPACING, after, f'no empty line stands after the first lines of the block "{name}"')
        draft.text_line = after + self.first
        self._judge(draft, opening, index)
        if len(self.open) < MAX_NESTING:
            self.open.append(draft)
            self.open_with[slashes] += 1
        else:
            self.fault(faults.NESTING, index, f'the block "{name}" stands inside {MAX_NESTING} others')
        return after

    def _options(self, draft: _Draft, after: int) -> int:
        """Takes the options below a block's first line; returns the index of the line after them."""
        while after < len(self.lines) and (match := _OPTION.fullmatch(self.lines[after])):
            key, written = match[1], match[2] or ""
            if key in draft.options:
                self.fault(faults.WRONG_OPTION, after, f'the option "{key}" stands here a second time', "", 5, len(key))
            value = _text(written)
            if value is None:
                message = f'the option "{key}" is written so that it would be read as something else'
                self.fault(faults.WRONG_OPTION, after, message, _quoted(written), match.start(2) + 1, len(written))
            draft.options[key] = written if value is None else value
            draft.option_lines[key] = after + self.first
            after += 1
        return after

    def _close(self, slashes: str, index: int) -> None:
        if not self.open_with[slashes]:
            self.fault(faults.STRAY, index, "this closes no block", length=len(slashes))
            return
        while self.open:
            draft = self.open.pop()
            self.open_with[draft.slashes] -= 1
            if draft.slashes != slashes:
                self._unclosed(draft)
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


def _text(written: str) -> str | None:
    """The text that an option's value is, or `None` where YAML, which the Markdown extension uses, reads something else."""
    if written in ("", "true", "false") or (_PLAIN.fullmatch(written) and not _NOT_PLAIN.fullmatch(written)):
        return written
    try:
        value = yaml.safe_load(f"value: {written}")["value"]
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return value if isinstance(value, str) and value else None


def _quoted(written: str) -> str:
    if written[:1] in "[{":
        return "write the words with commas between them, without brackets"
    return 'put it in quotation marks: "…"'


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
