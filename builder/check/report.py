"""Findings for people, for programs and for code hosts."""

from __future__ import annotations

import json
from typing import Literal

from builder.check.plain import columns
from builder.model.finding import Finding
from builder.read.source import Source

Format = Literal["text", "json", "github"]


def report(findings: list[Finding], sources: dict[str, Source], form: Format) -> str:
    """The findings in one of the formats; "" when there are none and the format is not `json`."""
    match form:
        case "json":
            return json.dumps([_record(found) for found in findings], ensure_ascii=False, indent=1)
        case "github":
            return "\n".join(_annotation(found) for found in findings)
        case "text":
            told = [_passage(found, sources.get(found.place.path)) for found in findings if not found.waived]
            return "\n\n".join((*told, *_waivers(findings)))


def _waivers(findings: list[Finding]) -> list[str]:
    """The closing section: what is waived, where, and why."""
    lines = [
        f"  {_where(found)} {found.rule.id} {found.message}\n      {found.waived}" for found in findings if found.waived
    ]
    return ["\n".join(["Waived:", *lines])] if lines else []


def _where(found: Finding) -> str:
    place = found.place
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part)


def _passage(found: Finding, source: Source | None) -> str:
    """`file:line:col rule message`, the line, and a caret under the place."""
    place = found.place
    lines = [f"{_where(found)} {found.severity} {found.rule.id} {found.message}"]
    if source and 0 < place.line <= len(source.lines) and place.column:
        start = max(0, place.column - 61)
        shown = source.lines[place.line - 1][start : start + 120].replace("\t", " ")
        gutter = f"{place.line:>5} | "
        pad = columns(shown[: place.column - 1 - start])
        length = max(1, columns(shown[place.column - 1 - start :][: found.length]))
        lines += [gutter + shown, " " * 5 + " | " + " " * pad + "^" * length + " " + found.mend]
    else:
        lines.append(f"      {found.mend}")
    return "\n".join(lines)


def _record(found: Finding) -> dict[str, object]:
    place = found.place
    return {
        "rule": found.rule.id, "severity": found.severity, "path": place.path, "line": place.line, "column": place.column,
        "length": found.length, "message": found.message, "mend": found.mend, **({"waived": found.waived} if found.waived else {}),
    }  # fmt: skip


def _annotation(found: Finding) -> str:
    kind = {"error": "error", "warning": "warning", "note": "notice", "waived": "notice"}[found.severity]
    place = found.place
    text = (
        f"{found.message} — {f'waived: {found.waived}' if found.waived else found.mend}".replace("%", "%25")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )
    path = place.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={path},line={max(1, place.line)},col={max(1, place.column)},title={found.rule.id}::{text}"
