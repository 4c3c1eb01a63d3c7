"""What the checks see is what the page shows: the outline of a body and the Markdown extension agree on every block."""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from builder.markup.extension import LikenessExtension
from builder.model.blocks import BLOCKS
from builder.model.view import View
from builder.read import read_curriculum
from builder.read.outline import read_outline
from tests.check.laying import BASE

GOOD_OPTIONS = {
    "activity": "    id: one\n    minutes: 5\n    kind: open\n    grouping: pairs",
    "statute": "    law: xa-pic-1",
    "quote": "    source: A judge",
    "law": "    topics: making, sharing",
    "fact": "    id: U01",
    "module": "    id: asking",
    "cut-outs": "    task: match",
}


@cache
def view() -> View:
    curriculum = read_curriculum(BASE).curriculum
    assert curriculum is not None
    return View(curriculum, curriculum.editions["xa"], "en", "teacher")


Seen = tuple[str, str, dict[str, str]]


def on_the_page(text: str) -> list[Seen]:
    """Name, title and options of the blocks that the extension opens, in the order of the page."""
    opened: list[Seen] = []
    markdown = Markdown(extensions=["footnotes", "tables", "sane_lists", LikenessExtension(view(), "ask-first")])
    blocks = markdown.parser.blockprocessors["blocks"].blocks

    def recording(kind: type[Any]) -> type[Any]:
        def on_create(self: Any, parent: Element) -> Element:
            options = {key: as_text(value) for key, value in self.options.items() if value != "" and key != "attrs"}
            opened.append((kind.NAME, (self.argument or "").strip(), options))
            element: Element = kind.on_create(self, parent)
            return element

        return type(kind.__name__, (kind,), {"on_create": on_create})

    for name in list(blocks):
        blocks[name] = recording(blocks[name])
    markdown.convert(text)
    return opened


def as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_the_outline(text: str) -> list[Seen] | None:
    """The same of the outline, or `None` where it has something to complain about."""
    body, findings = read_outline("lesson.md", text, 1)
    return None if findings else [(block.name, block.title, block.options) for block in body.walk()]


VALUES = st.one_of(
    st.sampled_from(
        [
            "A judge",
            "A: B",
            "'A: B'",
            '"A"',
            "a # b",
            "007",
            "1_000",
            "12:30",
            "2024-01-01",
            "yes",
            "~",
            "",
            "[a]",
            "{a: b}",
            "*a",
            "&a b",
        ]
    ),
    st.text(alphabet=st.sampled_from("ab1 :#'\"[]{}&*!|>%@`,-가"), max_size=8),
)


@given(value=VALUES, deeper=st.sampled_from(["", " ", "  "]))
@settings(max_examples=300, deadline=None)
def test_an_option_is_the_text_that_is_written_or_the_author_is_told(value: str, deeper: str) -> None:
    text = f"/// quote\n    {deeper}source: {value}\n\n> I say so.\n\n///"
    outline = in_the_outline(text)
    if outline is not None:
        assert outline == on_the_page(text)


WORDS = st.sampled_from(
    [
        "", "", "", "Ask first.", "- a list", "  going on", "> a quote", "1. one", "///", "////", "/// note", "/// Note", "/// nte",
        "//// note | Title", "/// scenario | A story", "/// note |", " /// note", "    /// note", "> /// note", "- /// note", "///note",
        "/// note more", "/// 활동 | 하나", "```", "~~~", "    only: XA", "    only: [XA]", "    id: 007", "    id: yes", "    lines: 3",
        "\tlines: 3", "     lines: 3", "    just text", "    source: A: B", "    source: 'A: B'", "    source: a # b", "---", "===",
        "| a | b |", "|--|--|", "# Heading", "[^1]: a note", "[a]: b", "<div>", "</div>", "`/// note`", "\\/// note", "*a*", "\u00a0",
    ]
)  # fmt: skip


@st.composite
def well_made(draw: st.DrawFn) -> str:
    """A body of blocks that open and close, some inside others."""

    def block(depth: int) -> str:
        name = draw(st.sampled_from(sorted(BLOCKS)))
        spec = BLOCKS[name]
        title = " | A title" if spec.title == "required" else ""
        lines = [f"/// {name}{title}", *([GOOD_OPTIONS[name]] if name in GOOD_OPTIONS else []), ""]
        inner = draw(st.integers(0, 2)) if spec.body and depth < 3 else 0
        if spec.body:
            lines += ["> The law says so." if name in ("statute", "quote") else "Some text.", ""]
        for _ in range(inner):
            lines += [block(depth + 1), ""]
        return "\n".join([*lines, "///"])

    return "\n\n".join(block(0) for _ in range(draw(st.integers(1, 4))))


@given(text=well_made())
@settings(max_examples=60, deadline=None)
def test_well_made_bodies_have_no_fault_and_the_same_blocks(text: str) -> None:
    assert in_the_outline(text) == on_the_page(text)


@given(lines=st.lists(WORDS, max_size=16))
@settings(max_examples=250, deadline=None)
@example(["/// note", "    only: XA", "", "a", "", "///"])
@example(["- a list", "", "  /// note", "", "  b", "", "  ///"])
@example(["```", "/// note", "", "a", "", "///", "```"])
@example(["[^1]: a note", "", "    /// note", "", "    b", "", "    ///"])
def test_whatever_lines_follow_each_other_both_see_the_same_or_the_author_is_told(lines: list[str]) -> None:
    text = "\n".join(lines)
    outline = in_the_outline(text)
    if outline is not None:
        assert outline == on_the_page(text)


@given(text=st.text(alphabet=st.sampled_from("/// |\n note:scenario-[]{}'\"#>-*1.\t활"), max_size=80))
@settings(max_examples=250, deadline=None)
def test_any_mixture_of_signs_is_seen_alike_or_told(text: str) -> None:
    outline = in_the_outline(text)
    if outline is not None:
        assert outline == on_the_page(text)
