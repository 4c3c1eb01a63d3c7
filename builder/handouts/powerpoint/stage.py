"""The empty stage: 16:9, three layouts of our own instead of the eleven of the library's template, fonts every school has."""

from __future__ import annotations

from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Deck

from builder.handouts.word.look import COLOURS, HANGUL, INK, LATIN, QUIET

POINT = 12700
"""Units of the format in a point."""

WIDE, HIGH = 960, 540
"""Points of a slide, as on the wall."""

TITLE, PLAIN, ACTIVITY = range(3)
"""The layouts in their order."""

SIDE = 52

Box = tuple[int, int, int, int]
"""Left, top, width, height in points."""

TITLE_BOX: Box = (SIDE, 82, WIDE - 2 * SIDE, 72)
"""The title of an activity's slide, below its band."""


def stage(colour: str) -> Deck:
    """A presentation without slides in a module's colour."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDE * POINT, HIGH * POINT  # type: ignore[assignment]
    _keep_layouts(made, ("Title Slide", "Title and Content", "Two Content"))
    _dress_theme(made, COLOURS[colour][0])
    _dress_master(made)
    _dress_layouts(made, *COLOURS[colour])
    _drop_thumbnail(made)
    return made


def _keep_layouts(made: Deck, wanted: tuple[str, ...]) -> None:
    for layout in list(made.slide_layouts):
        if layout.name not in wanted:
            made.slide_layouts.remove(layout)


def _dress_theme(made: Deck, dark: str) -> None:
    """Fonts for Latin and for Hangul letters, and the module's colour as the first accent."""
    part: Any = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for fonts in theme.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}majorFont",
                            "{http://schemas.openxmlformats.org/drawingml/2006/main}minorFont"):  # fmt: skip
        fonts[0].set("typeface", LATIN)
        fonts[1].set("typeface", HANGUL)
    accent = next(theme.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}accent1"))
    accent[0].set("val", dark.upper())
    part._blob = serialize_part_xml(theme)


def _drop_thumbnail(made: Deck) -> None:
    """The library's template carries a picture of itself."""
    package: Any = made.part.package
    for name, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(name)


def _dress_master(made: Deck) -> None:
    """Where title and words stand on every slide, and how large they are."""
    boxes = {"title": (SIDE, 34, WIDE - 2 * SIDE, 74), "body": (SIDE, 116, WIDE - 2 * SIDE, 370)}
    for shape in list(made.slide_master.placeholders):
        kind = shape.element.ph.get("type")
        if kind in boxes:
            place(shape, boxes[kind])
            shape.text_frame.margin_left = shape.text_frame.margin_right = 0
        elif kind in {"dt", "ftr"}:
            shape.element.getparent().remove(shape.element)
        else:
            place(shape, (WIDE - SIDE - 120, 498, 120, 28))
    styles = made.slide_master.element.find(f"{{{nsdecls('p').split(chr(34))[1]}}}txStyles")
    assert styles is not None
    title, body = styles[0], styles[1]
    styles.replace(title, parse_xml(_style("titleStyle", [_level(1, 4000, bold=True)])))
    styles.replace(body, parse_xml(_style("bodyStyle", [_level(number, 2800) for number in range(1, 4)])))


def _style(name: str, levels: list[str]) -> str:
    return f"<p:{name} {nsdecls('p', 'a')}>{''.join(levels)}</p:{name}>"


def _level(number: int, size: int, *, bold: bool = False) -> str:
    fonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    ink = f'<a:solidFill><a:srgbClr val="{INK.upper()}"/></a:solidFill>'
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="900"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{size}" b="{int(bold)}">{ink}{fonts}</a:defRPr></a:lvl{number}pPr>'
    )


def _dress_layouts(made: Deck, dark: str, light: str) -> None:
    """The title slide in the module's colour; words; and words of an activity, with a line for its minutes and grouping."""
    title, plain, activity = made.slide_layouts
    _colour(title, dark)
    _fill(
        title,
        [
            ("ctrTitle", 0, (76, 190, 700, 150), 6000, "FFFFFF", True),
            ("subTitle", 1, (76, 350, 760, 120), 3200, "FFFFFF", False),
        ],
    )
    plain.element.cSld.set("name", "Words")
    _fill(plain, [("title", 0, None, 0, "", False), ("body", 1, None, 0, "", False)])
    activity.element.cSld.set("name", "Activity")
    _fill(activity, [("title", 0, TITLE_BOX, 0, "", False), ("body", 1, (SIDE, 160, WIDE - 2 * SIDE, 332), 0, "", False),
                     ("body", 2, (SIDE, 12, WIDE - 2 * SIDE, 50), 2200, dark, True)])  # fmt: skip
    band = f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_frame((0, 0, WIDE, 74))}'
    band += f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{light.upper()}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    activity.shapes._spTree.insert(2, parse_xml(band))


def _colour(layout: Any, dark: str) -> None:
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = colour_of(dark)


def colour_of(six: str) -> RGBColor:
    """A colour from its six digits."""
    red, green, blue = bytes.fromhex(six)
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _fill(layout: Any, wanted: list[tuple[str, int, Box | None, int, str, bool]]) -> None:
    """Put these placeholders into a layout, and the number of the slide."""
    for shape in list(layout.placeholders):
        shape.element.getparent().remove(shape.element)
    number = ("sldNum", 12, None, 1400, QUIET if layout.name != "Title Slide" else "FFFFFF", True)
    for count, (kind, idx, box, size, colour, bold) in enumerate([*wanted, number], 2):
        ink = f'<a:solidFill><a:srgbClr val="{colour.upper()}"/></a:solidFill>' if colour else ""
        look = (
            f'<a:lvl1pPr algn="{"r" if kind == "sldNum" else "l"}"><a:defRPr sz="{size}" b="{int(bold)}">{ink}</a:defRPr></a:lvl1pPr>'
            if size
            else ""
        )
        words = (
            '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>1</a:t></a:fld>'
            if kind == "sldNum"
            else "<a:endParaRPr/>"
        )
        anchor = {"ctrTitle": "b", "title": "b"}.get(kind, "ctr" if idx == 2 else "t")
        layout.shapes._spTree.append(parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{count}" name="{kind} {idx}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr>{_frame(box) if box else ""}</p:spPr>'
            f'<p:txBody><a:bodyPr lIns="0" rIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{look}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>'
        ))  # fmt: skip


def _frame(box: Box) -> str:
    left, top, width, height = (POINT * part for part in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def place(shape: Any, box: Box) -> None:
    """Put a shape where it belongs, in points."""
    shape.left, shape.top, shape.width, shape.height = (POINT * part for part in box)
