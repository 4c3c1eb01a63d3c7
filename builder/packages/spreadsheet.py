"""A spreadsheet of one sheet in which every text is a text: the same bytes for the same rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from builder.packages.games import Cell
from builder.packages.zipped import zipped

_NEVER = datetime(2000, 1, 1)
"""The day that stands in the file's properties: not the day it was made."""


def xlsx_bytes(title: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows as `.xlsx`. A cell that begins with `=` stays a text (the library would make a formula of it)."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _NEVER
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # Not `book.save`, which puts the time of day into the properties.
        ExcelWriter(book, archive).save()
    return zipped(_parts(made))


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> SheetCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _parts(made: io.BytesIO) -> dict[str, bytes]:
    """The parts of the file, which the library's archive holds with the moment at which each was written."""
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
