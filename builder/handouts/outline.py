"""Heading levels of a finished document: one step down at a time, as PDF/UA asks, whatever a part was on its page."""

from __future__ import annotations

from builder.handouts.nodes import Node

DEEPEST = 6


def levelled(blocks: list[Node], depth: int = 2) -> list[Node]:
    """The blocks with new heading levels: `depth` for those that stand here, one more for those inside a titled part."""
    flat = [block["level"] for block in blocks if block["kind"] == "heading"]
    base, last = min(flat, default=depth), depth - 1
    out = []
    for block in blocks:
        if block["kind"] == "heading":
            last = min(depth + block["level"] - base, last + 1, DEEPEST)
            out.append({**block, "level": last})
        else:
            out.append(_inside(block, depth))
            last = depth if block.get("title") else last
    return out


def _inside(block: Node, depth: int) -> Node:
    if block["kind"] == "section":
        inner = min(depth + 1, DEEPEST) if block["title"] else depth
        return {**block, "level": depth, "body": levelled(block["body"], inner)}
    if block["kind"] == "list":
        return {**block, "items": [levelled(item, depth) for item in block["items"]]}
    if block["kind"] == "columns":
        return {**block, "left": levelled(block["left"], depth), "right": levelled(block["right"], depth)}
    if block["kind"] in {"quote", "lines"}:
        return {**block, "body": levelled(block["body"], depth)}
    return block
