"""Wordings to avoid, by facts/terms.yml: found in each language, told with what to write."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from builder.check.inspection import Inspection
from builder.check.prose import Passage
from builder.model.finding import Finding, Rule, finding
from builder.model.registers import Term

ERROR = Rule(
    "T001",
    "error",
    "no wording stands in prose that harms, excuses or sensationalises (severity `error` in facts/terms.yml)",
    "write what facts/terms.yml prefers",
)
WARNING = Rule(
    "T002",
    "warning",
    "no wording stands in prose that misleads (severity `warn` in facts/terms.yml)",
    "write what facts/terms.yml prefers",
)
NOTE = Rule(
    "T003",
    "note",
    "a wording that has its place is used with care (severity `info` in facts/terms.yml)",
    "think whether facts/terms.yml has a better one",
)

RULES = (ERROR, WARNING, NOTE)

_BY_SEVERITY = {"error": ERROR, "warn": WARNING, "info": NOTE}
_ALONE = re.compile(r"\\[1-9]|\(\?P|\(\?[aiLmsux]")
"""A pattern with a back reference, a named group or flags cannot be joined with others."""

_GAP = "\0"
"""Between passages, so that no pattern reaches from one into the next."""


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of the terms in all prose.

    A wrong option, and a claim to call false, is a myth with its correction beside it (the feedback, the explanation): a term
    that may stand in a myth may stand there, and any other is at most a warning, because pupils must meet an excuse to unmask it.
    """
    shelves: dict[str, list[Passage]] = {}
    for passage in inspection.passages:
        shelves.setdefault(passage.language, []).append(passage)
    for language, terms in inspection.curriculum.registers.terms.items():
        yield from _in_language(shelves.get(language, []), terms)


def _in_language(passages: list[Passage], terms: tuple[Term, ...]) -> Iterator[Finding]:
    for passage in _suspicious(passages, terms):
        for term in terms:
            if rule := _rule(term, passage):
                for match in term.pattern().finditer(passage.plain.text):
                    if match.group().strip():
                        yield _tell(rule, term, passage, *match.span())


def _suspicious(passages: list[Passage], terms: tuple[Term, ...]) -> list[Passage]:
    """The passages in which some term stands: one walk over all text for all terms, which mostly finds nothing."""
    starts: list[int] = []
    length = 0
    for passage in passages:
        starts.append(length)
        length += len(passage.plain.text) + len(_GAP)
    text = _GAP.join(passage.plain.text for passage in passages)
    together = re.compile("|".join(f"(?:{term.re})" for term in terms if not _ALONE.search(term.re)), re.IGNORECASE)
    patterns = [together, *(term.pattern() for term in terms if _ALONE.search(term.re))]
    found = {bisect_right(starts, match.start()) - 1 for pattern in patterns for match in pattern.finditer(text)}
    return [passages[at] for at in sorted(found)]


def _rule(term: Term, passage: Passage) -> Rule | None:
    """The rule a hit breaks where it stands, or `None` where the term may stand."""
    if term.scope not in ("all", passage.audience) or any(name in term.exempt for name in passage.block_names):
        return None
    rule = _BY_SEVERITY[term.severity]
    if passage.role in ("wrong", "false"):
        if "myth" in term.exempt:
            return None
        return WARNING if rule is ERROR else rule
    return rule


def _tell(rule: Rule, term: Term, passage: Passage, begin: int, end: int) -> Finding:
    shown = passage.plain.text[begin:end]
    what = "has its place, but not everywhere" if rule is NOTE else "is a wording we avoid"
    message = f'"{shown}" {what} ({term.id})'
    return finding(rule, passage.plain_place(begin, end), message, f"better: {term.prefer}", len(shown))
