"""Running text, lists and tables of the print tree as paragraphs of a text frame: one function for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

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
    """Put the paragraphs into an empty text frame, each run in its language."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _mark(paragraph, line, colour)
        for part in line.body:
            _run(paragraph, part, language, size)


def _mark(paragraph: Any, line: Line, colour: str) -> None:
    """The sign before a paragraph: a dash as on the wall, or the number the list has there. Korean words stay whole."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("eaLnBrk", "0")
    if not line.mark:
        return
    properties.set("marL", str(342900 * (line.deep + 1)))
    properties.set("indent", "-342900")
    ink = f'<a:buClr {nsdecls("a")}><a:srgbClr val="{colour.upper()}"/></a:buClr>' if colour else ""
    if line.mark == "bullet":
        sign = f'<a:buFont {nsdecls("a")} typeface="Arial"/>', f'<a:buChar {nsdecls("a")} char="–"/>'
    else:
        sign = (
            f'<a:buFont {nsdecls("a")} typeface="+mj-lt"/>',
            f'<a:buAutoNum {nsdecls("a")} type="arabicPlain" startAt="{line.mark}"/>',
        )
    for xml in (ink, *sign):
        if xml:
            properties.append(parse_xml(xml))


def _run(paragraph: Any, part: Inline, language: str, size: float, *, bold: bool = False, to: str = "") -> None:
    if isinstance(part, dict):
        kind = part["kind"]
        if kind == "break":
            paragraph.add_line_break()
            return
        if kind in {"note", "slot"}:
            return
        if kind not in SIMPLE | {"strong", "emph", "link"}:
            raise TypesetError(f"slides to edit do not know running text of the kind {kind}")
        words: list[Inline] = ["“", *part["body"], "”"] if kind == "quoted" else part["body"]
        spoken = part.get("language", language)
        for inner in words:
            _run(paragraph, inner, spoken, size, bold=bold or kind in {"strong", "emph"}, to=part.get("to", to))
        return
    run = paragraph.add_run()
    run.text = part
    run._r.get_or_add_rPr().set("lang", tag(language))
    if bold:
        run.font.bold = True
    if size:
        run.font.size = Pt(size)
    if to.startswith("http"):
        run.hyperlink.address = to


def tag(language: str) -> str:
    """A language as the format names it."""
    return {"en": "en-GB", "ko": "ko-KR"}.get(language, language)


def tint(shape: Any, light: str) -> None:
    """A ground behind a text frame."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour_of(light)
