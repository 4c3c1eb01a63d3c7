"""Running text, lists and tables of the print tree as paragraphs of a text frame: one function for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Inline, Node
from builder.handouts.powerpoint.stage import colour_of

SIMPLE = frozenset({"quoted", "super", "code", "small", "span", "foreign"})
"""Inline kinds whose words need no dress of their own."""


@dataclass(frozen=True)
class Line:
    """One paragraph: its running text, and how it begins: `""`, `bullet`, or the number of an ordered item."""

    body: list[Inline]
    mark: str = ""
    deep: int = 0


def lines_of(blocks: list[Node], deep: int = 0) -> Iterator[Line]:
    """The blocks as paragraphs. Raises `TypesetError` for a kind nobody has thought of for slides."""
    for block in blocks:
        kind = block["kind"]
        if kind in {"para", "heading"}:
            yield Line(block["body"], deep=deep)
        elif kind == "list":
            yield from _items(block, deep)
        elif kind == "table":
            yield from (Line(_row(row), deep=deep) for row in [*block["head"], *block["rows"]])
        elif kind == "number":
            yield Line([{"kind": "strong", "body": block["number"]}, "  ", *block["name"]])
        elif kind == "facts":
            yield from (
                Line([*entry["term"], *([": "] if entry["term"] else []), *entry["body"]], deep=deep)
                for entry in block["entries"]
            )
        elif kind in {"section", "quote", "lines", "columns"}:
            title = block.get("title") or block.get("prompt") or []
            if title:
                yield Line([{"kind": "strong", "body": title}], deep=deep)
            yield from lines_of([*block.get("body", []), *block.get("left", []), *block.get("right", [])], deep)
        elif kind not in {"rule", "pagebreak"}:
            raise TypesetError(f"slides to edit do not know a block of the kind {kind}")


def _items(block: Node, deep: int) -> Iterator[Line]:
    for number, item in enumerate(block["items"], block.get("start", 1)):
        mark = str(number) if block["ordered"] else "bullet"
        for place, line in enumerate(lines_of(item, deep + 1)):
            yield Line(line.body, mark if place == 0 else "", deep) if line.deep == deep + 1 else line


def _row(row: list[list[Inline]]) -> list[Inline]:
    """The cells of a row in one line."""
    out: list[Inline] = []
    for cell in row:
        out += [*([" – "] if out and cell else []), *cell]
    return out


def write(frame: Any, lines: list[Line], language: str, size: float = 0, colour: str = "") -> None:
    """Put the paragraphs in place of those of a text frame, each run in its language."""
    body = frame._txBody
    made = "".join(f"<a:p>{_properties(line, colour)}{_runs(frame, line.body, language, size)}</a:p>" for line in lines)
    for old in body.p_lst:
        body.remove(old)
    body.extend(list(parse_xml(f"<a:txBody {nsdecls('a', 'r')}>{made}</a:txBody>")))


def _properties(line: Line, colour: str) -> str:
    """The sign before a paragraph: a dash as on the wall, or the number the list has there. Korean words stay whole."""
    if not line.mark:
        return '<a:pPr eaLnBrk="0"/>'
    ink = f'<a:buClr><a:srgbClr val="{colour.upper()}"/></a:buClr>' if colour else ""
    if line.mark == "bullet":
        sign = '<a:buFont typeface="Arial"/><a:buChar char="–"/>'
    else:
        sign = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain" startAt="{line.mark}"/>'
    return f'<a:pPr eaLnBrk="0" marL="{342900 * (line.deep + 1)}" indent="-342900">{ink}{sign}</a:pPr>'


def _runs(frame: Any, body: list[Inline], language: str, size: float, *, bold: bool = False, to: str = "") -> str:
    return "".join(_run(frame, part, language, size, bold=bold, to=to) for part in body)


def _run(frame: Any, part: Inline, language: str, size: float, *, bold: bool, to: str) -> str:
    if isinstance(part, dict):
        kind = part["kind"]
        if kind == "break":
            return "<a:br/>"
        if kind in {"note", "slot"}:
            return ""
        if kind not in SIMPLE | {"strong", "emph", "link"}:
            raise TypesetError(f"slides to edit do not know running text of the kind {kind}")
        words: list[Inline] = ["“", *part["body"], "”"] if kind == "quoted" else part["body"]
        spoken, strong = part.get("language", language), bold or kind in {"strong", "emph"}
        return _runs(frame, words, spoken, size, bold=strong, to=part.get("to", to))
    dress = f'lang="{tag(language)}"' + (' b="1"' if bold else "") + (f' sz="{size * 100:.0f}"' if size else "")
    link = f'<a:hlinkClick r:id="{_link(frame, to)}"/>' if to.startswith("http") else ""
    return f"<a:r><a:rPr {dress}>{link}</a:rPr><a:t>{escape(part)}</a:t></a:r>"


def _link(frame: Any, to: str) -> str:
    """The slide's own number for an address."""
    return str(frame.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def tag(language: str) -> str:
    """A language as the format names it."""
    return {"en": "en-GB", "ko": "ko-KR"}.get(language, language)


def tint(shape: Any, light: str) -> None:
    """A ground behind a text frame."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour_of(light)
