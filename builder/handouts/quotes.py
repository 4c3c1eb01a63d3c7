"""Straight quotation marks become curly ones, as print wants them in English and Korean alike."""

from __future__ import annotations

OPENERS = frozenset(" \t\n\u00a0([{<-–—/“‘「『")
"""After these (or at the very beginning) a quotation mark opens."""

CURLY = {'"': ("“", "”"), "'": ("‘", "’")}


def curl(text: str, before: str = "") -> str:
    """`text` with curly quotation marks. `before` is the character in front of it, empty at the start of a paragraph."""
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    for mark in text:
        if mark in CURLY:
            opens = before == "" or before in OPENERS
            mark = CURLY[mark][0 if opens else 1]
        out.append(mark)
        before = mark
    return "".join(out)
