"""The Markdown extension: the teaching blocks, references and notes, for the pages and for the handouts alike.

Named `builder.markup` in `mkdocs.yml`, it needs nothing else: it reads the curriculum of the folder it is told about. Raw HTML
is shown as the text it is, and links may only lead where a page may lead.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import type_any

from builder.markup import listing_blocks, register_blocks
from builder.markup.baseline import write_baseline
from builder.markup.processor import QuickBlocks, QuickProcessor
from builder.markup.quiz_form import write_check
from builder.markup.references import FootnoteNotes, GlossaryPattern, ReferencePattern
from builder.markup.slugs import heading_slug
from builder.markup.teaching import TeachingBlock, block_class, level_below
from builder.markup.visible import visible_text
from builder.model.blocks import BLOCKS, option, options_of
from builder.model.view import View

_SAFE = re.compile(r"(https?:|tel:|#|\.{0,2}/|[^:/?#]+([/?#]|$))", re.IGNORECASE)
"""Addresses a link may have: web, telephone, or relative. `javascript:` and `data:` are none of these."""


class LikenessExtension(BlocksExtension):  # type: ignore[misc]
    """The teaching blocks in one view. `lesson`: whose items a `quiz` block without a name shows; "" finds it by the text.

    `forms`: whether a self-check is filled in; paper has sheets of its own and needs only to know where it stands.
    """

    def __init__(self, view: View, lesson: str = "", ending: str = ".md", *, forms: bool = True) -> None:
        super().__init__()
        self.view, self.lesson, self.ending, self.forms = view, lesson, ending, forms

    def register_block_mgr(self, md: Markdown) -> QuickProcessor:
        """Our parser of blocks in place of the library's."""
        manager = QuickBlocks()
        manager.extendMarkdown(md)
        return manager.extension

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  #
        """Registers one parser class for each name of the table of blocks."""
        for name, spec in BLOCKS.items():
            block_mgr.register(block_class(name, self.view) if spec.body else self._register_class(name), {})

    def extendMarkdown(self, md: Markdown) -> None:  #
        """Adds the references, notes and safety steps."""
        super().extendMarkdown(md)
        for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
            if name in registry:
                registry.deregister(name)
        md.preprocessors.register(VisibleOnly(md, self), "likeness-visible", 40)
        md.preprocessors.register(FootnoteNotes(md, self.view), "likeness-notes", 35)
        md.inlinePatterns.register(GlossaryPattern(md), "likeness-glossary", 185)
        md.inlinePatterns.register(ReferencePattern(md, self.view), "likeness-reference", 184)
        md.treeprocessors.register(SafeTree(md), "likeness-safe", 1)
        if "toc" in md.treeprocessors:
            md.treeprocessors["toc"].slugify = heading_slug  # type: ignore[attr-defined]

    def _register_class(self, name: str) -> type[TeachingBlock]:
        """The parser class of a block without a body: it is written as soon as it is opened."""
        extension = self

        class RegisterBlock(TeachingBlock):
            NAME = name
            OPTIONS: ClassVar[dict[str, list[Any]]] = {key: ["", type_any] for key in options_of(name)}
            view = extension.view

            def on_create(self, parent: Element) -> Element:
                options = {key: str(value) for key, value in self.options.items() if value != ""}
                return extension.write(parent, name, (self.argument or "").strip(), options)

        return RegisterBlock

    def write(self, parent: Element, name: str, title: str, options: dict[str, str]) -> Element:
        """Writes the block `name` from the registers below `parent` and returns its element."""
        view, level = self.view, level_below(parent)
        match name:
            case "quiz":
                return self._write_quiz(parent, options)
            case "module":
                return listing_blocks.write_module(parent, view, title, options, level, self.ending)
            case "law" | "help" | "pathway" | "fact":
                return getattr(register_blocks, f"write_{name}")(parent, view, title, options, level)  # type: ignore[no-any-return]
            case _:
                return getattr(listing_blocks, f"write_{name}")(parent, view, title, options, level)  # type: ignore[no-any-return]

    def _write_quiz(self, parent: Element, options: dict[str, str]) -> Element:
        quiz = self.view.quiz(options.get("lesson") or self.lesson)
        before = len(parent)
        if quiz and quiz.items:
            if option("quiz", options, "part") == "baseline":
                write_baseline(parent, self.view, quiz)
            elif self.forms:
                write_check(parent, self.view, quiz)
            else:
                SubElement(parent, "form", {"class": "quiz"})
        return parent[-1] if len(parent) > before else Element("div")


class VisibleOnly(Preprocessor):
    """Takes out what the view does not show, and finds out which lesson the text is, where nobody said."""

    def __init__(self, md: Markdown, extension: LikenessExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """The lines the view shows."""
        text = "\n".join(lines)
        lessons = self.extension.view.curriculum.lessons.values()
        found = next((lesson.id for lesson in lessons if lesson.body.text.strip() == text.strip()), "")
        self.extension.lesson = found or self.extension.lesson
        return visible_text(self.extension.view, text).split("\n")


class SafeTree(Treeprocessor):
    """Last look at the tree: no style attribute, no address that a page must not have."""

    def run(self, root: Element) -> None:
        """Turns table alignment into classes, frees empty corners from being headers, and disarms unsafe addresses."""
        for element in root.iter():
            if element.tag == "th" and not len(element) and not (element.text or "").strip():
                element.tag = "td"  # a header that says nothing is read out as one
            style = element.attrib.pop("style", "")
            if "text-align" in style:
                element.set("class", style.split(":")[1].strip("; "))
            for name in ("href", "src"):
                if name in element.attrib and not _SAFE.match(element.attrib[name].strip()):
                    del element.attrib[name]
