"""What a Word page is made of: paragraphs, tables, boxes and lines, as the XML Word reads. Every text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from builder.handouts.nodes import Node
from builder.handouts.word.lists import Lists, Marks
from builder.handouts.word.look import HAIR, style_id

RULING = 25
"""The height of a line to write on, in points: 8.8 mm, as on the printed sheet."""

EDGES = ("top", "left", "bottom", "right")


@dataclass(frozen=True)
class Sheet:
    """Where blocks are written. `width` and `indent` in twentieths of a point; `style` is that of a plain paragraph.

    `link` gives the relation of an address; `colours` are the module's dark and light one.
    """

    draft: Node
    lists: Lists
    link: Callable[[str], str]
    colours: tuple[str, str]
    width: int
    indent: int = 0
    style: str = "Normal"

    @property
    def room(self) -> int:
        """The width from the indent to the right edge."""
        return self.width - self.indent

    def begin_list(self, marks: Marks, start: int = 1) -> int:
        """A new list that stands in here."""
        return self.lists.begin(marks, self.indent, start)

    def deeper(self, marks: Marks) -> Sheet:
        """The sheet inside an item of a list with these marks."""
        return replace(self, indent=self.indent + marks.wide)

    def inside(self, width: int) -> Sheet:
        """The sheet inside a cell of that width."""
        return replace(self, width=width, indent=0)

    def paragraph(self, runs: str, style: str = "", *, number: int = 0, keep: bool = False, first: bool = False) -> str:
        """A paragraph of `runs`; `number`: that of the list it is an item of; `keep`: it stays with what follows; `first`: in its box."""
        about = f"<w:pStyle w:val={quoteattr(style_id(style or self.style))}/>" + ("<w:keepNext/>" if keep else "")
        if number:
            about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        about += '<w:spacing w:before="0"/>' if first else ""
        if self.indent and not number:
            about += f'<w:ind w:left="{self.indent}"/>'
        return f"<w:p><w:pPr>{about}</w:pPr>{runs}</w:p>"

    def table(self, shares: list[int], rows: Iterable[str]) -> str:
        """A table from the indent to the right edge, with a little room below; `shares` are the widths of its columns to each other."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.columns(shares))
        about = f'<w:tblW w:w="{self.room}" w:type="dxa"/><w:tblInd w:w="{self.indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{gap(6)}"

    def columns(self, shares: list[int]) -> list[int]:
        """The widths of columns with these shares."""
        return [round(self.room * share / sum(shares)) for share in shares]

    def box(self, look: Box, inside: Callable[[Sheet], str], *, whole: bool = False) -> str:
        """A box round what `inside` writes: a table of one cell. `whole`: it stays on one page."""
        content = inside(self.inside(self.room - 300))
        return self.table([1], [row([cell(content, self.room, look)], whole=whole)])

    def ruled(self, count: int) -> str:
        """Lines to write on: a table of one column, whose rows grow when somebody types into them."""
        line = row([cell(self.inside(self.room).paragraph("", "Write"), self.room, Box(bottom=6))], RULING, whole=True)
        return self.table([1], [line] * count) if count else ""


@dataclass(frozen=True)
class Box:
    """How a cell is framed: the ground's colour, the edges' widths in eighths of a point (0: none) and their colour.

    `pattern` is that of the left edge; `roomy`: with distance between frame and text.
    """

    ground: str = ""
    edge: int = 0
    left: int = 0
    bottom: int = 0
    colour: str = HAIR
    pattern: str = "single"
    roomy: bool = False

    def xml(self) -> str:
        """As a cell has it."""
        widths = {
            "top": self.edge,
            "left": self.left or self.edge,
            "bottom": self.bottom or self.edge,
            "right": self.edge,
        }
        lines = "".join(self._line(edge, widths[edge]) for edge in EDGES)
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{self.ground}"/>' if self.ground else ""
        sides = {"top": 100, "left": 160, "bottom": 60, "right": 140}
        room = "".join(f'<w:{edge} w:w="{wide}" w:type="dxa"/>' for edge, wide in sides.items())
        return f"<w:tcBorders>{lines}</w:tcBorders>{ground}" + (f"<w:tcMar>{room}</w:tcMar>" if self.roomy else "")

    def _line(self, edge: str, width: int) -> str:
        pattern = "nil" if not width else self.pattern if edge == "left" else "single"
        return f'<w:{edge} w:val="{pattern}" w:sz="{width}" w:space="0" w:color="{self.colour}"/>'


def cell(content: str, width: int, look: Box) -> str:
    """A cell. Word wants a paragraph at its end."""
    ending = gap(1) if content.endswith("</w:tbl>") or not content else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look.xml()}</w:tcPr>{content}{ending}</w:tc>'


def row(cells: Iterable[str], height: float = 0, *, whole: bool = False, head: bool = False) -> str:
    """A row, `height` points high at least; `whole`: on one page; `head`: said again on each page and read out with each cell."""
    about = "<w:cantSplit/>" if whole else ""
    about += f'<w:trHeight w:val="{round(20 * height)}" w:hRule="atLeast"/>' if height else ""
    about += "<w:tblHeader/>" if head else ""
    return f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{''.join(cells)}</w:tr>"


def gap(points: float) -> str:
    """A little room below a table, which has no distances of its own: an empty line of that height."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{round(20 * points)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{spacing}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'


def on_new_page(xml: str) -> str:
    """The same blocks, the first of which is a paragraph, at the head of a page."""
    return re.sub(r"(<w:pPr><w:pStyle [^>]*/>(?:<w:keepNext/>)?)", r"\1<w:pageBreakBefore/>", xml, count=1)


def letters(text: str, look: str = "") -> str:
    """A run of text; `look` is the inside of its properties."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def field(name: str) -> str:
    """A field that Word fills in: `PAGE`, `NUMPAGES`."""
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
