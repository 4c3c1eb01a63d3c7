"""From a draft to a Word file: the head, the blocks, the running foot, the drawing with its words, the document's particulars."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from xml.sax.saxutils import quoteattr

import typst
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import Node
from builder.handouts.piece import Piece
from builder.handouts.word.blocks import blocks
from builder.handouts.word.lists import Lists
from builder.handouts.word.look import COLOURS
from builder.handouts.word.package import blank, describe, packed
from builder.handouts.word.running import Hand, run, tag
from builder.handouts.word.sheet import Sheet, field, letters

HERE = Path(__file__).parent
PAPERS = {"a4": (210, 297), "us-letter": (216, 279)}
SIDE, TOP, BOTTOM = 18, 15, 20
"""Margins in millimetres."""


class WordWriter:
    """Writes `.docx`. The same draft gives the same bytes."""

    def mark(self) -> str:
        """A hash of everything but the piece that decides what the file looks like."""
        return _mark()

    def write(self, piece: Piece, draft: Node) -> bytes:
        """The draft as a Word file. Raises `TypesetError` for a kind of node that is not known here."""
        dark = COLOURS[draft["colour"]][0]
        latin = "en-US" if draft["paper"] == "us-letter" else "en-GB"
        document = blank(draft["reader"], dark, latin)
        _settle_paper(document, draft)
        sheet = _sheet(document, draft)
        try:
            _fill(document.element.body, _head(document, sheet) + blocks(sheet, draft["body"]))
            _fill(document.part.numbering_part.element, sheet.lists.xml())
        except TypesetError as fault:
            raise TypesetError(f"{piece.place('')}: {piece.stem}.docx: {fault}") from fault
        _foot(document, sheet)
        spoken = latin if draft["language"] == "en" else tag(draft["language"])
        describe(document, draft["name"], draft["author"], draft["keywords"], spoken, date(*draft["date"]))
        return packed(document)


WORD = WordWriter()


@cache
def _mark() -> str:
    digest = hashlib.sha256(f"python-docx {version('python-docx')} typst {version('typst')}\n".encode())
    for file in sorted(HERE.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _settle_paper(document: Document, draft: Node) -> None:
    section = document.sections[0]
    wide, tall = PAPERS[draft["paper"]]
    section.page_width, section.page_height = Mm(wide), Mm(tall)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(TOP), Mm(BOTTOM), Mm(9)


def _sheet(document: Document, draft: Node) -> Sheet:
    wide = PAPERS[draft["paper"]][0] - 2 * SIDE

    def link(address: str) -> str:
        return document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    dark, light = COLOURS[draft["colour"]]
    return Sheet(draft, Lists(dark), link, (dark, light), round(wide / 25.4 * 1440))


def _fill(parent: object, xml: str) -> None:
    """Put XML into a part, before the properties of its page where it has them."""
    inside = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>")
    last = parent.find(f"{{{nsdecls('w').split(chr(34))[1]}}}sectPr")  # type: ignore[attr-defined]
    for element in list(inside):
        last.addprevious(element) if last is not None else parent.append(element)  # type: ignore[attr-defined]


def _head(document: Document, sheet: Sheet) -> str:
    """What stands above the content: what it is, the title, the key question, and the module's drawing; of a letter only its title."""
    head = sheet.draft["head"]
    title = sheet.paragraph(letters(sheet.draft["title"]), "heading 1")
    if sheet.draft["layout"] == "letter":
        return title
    drawing = _drawing(document, sheet.draft, sheet.colours[0])
    facts = sheet.paragraph(drawing + letters("  ·  ".join(head["facts"])), "Facts")
    question = sheet.paragraph(run(sheet, head["question"]), "Question") if "question" in head else ""
    return facts + title + question


def _drawing(document: Document, draft: Node, dark: str) -> str:
    """The module's drawing at the right of the head, with words for who does not see it."""
    relation, image = document.part.get_or_add_image(io.BytesIO(picture(draft["drawing"], dark)))
    wide = 74 * 12700
    size = f'cx="{wide}" cy="{round(wide * image.px_height / image.px_width)}"'
    about = f'<wp:docPr id="1" name="drawing" descr={quoteattr(draft["head"]["facts"][1])}/>'
    graphic = (
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="drawing"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    place = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
    )
    frame = 'distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"'
    return (
        f'<w:r><w:drawing><wp:anchor {frame}>{place}<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapSquare wrapText="left"/>{about}<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing></w:r>'
    )


@cache
def picture(svg: str, dark: str) -> bytes:
    """The drawing as a picture: Word of some years ago shows no drawings."""
    source = b'#set page(width: 74pt, height: auto, margin: 0pt, fill: none)\n#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    wordless = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    press = typst.Compiler(source, font_paths=wordless, ignore_system_fonts=True)
    made = press.compile(format="png", ppi=220, sys_inputs={"svg": svg.replace("#fff", f"#{dark}")})
    assert isinstance(made, bytes)
    return made


def _foot(document: Document, sheet: Sheet) -> None:
    """The running foot: title, licence, what law and help it shows, and the number of the page."""
    foot = sheet.draft["foot"]
    before, rest = foot["page"].split("{page}")
    between, after = rest.split("{pages}")
    page = letters(before) + field("PAGE") + letters(between) + field("NUMPAGES") + letters(after)
    first = letters(foot["title"], Hand(bold=True).xml()) + letters("  ·  ") + page
    lines = sheet.paragraph(first, "Foot") + sheet.paragraph(letters(f"{foot['about']} · {foot['licence']}"), "Foot")
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    for old in list(footer._element):
        footer._element.remove(old)
    _fill(footer._element, lines)
