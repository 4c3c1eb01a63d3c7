"""The look of a Word file: its styles, as one table. Colours are those of the press (`template/look.typ`)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

COLOURS = {
    "teal": ("0c5f5c", "e6f2f0"),
    "plum": ("6c2f66", "f6ecf4"),
    "blue": ("274b8f", "e9effa"),
    "amber": ("84430b", "fbf0e3"),
}
"""The dark and the light colour of a module."""

INK, QUIET, HAIR, MIST = "1f1f1f", "525252", "9e9e9e", "f5f5f5"

LATIN, HANGUL, HANGUL_ELSEWHERE = "Arial", "Malgun Gothic", "Apple SD Gothic Neo"
"""Fonts every school computer has: Korean ones for Windows, and where that is missing for macOS."""

SIGNS = "Segoe UI Symbol"
"""The font for boxes to tick: every system has another that takes its place."""


@dataclass(frozen=True)
class Style:
    """A paragraph style. Sizes and distances in points; `line` is a multiple of the size; `level` that of a heading."""

    name: str
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 4
    line: float = 0
    next: bool = False
    level: int = 0


def styles_of(reader: str, dark: str) -> tuple[Style, ...]:
    """Every style of a document: larger for a pupil than for a teacher."""
    body = 11 if reader == "pupil" else 10.5
    return (
        Style("Normal", body, colour=INK, after=5, line=1.24),
        Style("Facts", 9, True, dark, 0, 2, next=True),
        Style("heading 1", 21, True, INK, 0, 4, 1.1, True, 1),
        Style("heading 2", body * 1.42, True, INK, 16, 5, 1.12, True, 2),
        Style("heading 3", body * 1.16, True, INK, 11, 4, 1.15, True, 3),
        Style("heading 4", body * 1.05, True, INK, 8, 3, 1.15, True, 4),
        Style("heading 5", body, True, INK, 7, 3, 1.15, True, 5),
        Style("heading 6", body, True, QUIET, 6, 3, 1.15, True, 6),
        Style("Question", body * 1.14, True, after=10),
        Style("Lead", body * 1.12, after=7),
        Style("Label", 9, True, dark, 0, 2, next=True),
        Style("Fine Print", 9, colour=QUIET, after=3, line=1.15),
        Style("Stem", 0, True, before=10, after=3, next=True),
        Style("List Item", after=2.5),
        Style("Table Text", body * 0.96, after=0, line=1.15),
        Style("Phone", 15, True, after=0, line=1.1),
        Style("Write", body, after=0),
        Style("Notes", 9, colour=QUIET, after=2, line=1.15),
        Style("Foot", 8.5, colour=QUIET, after=0, line=1.1),
    )


def styles_xml(styles: tuple[Style, ...], latin: str) -> str:
    """`word/styles.xml`. `latin`: the language of the text in Latin letters, e.g. `en-GB`."""
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{HANGUL}"/>'
    default = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:lang w:val="{latin}" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    link = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    )
    return _root("styles", default + "".join(_style(style) for style in styles) + link + table)


def _style(style: Style) -> str:
    first = style.name == "Normal"
    about = f"<w:name w:val={quoteattr(style.name)}/>" + ("" if first else '<w:basedOn w:val="Normal"/>')
    about += ('<w:next w:val="Normal"/>' if style.level else "") + "<w:qFormat/>"
    line = f' w:line="{round(240 * style.line)}" w:lineRule="auto"' if style.line else ""
    keep = "<w:keepNext/><w:keepLines/>" if style.next else ""
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    spacing = f'<w:spacing w:before="{round(20 * style.before)}" w:after="{round(20 * style.after)}"{line}/>'
    letters = "<w:b/><w:bCs/>" if style.bold else ""
    letters += f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    if style.size:
        size = round(2 * style.size)
        letters += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    default = ' w:default="1"' if first else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId={quoteattr(style_id(style.name))}>{about}'
        f"<w:pPr>{keep}{spacing}{level}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def style_id(name: str) -> str:
    """The id of the style with that name: Word finds its own headings by `Heading1`."""
    return name.replace("heading ", "Heading").replace(" ", "")


def fonts_xml() -> str:
    """`word/fontTable.xml`: which font stands in where ours is missing."""
    hangul = f'<w:font w:name="{HANGUL}"><w:altName w:val="{HANGUL_ELSEWHERE}"/><w:charset w:val="81"/><w:family w:val="swiss"/></w:font>'
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="swiss"/></w:font>'
    return _root("fonts", hangul + latin)


def settings_xml(latin: str) -> str:
    """`word/settings.xml`."""
    mode = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    return _root("settings", f'{mode}<w:themeFontLang w:val="{latin}" w:eastAsia="ko-KR"/>')


def _root(name: str, inside: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} xmlns:w="{space}">{inside}</w:{name}>'
