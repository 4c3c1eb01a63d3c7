"""The library's parser of blocks, without what it would do again for every line of a lesson and for every view of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from pymdownx.blocks import BlocksMgrExtension, BlocksProcessor, BlocksTreeprocessor
from pymdownx.util import escape_chars


class QuickProcessor(BlocksProcessor):  # type: ignore[misc]
    """Reads the options of a block once, and looks for lists round a block only where it stands."""

    def parse_blocks(self, blocks: list[str], current_parent: Element) -> None:
        """The library looks for list items through all of `current_parent`, for every line; what is open stands in its last child."""
        near = current_parent if current_parent.tag in {"li", "dd"} or not len(current_parent) else current_parent[-1]
        super().parse_blocks(blocks, near)

    def split_header(self, block: str, length: int) -> tuple[dict[str, Any] | None, str]:
        """The options at the beginning of a block, `None` where they make no sense, and the rest of it."""
        return _split_header(block, length)


class QuickBlocks(BlocksMgrExtension):  # type: ignore[misc]
    """Puts our parser where the library puts its own."""

    def extendMarkdown(self, md: Markdown) -> None:  #
        """Registers the parser, and what it does when inline text has been read."""
        md.registerExtension(self)
        escape_chars(md, ["/"])
        self.extension = QuickProcessor(md.parser, md)
        md.parser.blockprocessors.register(self.extension, "blocks", 89.99)  # right after the indentation of lists
        md.treeprocessors.register(BlocksTreeprocessor(md, self.extension), "blocks_on_inline_end", 19.99)


_READER = BlocksProcessor(Markdown().parser, Markdown())


@lru_cache(maxsize=2_000)
def _split_header(block: str, length: int) -> tuple[dict[str, Any] | None, str]:
    """Remembered, since both views of a lesson, its page and its handouts hold the same blocks. Nobody writes into the options."""
    found: tuple[dict[str, Any] | None, str] = _READER.split_header(block, length)
    return found
