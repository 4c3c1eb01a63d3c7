"""The teaching blocks whose matter the author writes: activities, stories, myths, notes, variants."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block, type_any

from builder.markup.elements import add
from builder.model.blocks import option, options_of
from builder.model.view import View


class TeachingBlock(Block):  # type: ignore[misc]
    """A block of the table `builder.model.blocks`; subclasses are made by `block_class`, one for each name."""

    ARGUMENT = None
    view: View

    def on_create(self, parent: Element) -> Element:
        """The block's element with its title; the body is added by the parser."""
        options = {
            key: str(value).lower() if isinstance(value, bool) else str(value)
            for key, value in self.options.items()
            if value != ""
        }
        return write(parent, self.view, self.NAME, (self.argument or "").strip(), options)

    def on_end(self, block: Element) -> None:
        """Finishes a myth: the claim comes after its correction."""
        if self.NAME == "myth":
            claim = add(block, "p", class_="claim")
            add(claim, "span", self.view.word("blocks.claim"), class_="label")
            SubElement(claim, "q").text = (self.argument or "").strip()
            add(claim, "span", self.view.word("blocks.verdict"), class_="verdict")
        if self.NAME in ("statute", "quote"):
            _write_origin(block, self.view, self.NAME, {k: str(v) for k, v in self.options.items()})


def block_class(name: str, view: View) -> type[TeachingBlock]:
    """The parser's class for the block `name` in `view`."""
    fields: dict[str, Any] = {
        "NAME": name,
        "OPTIONS": {key: ["", type_any] for key in options_of(name)},
        "view": view,
    }
    return type(f"{name.title().replace('-', '')}Block", (TeachingBlock,), fields)


def write(parent: Element, view: View, name: str, title: str, options: dict[str, str]) -> Element:
    """Opens the element of block `name` below `parent` and returns the element that takes the body."""
    level = level_below(parent)
    match name:
        case "activity":
            return _activity(parent, view, title, options, level)
        case "write" | "cut-outs":
            return _for_paper(parent, name, title, options)
        case "teacher":
            return _teacher(parent, view, title, options)
        case "scenario":
            block = add(parent, "section", class_="scenario")
            if options.get("id"):
                block.set("id", f"scenario-{options['id']}")
            return _titled(block, title, level)
        case "myth":
            block = add(parent, "section", class_="myth")
            add(block, f"h{level}", view.word("blocks.truth"), class_="truth")
            return block
        case "slide":
            return _titled(add(parent, "aside", class_="slide"), title, level)
        case "statute" | "quote":
            block = add(parent, "section", class_=name)
            return _titled(block, title, level) if title else block
        case "choices" | "ground-rules":
            block = add(parent, "section", class_=name, id=name)
            return _titled(block, title or view.word(f"blocks.{name}"), level)
        case _:
            return _titled(add(parent, "section", class_=name), title or view.word(f"blocks.{name}"), level, "variant")


def _for_paper(parent: Element, name: str, title: str, options: dict[str, str]) -> Element:
    """What paper has more of than the page: lines below the prompt, the table in pieces."""
    if name == "cut-outs":
        return add(parent, "div", class_="cut-outs", data_task=options.get("task", ""))
    block = add(parent, "div", class_="write", data_lines=option(name, options, "lines"))
    SubElement(block, "p", {"class": "prompt"}).text = title
    return block


def _titled(block: Element, title: str, level: int, class_: str = "") -> Element:
    heading = SubElement(block, f"h{level}", {"class": class_} if class_ else {})
    heading.text = title
    return block


def _activity(parent: Element, view: View, title: str, options: dict[str, str], level: int) -> Element:
    core = option("activity", options, "core")
    block = add(
        parent, "section", class_="activity", id=f"activity-{options['id']}", data_kind=options["kind"],
        data_grouping=options["grouping"], data_minutes=options["minutes"], data_core=core,
    )  # fmt: skip
    _titled(block, title, level)
    chips = add(block, "ul", class_="activity-facts")
    add(chips, "li", view.word("blocks.minutes", minutes=options["minutes"]), class_="minutes")
    add(chips, "li", view.word(f"blocks.{options['grouping']}"), class_="grouping")
    add(chips, "li", view.word(f"blocks.{options['kind']}"), class_="kind")
    if core == "true":
        add(chips, "li", view.word("blocks.core"), class_="core")
    return block


def _teacher(parent: Element, view: View, title: str, options: dict[str, str]) -> Element:
    part = option("teacher", options, "part")
    block = add(parent, "aside", class_="teacher", data_part=part)
    own = view.word("blocks.teacher" if part == "beside" else f"blocks.teacher-{part}")
    return _titled(block, title or own, 2 if part != "beside" else 3, "teacher-title")


def _write_origin(block: Element, view: View, name: str, options: dict[str, str]) -> None:
    if name == "quote":
        add(block, "p", options["source"], class_="source")
        return
    provision = view.registers.provision(options["law"])
    if provision:
        block.set("data-law", provision.id)
        add(block, "p", view.say(provision.citation), class_="source")


def _depth(parent: Element) -> int:
    """1 inside another teaching block, 0 at the top of the page. The parser hands over the block that takes the body."""
    return 1 if parent.tag in ("section", "aside") else 0


def level_below(parent: Element) -> int:
    """The heading level of a block below `parent`: 2 at the top of the page, 3 inside a block."""
    return 2 + _depth(parent)
