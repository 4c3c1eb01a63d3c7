"""The block kinds of the print tree in Word: one function each, and the table that finds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Inline, Node
from builder.handouts.word.lists import BOX, BULLETS, NUMBERS, RING, TICKED, Marks
from builder.handouts.word.look import QUIET, SIGNS
from builder.handouts.word.running import Hand, run
from builder.handouts.word.sheet import RULING, Box, Sheet, cell, letters, on_new_page, row
from builder.signs import APART

FINE_PRINT = frozenset(
    {
        "source", "not-advice", "checked", "caveat", "confidence", "why", "write-lines", "small", "not-signed", "applies", "minors",
        "no-law", "where", "what", "classroom-note", "claim", "options",
    }
)  # fmt: skip
"""Roles of paragraphs in small letters, as in `template/blocks.typ`."""

BOLD = Hand(bold=True)
SMALL = Hand(colour=QUIET, size=9)
DRAWN = f'<w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:eastAsia="{SIGNS}"/>'

Writer = Callable[[Sheet, Node], str]


def blocks(sheet: Sheet, nodes: Iterable[Node]) -> str:
    """The blocks one below the other. Raises `TypesetError` for a kind that nobody has thought of for Word."""
    out, breaks = [], False
    for node in nodes:
        if node["kind"] == "pagebreak":
            breaks = True
            continue
        made = _block(sheet, node)
        out.append(on_new_page(made) if breaks else made)
        breaks = False
    return "".join(out)


def _block(sheet: Sheet, node: Node) -> str:
    if node["kind"] not in _KINDS:
        raise TypesetError(f"the Word file does not know a block of the kind {node['kind']}")
    return _KINDS[node["kind"]](sheet, node)


def _para(sheet: Sheet, node: Node) -> str:
    role = node.get("role", "")
    style = "Fine Print" if role in FINE_PRINT else "Lead" if role == "lead" else ""
    hand = BOLD if role in {"stem", "statement"} else Hand()
    return sheet.paragraph(run(sheet, node["body"], hand), style, keep=bool(node.get("leads")))


def _heading(sheet: Sheet, node: Node) -> str:
    return sheet.paragraph(run(sheet, node["body"]), f"heading {node['level']}")


def _list(sheet: Sheet, node: Node) -> str:
    role = node.get("role")
    if role == "contacts":
        bodies: list[list[Inline]] = [item[0]["body"] for item in node["items"]]
        return sheet.paragraph(run(sheet, _joined(bodies), SMALL), "Fine Print")
    marks = NUMBERS if node["ordered"] else Marks(BOX, drawn=True) if role == "check" else BULLETS
    number = sheet.begin_list(marks, node.get("start", 1))
    return "".join(item(sheet, marks, number, inside) for inside in node["items"])


def item(sheet: Sheet, marks: Marks, number: int, inside: list[Node]) -> str:
    """An item: its first paragraph carries the mark, what follows stands in as far."""
    first, *rest = inside or [{"kind": "para", "body": []}]
    if first["kind"] != "para":
        first, rest = {"kind": "para", "body": []}, [first, *rest]
    style = sheet.style if sheet.style != "Normal" else "List Item"
    return sheet.paragraph(run(sheet, first["body"]), style, number=number) + blocks(sheet.deeper(marks), rest)


def _joined(bodies: list[list[Inline]]) -> list[Inline]:
    return [part for number, body in enumerate(bodies) for part in ([APART] if number else []) + body]


def _table(sheet: Sheet, node: Node) -> str:
    [head] = node["head"]
    widths = sheet.columns(node.get("widths") or [1] * len(head))
    plain = Box(bottom=4)
    text = "Table Text"
    heads = [
        cell(sheet.inside(wide).paragraph(run(sheet, words, BOLD), text), wide, Box(sheet.colours[1], bottom=6))
        for wide, words in zip(widths, head, strict=True)
    ]
    rows = [row(heads, whole=True, head=True)]
    for place, cells in enumerate(node["rows"]):
        look = Box("e8e8e8", bottom=4) if place in node.get("core", ()) else plain
        bold = BOLD if node.get("role") == "strip" else Hand()
        drawn = [
            cell(sheet.inside(wide).paragraph(_in_cell(sheet, node, column, words, bold), text), wide, look)
            for column, (wide, words) in enumerate(zip(widths, cells, strict=True))
        ]
        rows.append(row(drawn, 0 if all(cells) else RULING, whole=True))
    return sheet.table(node.get("widths") or [1] * len(head), rows)


def _in_cell(sheet: Sheet, node: Node, column: int, words: list[Inline], hand: Hand) -> str:
    """The words of a cell; an empty one is there to be written into, or has a box to tick."""
    if not words and column in node.get("ticks", ()):
        return letters(BOX, DRAWN)
    return run(sheet, words, hand)


def _facts(sheet: Sheet, node: Node) -> str:
    pairs: list[list[Inline]] = [_entry(e, "" if node.get("role") == "glossary" else ":") for e in node["entries"]]
    if node.get("role") == "glossary":
        return "".join(sheet.paragraph(run(sheet, pair)) for pair in pairs)
    return sheet.paragraph(run(sheet, _joined(pairs), SMALL), "Fine Print")


def _entry(entry: Node, mark: str) -> list[Inline]:
    """The term with the `mark` after it, then what it says; an entry without a term says it alone."""
    return [*([{"kind": "strong", "body": [*entry["term"], mark]}, " "] if entry["term"] else []), *entry["body"]]


def _lines(sheet: Sheet, node: Node) -> str:
    """Lines to write on; where there are words for each of them, every line stands below its own."""
    prompt = sheet.paragraph(run(sheet, node["prompt"], BOLD), keep=True) if node["prompt"] else ""
    body, count = node["body"], node["count"]
    if len(body) < 2 or count < len(body):
        return prompt + blocks(sheet, body) + sheet.ruled(count)
    each = count // len(body)
    parts = "".join(blocks(sheet, [part]) + sheet.ruled(each) for part in body)
    return prompt + parts + sheet.ruled(count - each * len(body))


def _blanks(sheet: Sheet, node: Node) -> str:
    """Particulars to fill in, two beside each other, each on a line of its own."""
    entries = [*node["entries"], *[{"label": [], "value": []}] * (len(node["entries"]) % 2)]
    wide = sheet.columns([1, 1])[0]
    cells = [
        cell(
            sheet.inside(wide).paragraph(
                run(sheet, entry["label"], SMALL) + letters("  ") + run(sheet, entry["value"], BOLD)
            ),
            wide,
            Box(bottom=6 if entry["label"] else 0),
        )
        for entry in entries
    ]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return sheet.table([1, 1], [row(pair, RULING, whole=True) for pair in pairs])


def _quote(sheet: Sheet, node: Node) -> str:
    return sheet.box(Box(left=16, colour=sheet.colours[0], roomy=True), lambda inner: blocks(inner, node["body"]))


def _asked(sheet: Sheet, node: Node) -> str:
    number = sheet.begin_list(NUMBERS, node["number"])
    stem = run(sheet, node["stem"], BOLD) + letters(" ") + run(sheet, node["how"], replace(SMALL, light=True))
    inner = sheet.deeper(NUMBERS)
    help_line = inner.paragraph(run(sheet, node["help"], SMALL), "Fine Print") if node["help"] else ""
    return sheet.paragraph(stem, "Stem", number=number) + blocks(inner, node["body"]) + help_line


def _ticks(sheet: Sheet, node: Node) -> str:
    sign = RING if node["shape"] == "ring" else BOX
    return lettered(sheet, sign, [(option["letter"], run(sheet, option["body"])) for option in node["options"]])


def lettered(sheet: Sheet, sign: str, rows: list[tuple[str, str]], style: str = "List Item") -> str:
    """Rows behind a sign and a letter, as real lists: a new one wherever the letters do not go on."""
    out, number, before = [], 0, ""
    for place, (letter, runs) in enumerate(rows, 1):
        marks = _marks(sign, letter)
        if not (number and letter and before and ord(letter) == ord(before) + 1) and not (number and not letter):
            number = sheet.begin_list(marks, _place(letter))
        out.append(sheet.paragraph(runs, style, number=number, keep=place < len(rows)))
        before = letter
    return "".join(out)


_LABEL = re.compile(r"(\d+)([a-z]?)|([a-zA-Z])")
"""A number, with the letter that belongs to it or without, or a letter."""


def _marks(sign: str, label: str) -> Marks:
    """Marks that Word counts. A bullet of two characters would lose the second one in other programs, so `1c` is a number too."""
    found = _LABEL.fullmatch(label)
    if not found:
        return Marks(f"{sign} {label}".strip(), drawn=bool(sign))
    form = "decimal" if found[1] else "lowerLetter" if label.islower() else "upperLetter"
    return Marks(f"{sign} %1{found[2] or ''}".strip(), form, drawn=bool(sign))


def _place(label: str) -> int:
    """Where counting begins, for the first item to have this label."""
    found = _LABEL.fullmatch(label)
    if not found:
        return 1
    return int(found[1]) if found[1] else ord(label.lower()) - ord("a") + 1


_SLOT: Node = {"kind": "slot"}


def _sides(sheet: Sheet, node: Node) -> str:
    """Numbers with a box for a letter, and the letters beside them."""
    left, right = sheet.columns([1, 1])
    lefts, rights = sheet.inside(left - 200), sheet.inside(right - 200)
    number = lefts.begin_list(NUMBERS)
    one = "".join(lefts.paragraph(run(sheet, [_SLOT, *words]), "List Item", number=number) for words in node["lefts"])
    two = lettered(rights, "", [(given["letter"], run(sheet, given["body"])) for given in node["rights"]])
    return sheet.table([1, 1], [row([cell(one, left, Box()), cell(two, right, Box())], whole=True)])


def _steps(sheet: Sheet, node: Node) -> str:
    return lettered(sheet, "", [(step["letter"], run(sheet, [_SLOT, *step["body"]])) for step in node["steps"]])


def _story(sheet: Sheet, node: Node) -> str:
    return "".join(_scene(sheet, scene) for scene in node["scenes"])


def _scene(sheet: Sheet, scene: Node) -> str:
    def inside(inner: Sheet) -> str:
        ways = [(way["letter"], run(sheet, [*way["body"], " → ", *way["goto"]])) for way in scene["ways"]]
        name = inner.paragraph(run(sheet, scene["name"]), "Label")
        helped = inner.paragraph(run(sheet, scene["help"], BOLD)) if scene["help"] else ""
        return name + inner.paragraph(run(sheet, scene["body"])) + helped + lettered(inner, RING, ways)

    return sheet.box(Box("" if scene["ways"] else "ebebeb", edge=6, roomy=True), inside, whole=True)


def _keyed(sheet: Sheet, node: Node) -> str:
    number = sheet.begin_list(NUMBERS, node["number"])
    inner = sheet.deeper(NUMBERS)
    about = inner.paragraph(run(sheet, node["about"], SMALL), "Fine Print", keep=True)
    explain = inner.paragraph(run(sheet, node["explain"])) if node["explain"] else ""
    stem = sheet.paragraph(run(sheet, node["stem"]), "Stem", number=number)
    return stem + about + blocks(inner, node["body"]) + explain


def _reasons(sheet: Sheet, node: Node) -> str:
    lead = sheet.paragraph(run(sheet, node["lead"]), keep=True) if node["lead"] else ""
    after = sheet.paragraph(run(sheet, node["after"], SMALL), "Fine Print") if node["after"] else ""
    return lead + "".join(_reason(sheet, given) for given in node["rows"]) + after


def _reason(sheet: Sheet, given: Node) -> str:
    sign = "" if not given["box"] else TICKED if given["right"] else BOX
    verdict = letters("  ") + run(sheet, given["verdict"], Hand(True, sheet.colours[0], 9)) if given["verdict"] else ""
    hand = BOLD if given["right"] else Hand()
    said = run(sheet, given["body"], hand) + verdict
    marks = _marks(sign, given["label"])
    first = sheet.paragraph(said, "List Item", number=sheet.begin_list(marks, _place(given["label"])), keep=True)
    return first + sheet.deeper(marks).paragraph(run(sheet, given["why"], Hand(colour=QUIET)), "List Item")


def _rule(sheet: Sheet, node: Node) -> str:
    return sheet.table([1], [row([cell("", sheet.room, Box(bottom=6))])])


def _section(sheet: Sheet, node: Node) -> str:
    from builder.handouts.word.parts import part

    return part(sheet, node)


_KINDS: dict[str, Writer] = {
    "para": _para,
    "heading": _heading,
    "list": _list,
    "table": _table,
    "facts": _facts,
    "section": _section,
    "lines": _lines,
    "blanks": _blanks,
    "quote": _quote,
    "columns": lambda sheet, node: blocks(sheet, [*node["left"], *node["right"]]),
    "asked": _asked,
    "ticks": _ticks,
    "sides": _sides,
    "steps": _steps,
    "story": _story,
    "keyed": _keyed,
    "reasons": _reasons,
    "rule": _rule,
}
