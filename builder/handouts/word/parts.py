"""Sections with a role of their own in Word: stories, corrections, law, help, the teacher's notes. As in `template/parts.typ`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Node
from builder.handouts.word.blocks import BOLD, SMALL, blocks
from builder.handouts.word.look import HAIR, INK, MIST, QUIET
from builder.handouts.word.running import Hand, run
from builder.handouts.word.sheet import Box, Sheet, letters

Look = Callable[[Sheet], Box]

_LOOKS: dict[str, Look] = {
    "scenario": lambda sheet: Box(sheet.colours[1], left=24, colour=sheet.colours[0], roomy=True),
    "myth": lambda sheet: Box(edge=10, colour=sheet.colours[0], roomy=True),
    "help": lambda sheet: Box(edge=14, colour=sheet.colours[0], roomy=True),
    "first-steps": lambda sheet: Box(edge=14, colour=sheet.colours[0], roomy=True),
    "pathway": lambda sheet: Box(MIST, left=24, colour=INK, roomy=True),
    "teacher": lambda sheet: Box(left=12, colour=QUIET, pattern="dotted", roomy=True),
    **dict.fromkeys(("support", "stretch", "note"), lambda sheet: Box(left=16, colour=HAIR, roomy=True)),
    **dict.fromkeys(("easy-read", "objectives"), lambda sheet: Box(MIST, roomy=True)),
    **dict.fromkeys(
        ("choices", "ground-rules", "statute", "quote", "fact", "baseline", "read-first"),
        lambda sheet: Box(edge=6, colour=HAIR, roomy=True),
    ),
}
"""The boxes."""

_OPEN = frozenset({"law", "provision", "vocabulary", "plain", "two-up", "sheet", "plan", "sources", "notes"})
"""Sections without a box."""


def part(sheet: Sheet, node: Node) -> str:
    """A section. Raises `TypesetError` for a role that nobody has thought of for Word."""
    role = node["role"]
    if role == "activity":
        return _activity(sheet, node)
    if role == "service":
        return _service(sheet, node)
    if role in {"notes", "sources"}:
        return _titled(replace(sheet, style="Notes"), node)
    if role in _OPEN:
        return _titled(sheet, node)
    if role not in _LOOKS:
        raise TypesetError(f"the Word file does not know a part with the role {role}")
    return sheet.box(_LOOKS[role](sheet), lambda inner: _titled(inner, node, boxed=True), whole=bool(node.get("whole")))


def _titled(sheet: Sheet, node: Node, *, boxed: bool = False) -> str:
    label = sheet.paragraph(run(sheet, node["label"]), "Label") if node.get("label") else ""
    style = f"heading {node['level']}"
    title = sheet.paragraph(run(sheet, node["title"]), style, first=boxed) if node["title"] else ""
    return label + title + blocks(sheet, node["body"])


def _activity(sheet: Sheet, node: Node) -> str:
    number = run(sheet, [f"{node['number']}  "], Hand(bold=True, colour=sheet.colours[0]))
    title = sheet.paragraph(number + run(sheet, node["title"]), f"heading {node['level']}")
    facts = sheet.paragraph(letters("  ·  ".join(node["facts"])), "Facts") if "facts" in node else ""
    return title + facts + blocks(sheet, node["body"])


def _service(sheet: Sheet, node: Node) -> str:
    """A help line: what it is, its number first and large, its name."""
    label = sheet.paragraph(run(sheet, node["label"], SMALL), "Fine Print", keep=True) if node["label"] else ""
    number = run(sheet, node["number"], Hand(bold=True, size=15)) + letters("  ") if node["number"] else ""
    name = sheet.paragraph(number + run(sheet, node["title"], BOLD), keep=True)
    return label + name + blocks(sheet, node["body"])
