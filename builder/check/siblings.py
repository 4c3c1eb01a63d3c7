"""Languages agree: the same files, ids, minutes, blocks, items, keys and facts in each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeVar

from builder.check.inspection import Inspection
from builder.check.references import Reference, references
from builder.model.blocks import listed
from builder.model.finding import Finding, Place, Rule, finding
from builder.model.items import Item
from builder.model.lesson import Block, Lesson, Page
from builder.model.quiz import Quiz

MISSING = Rule(
    "A001",
    "error",
    "a lesson, page or quiz is there in every language that an edition builds",
    "write it, by the same plan",
)
HEAD = Rule("A002", "error", "front matter agrees in every language", "make both files say the same")
BLOCKS = Rule(
    "A003", "error", "the same blocks stand in the same order in every language", "make both files have the same blocks"
)
OPTIONS = Rule("A004", "error", "a block has the same options in every language", "make both files say the same")
ITEMS = Rule(
    "A005",
    "error",
    "a quiz has the same items in the same order in every language",
    "make both files have the same items",
)
KEYS = Rule(
    "A006",
    "error",
    "an item has the same type, options, key, objective and sources in every language",
    "make both files say the same",
)
FACTS = Rule(
    "A007",
    "error",
    "a lesson cites the same facts and figures in every language",
    "cite it in both files, or in neither",
)

RULES = (MISSING, HEAD, BLOCKS, OPTIONS, ITEMS, KEYS, FACTS)

_FREE_OPTIONS = {"source", "lines"}
"""Options in which languages may differ: a citation is words, and Korean handwriting needs other lines."""

Text = TypeVar("Text", bound=Lesson | Page | Quiz)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings where languages disagree. Each is told once, in the file that is not the model."""
    curriculum = inspection.curriculum
    for first, other in _pairs(curriculum.lessons):
        yield from _heads(inspection, first, other)
    for page, sibling in _pairs(curriculum.pages):
        if page.head.kind != sibling.head.kind:
            yield _differs(inspection, HEAD, sibling.path, ("kind",), sibling.head.kind, page.head.kind, page.path)
    for text, twin in _bodies(inspection):
        yield from _blocks(inspection, text, twin)
    for quiz, quiz_sibling in _pairs(curriculum.quizzes):
        yield from _items(inspection, quiz, quiz_sibling)
    yield from _facts(inspection)
    for shelf in (curriculum.lessons, curriculum.pages, curriculum.quizzes):
        yield from _missing(inspection, shelf)


def _by_name(shelf: Mapping[tuple[str, str], Text]) -> dict[str, dict[str, Text]]:
    found: dict[str, dict[str, Text]] = {}
    for (name, language), text in sorted(shelf.items()):
        if language:
            found.setdefault(name, {})[language] = text
    return found


def _pairs(shelf: Mapping[tuple[str, str], Text]) -> Iterator[tuple[Text, Text]]:
    """Each text beside its model: the English one where there is one, else the first by language."""
    for texts in _by_name(shelf).values():
        model = texts.get("en") or next(iter(texts.values()))
        yield from ((model, other) for other in texts.values() if other is not model)


def _bodies(inspection: Inspection) -> Iterator[tuple[Lesson | Page, Lesson | Page]]:
    """Lessons and pages beside their models, where the blocks of both could be read."""
    pairs: list[tuple[Lesson | Page, Lesson | Page]] = [*_pairs(inspection.curriculum.lessons)]
    pairs.extend(_pairs(inspection.curriculum.pages))
    for first, other in pairs:
        if inspection.blocks_whole(first.path) and inspection.blocks_whole(other.path):
            yield first, other


def _missing(inspection: Inspection, shelf: Mapping[tuple[str, str], Text]) -> Iterator[Finding]:
    wanted = inspection.languages
    for texts in _by_name(shelf).values():
        present = next(iter(texts.values()))
        for language in wanted:
            path = _in_language(present.path, present.language, language)
            if language not in texts and path not in inspection.present:
                yield finding(
                    MISSING,
                    Place(present.path),
                    f"{path} is missing: an edition builds this language",
                    f"write {path}, by the same plan",
                )


def _in_language(path: str, language: str, wanted: str) -> str:
    stem, ending = path.rsplit(f".{language}.", 1)
    return f"{stem}.{wanted}.{ending}"


def _differs(
    inspection: Inspection, rule: Rule, path: str, at: tuple[str | int, ...], here: object, there: object, other: str
) -> Finding:
    line = inspection.place(other, at).line
    name = next((part for part in reversed(at) if isinstance(part, str)), "this")
    return finding(
        rule, inspection.place(path, at), f'"{name}" is {_said(here)} here and {_said(there)} in {other}:{line}'
    )


def _said(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "empty"
    return str(value) or "empty"


def _heads(inspection: Inspection, first: Lesson, other: Lesson) -> Iterator[Finding]:
    for key in ("band", "minutes", "core_minutes", "vocabulary", "standards"):
        here, there = getattr(other.head, key), getattr(first.head, key)
        if here != there:
            yield _differs(inspection, HEAD, other.path, (key,), here, there, first.path)
    here, there = ([objective.id for objective in lesson.head.objectives] for lesson in (other, first))
    if here != there:
        yield _differs(inspection, HEAD, other.path, ("objectives",), here, there, first.path)


def _blocks(inspection: Inspection, first: Lesson | Page, other: Lesson | Page) -> Iterator[Finding]:
    mine, theirs = _outline(first.body.blocks), _outline(other.body.blocks)
    for (depth, block), (model_depth, model) in zip(theirs, mine, strict=False):
        if (depth, block.name) != (model_depth, model.name):
            place = inspection.block_place(other.path, block)
            message = f'the block "{block.name}"{_deep(depth)} stands where {first.path}:{model.line} has "{model.name}"{_deep(model_depth)}'
            yield finding(BLOCKS, place, message, length=len(block.name))
            return
        yield from _options(inspection, first.path, model, other.path, block)
    if len(mine) != len(theirs):
        longer, path, shorter = (
            (mine, first.path, other.path) if len(mine) > len(theirs) else (theirs, other.path, first.path)
        )
        extra = longer[min(len(mine), len(theirs))][1]
        yield finding(
            BLOCKS,
            inspection.block_place(path, extra),
            f'the block "{extra.name}" has no counterpart in {shorter}',
            length=len(extra.name),
        )


def _deep(depth: int) -> str:
    return " (inside another)" if depth else ""


def _outline(blocks: tuple[Block, ...], depth: int = 0) -> list[tuple[int, Block]]:
    return [pair for block in blocks for pair in ((depth, block), *_outline(block.children, depth + 1))]


def _options(inspection: Inspection, model_path: str, model: Block, path: str, block: Block) -> Iterator[Finding]:
    for key in dict.fromkeys((*model.options, *block.options)):
        here, there = block.options.get(key, ""), model.options.get(key, "")
        if key not in _FREE_OPTIONS and listed(here) != listed(there):
            place = inspection.option_place(path, block, key)
            message = f'"{key}" of the block "{block.name}" is {_said(here)} here and {_said(there)} in {model_path}:{model.option_lines.get(key, model.line)}'
            yield finding(OPTIONS, place, message, length=max(1, len(here)))


def _items(inspection: Inspection, first: Quiz, other: Quiz) -> Iterator[Finding]:
    for number, (item, model) in enumerate(zip(other.items, first.items, strict=False)):
        at = ("items", number)
        if item.id != model.id:
            line = inspection.place(first.path, at).line
            message = f'item {number + 1} is "{item.id}" here and "{model.id}" in {first.path}:{line}'
            yield finding(ITEMS, inspection.place(other.path, (*at, "id")), message, length=len(item.id))
            return
        yield from _keys(inspection, first.path, model, other.path, item, number)
    if len(first.items) != len(other.items):
        message = f"this quiz has {len(other.items)} items, {first.path} has {len(first.items)}"
        yield finding(ITEMS, inspection.place(other.path, ("items",)), message)


def _keys(
    inspection: Inspection, model_path: str, model: Item, path: str, item: Item, number: int
) -> Iterator[Finding]:
    here, there = ({"type": one.type, **one.same()} for one in (item, model))
    for key in dict.fromkeys((*here, *there)):
        if here.get(key) != there.get(key):
            at = ("items", number, key)
            line = inspection.place(model_path, at).line
            message = f'item "{item.id}": "{key}" is {_said(here.get(key, ""))} here and {_said(there.get(key, ""))} in {model_path}:{line}'
            yield finding(KEYS, inspection.place(path, at), message)


def _facts(inspection: Inspection) -> Iterator[Finding]:
    cited: dict[str, list[Reference]] = {}
    for reference in references(inspection):
        if reference.kind in ("note", "figure"):
            cited.setdefault(reference.path, []).append(reference)
    for first, other in _bodies(inspection):
        yield from _uncited(cited.get(first.path, []), cited.get(other.path, []), other.path)
        yield from _uncited(cited.get(other.path, []), cited.get(first.path, []), first.path)


def _uncited(here: list[Reference], there: list[Reference], other: str) -> Iterator[Finding]:
    """The references of one file that stand more often in it than in its sibling `other`."""
    counts = Counter((reference.kind, reference.id, reference.name) for reference in there)
    for reference in here:
        key = (reference.kind, reference.id, reference.name)
        if counts[key] == 0:
            shown = f"[^{reference.id}]" if reference.kind == "note" else f"{{{reference.id}.{reference.name}}}"
            yield finding(FACTS, reference.place, f"{shown} stands here and not in {other}", length=reference.length)
