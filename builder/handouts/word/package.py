"""The package round a Word file: an empty document with our styles to begin with, and the same bytes for the same content at the end."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import UTC, date, datetime
from functools import cache
from typing import IO, Protocol

import docx
from docx.document import Document

from builder.handouts.word.look import fonts_xml, settings_xml, styles_of, styles_xml

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fontTable"}
_NEVER = struct.pack("<2H", 0, 1 << 5 | 1)
"""The first moment an archive can name, 1 January 1980, in the time of its entries."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def blank(reader: str, dark: str, latin: str) -> Document:
    """An empty document with our styles, without the thousand of a common template."""
    return docx.Document(io.BytesIO(_blank(reader, dark, latin)))


@cache
def _blank(reader: str, dark: str, latin: str) -> bytes:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f"{_HEAD}<w:document {_WORDS} xmlns:r='{_LINKS}'><w:body><w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations([(name, f"{file}.xml") for name, file in _PARTS.items()]),
        "word/styles.xml": styles_xml(styles_of(reader, dark), latin),
        "word/numbering.xml": f"{_HEAD}<w:numbering {_WORDS}/>",
        "word/settings.xml": settings_xml(latin),
        "word/fontTable.xml": fonts_xml(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for file, kind in {"document": "document.main", **dict(zip(_PARTS.values(), _PARTS, strict=True))}.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{parts}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def describe(document: Document, title: str, author: str, keywords: list[str], language: str, day: date) -> None:
    """The document's own particulars. Its day is that of the last review, so that the same sources give the same bytes."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.keywords, about.language, about.revision = ", ".join(keywords), language, 1
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)


class Saved(Protocol):
    """What the libraries for office files have in common."""

    def save(self, stream: IO[bytes], /) -> None:
        """Write the file."""


def packed(document: Saved) -> bytes:
    """The document as a file that does not tell the time of day: the libraries write the hour into every entry of the archive."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        entries, listed = archive.infolist(), archive.start_dir
    made = bytearray(out.getvalue())
    for entry in entries:
        # The same moment twice, before the entry and in the list at the end of the file: sections 4.3.7 and 4.3.12 of the format (APPNOTE.TXT).
        made[entry.header_offset + 10 : entry.header_offset + 14] = _NEVER
        made[listed + 12 : listed + 16] = _NEVER
        listed += 46 + sum(struct.unpack_from("<3H", made, listed + 28))
    return bytes(made)
