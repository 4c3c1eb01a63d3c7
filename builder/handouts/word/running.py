"""Running text in Word: one function for each inline kind of the print tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Inline, Node
from builder.handouts.word.look import QUIET
from builder.handouts.word.sheet import Sheet, letters

BOLD_SPANS = frozenset({"label", "verdict", "name", "service-name"})
SMALL_SPANS = frozenset({"also", "where", "caveat", "what"})


@dataclass(frozen=True)
class Hand:
    """How letters are written, in the order in which Word wants their properties; `light`: not bold in a bold style."""

    bold: bool = False
    colour: str = ""
    size: float = 0
    underlined: bool = False
    raised: bool = False
    framed: bool = False
    language: str = ""
    light: bool = False

    def xml(self) -> str:
        """The inside of a run's properties."""
        parts = [
            "<w:b/>" if self.bold else '<w:b w:val="0"/>' if self.light else "",
            f'<w:color w:val="{self.colour}"/>' if self.colour else "",
        ]
        parts += [f'<w:sz w:val="{round(2 * self.size)}"/>' if self.size else ""]
        parts += ['<w:u w:val="single"/>' if self.underlined else ""]
        parts += ['<w:bdr w:val="single" w:sz="6" w:space="0" w:color="525252"/>' if self.framed else ""]
        parts += ['<w:vertAlign w:val="superscript"/>' if self.raised else ""]
        if self.language:
            name = "w:eastAsia" if self.language.startswith("ko") else "w:val"
            parts += [f"<w:lang {name}={quoteattr(tag(self.language))}/>"]
        return "".join(parts)


def tag(language: str) -> str:
    """A language as Word names it."""
    return {"en": "en-GB", "ko": "ko-KR"}.get(language, language)


def run(sheet: Sheet, body: list[Inline], hand: Hand = Hand()) -> str:
    """Running text. Raises `TypesetError` for an inline kind that nobody has thought of for Word."""
    out = []
    for before, part in zip(["", *body], body, strict=False):
        if _is_note(before) and _is_note(part):
            # Two notes beside each other are two numbers: 1,2 and not 12.
            out.append(letters(",", replace(hand, raised=True).xml()))
        out.append(letters(part, hand.xml()) if isinstance(part, str) else _part(sheet, part, hand))
    return "".join(out)


def _is_note(part: Inline) -> bool:
    return isinstance(part, dict) and part["kind"] == "note"


def _part(sheet: Sheet, part: Node, hand: Hand) -> str:
    if part["kind"] not in _KINDS:
        raise TypesetError(f"the Word file does not know running text of the kind {part['kind']}")
    return _KINDS[part["kind"]](sheet, part, hand)


def _as(**changes: object) -> Callable[[Sheet, Node, Hand], str]:
    return lambda sheet, part, hand: run(sheet, part["body"], replace(hand, **changes))  # type: ignore[arg-type]


def _span(sheet: Sheet, part: Node, hand: Hand) -> str:
    if part["role"] in SMALL_SPANS:
        return _as(size=9, colour=QUIET)(sheet, part, hand)
    return run(sheet, part["body"], replace(hand, bold=hand.bold or part["role"] in BOLD_SPANS))


def _link(sheet: Sheet, part: Node, hand: Hand) -> str:
    inside = run(sheet, part["body"], replace(hand, colour=sheet.colours[0], underlined=True))
    return f'<w:hyperlink r:id="{sheet.link(part["to"])}">{inside}</w:hyperlink>'


def _note(sheet: Sheet, part: Node, hand: Hand) -> str:
    """The number of a source, as on the printed sheet: the sources stand at the end."""
    ids = [note["id"] for note in sheet.draft["notes"]]
    if part["id"] not in ids:
        raise TypesetError(f"the Word file has no source for the note {part['id']}")
    return letters(str(ids.index(part["id"]) + 1), replace(hand, bold=True, raised=True, colour=sheet.colours[0]).xml())


def _slot(sheet: Sheet, part: Node, hand: Hand) -> str:
    """A box to write in. Some programs draw no left edge at the beginning of a line, so a joiner, which nobody sees, stands there."""
    return letters("\u2060") + letters("\u2003\u2003", replace(hand, framed=True).xml()) + letters("\u00a0")


_KINDS: dict[str, Callable[[Sheet, Node, Hand], str]] = {
    "strong": _as(bold=True),
    "emph": _as(bold=True),
    "quoted": lambda sheet, part, hand: run(sheet, ["“", *part["body"], "”"], hand),
    "super": _as(raised=True),
    "code": _as(),
    "small": _as(size=9, colour=QUIET),
    "span": _span,
    "link": _link,
    "foreign": lambda sheet, part, hand: run(sheet, part["body"], replace(hand, language=part["language"])),
    "note": _note,
    "slot": _slot,
    "break": lambda sheet, part, hand: "<w:r><w:br/></w:r>",
}
