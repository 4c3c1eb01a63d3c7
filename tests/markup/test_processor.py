"""Our parser of blocks reads every text as the library's does; it only does less for it."""

from __future__ import annotations

from markdown import Markdown
from pymdownx.blocks import BlocksMgrExtension

from builder.markup.extension import LikenessExtension
from builder.model.curriculum import Curriculum
from builder.model.view import View
from tests.markup.test_blocks import view_of

IN_LISTS = """- item

    //// note | Outer
    text

    - inner

        /// scenario | In a list in a block in a list
        words

        more
        ///

    1. numbered

    ////

- second

/// note | After
    not: [yaml
words
///
"""


class _TheirBlocks(LikenessExtension):
    """The same blocks with the library's own parser."""

    def register_block_mgr(self, md: Markdown) -> object:  # type: ignore[override]
        manager = BlocksMgrExtension()
        manager.extendMarkdown(md)
        return manager.extension


def _read(text: str, view: View, extension: type[LikenessExtension], lesson: str = "") -> str:
    return Markdown(extensions=["footnotes", "tables", "sane_lists", extension(view, lesson)]).convert(text)


def test_blocks_in_lists_are_read_as_the_library_reads_them(curriculum: Curriculum) -> None:
    view = view_of(curriculum, "teacher")
    made = _read(IN_LISTS, view, LikenessExtension)
    assert made == _read(IN_LISTS, view, _TheirBlocks)
    assert made.count("<section") == 2 and "<li>\n<p>inner</p>\n<section" in made, "both stand where they were written"


def test_every_lesson_is_read_as_the_library_reads_it(curriculum: Curriculum) -> None:
    for (lesson, language), found in curriculum.lessons.items():
        for audience in ("student", "teacher"):
            view, text = view_of(curriculum, audience, language), found.body.text
            ours, theirs = (_read(text, view, extension, lesson) for extension in (LikenessExtension, _TheirBlocks))
            assert ours == theirs, (lesson, language, audience)
