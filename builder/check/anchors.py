"""The places on a page that a link can name: its headings, and its blocks with an id."""

from __future__ import annotations

from functools import lru_cache

from builder.check.inspection import Inspection
from builder.check.prose import body_passages
from builder.model.lesson import Block


@lru_cache(maxsize=256)
def anchors(inspection: Inspection, path: str) -> frozenset[str]:
    """The names of the places on the page `path`; empty for a page that could not be read."""
    text = next((text for text in inspection.texts if text.path == path), None)
    if text is None:
        return frozenset()
    # The way the pages name a heading. Its import is dear, so it waits until a link asks.
    from markdown.extensions.toc import unique

    from builder.markup.slugs import heading_slug

    found: set[str] = set()
    for passage in body_passages(
        inspection.reading.sources[path], text.body.line, text.body.blocks, text.language, "student"
    ):
        if passage.role == "label" and (name := heading_slug(passage.plain.text)):
            unique(name, found)
    for block in text.body.walk():
        found.update(_of_block(inspection, block))
    return frozenset(found)


def _of_block(inspection: Inspection, block: Block) -> list[str]:
    """The ids the page gives to a block and to what it prints from the registers.

    Cards of law and help have none: the same card may stand on a page twice.
    """
    match block.name:
        case "activity" | "scenario" if block.options.get("id"):
            return [f"{block.name}-{block.options['id']}"]
        case "choices" | "ground-rules":
            return [block.name]
        case "glossary":
            return [f"term-{word}" for word in inspection.curriculum.registers.glossary]
        case _:
            return []
