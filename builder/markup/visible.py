"""What of a body a view shows: blocks for others are taken out of the text before anything is made of it."""

from __future__ import annotations

from builder.model.blocks import BLOCKS, listed
from builder.model.lesson import Block
from builder.model.view import View
from builder.read.outline import read_outline


def is_visible(view: View, block: Block) -> bool:
    """Whether `view` shows `block`: teacher blocks only to teachers, `only` blocks only in their jurisdictions."""
    spec = BLOCKS.get(block.name)
    if spec is not None and spec.audience == "teacher" and view.audience != "teacher":
        return False
    return view.shows(listed(block.options.get("only", "")))


def visible_text(view: View, text: str) -> str:
    """The Markdown `text` without the blocks this view does not show; their lines become empty."""
    body, _ = read_outline("", text, 1)
    lines = text.split("\n")
    for block in body.walk():
        if not is_visible(view, block):
            lines[block.line - 1 : block.end] = [""] * (block.end - block.line + 1)
    return "\n".join(lines)
