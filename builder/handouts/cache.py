"""Finished PDFs, kept under the hash of what they are made of: only what changed is typeset again."""

from __future__ import annotations

import json
import os
from pathlib import Path

from builder.handouts.piece import Piece
from builder.handouts.press import Press
from builder.handouts.repack import Sheets


class Kept:
    """The folder of finished PDFs. A file in it is whole or not there, whenever a run was stopped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> tuple[Sheets, str] | None:
        """The PDF kept under `key` with its advice, or `None`. A file that is not a PDF counts as not there."""
        try:
            about = json.loads((self._folder / f"{key}.json").read_text("utf-8"))
            pdf = (self._folder / f"{key}.pdf").read_bytes()
        except (OSError, ValueError):
            return None
        if len(pdf) != about["bytes"] or not pdf.startswith(b"%PDF-"):
            return None
        return Sheets(pdf, about["pages"], about["plan_pages"]), about["advice"]

    def put(self, key: str, sheets: Sheets, advice: str) -> None:
        """Keep a PDF. The note about it comes last: without it the PDF counts as not there."""
        about = {"bytes": len(sheets.pdf), "pages": sheets.pages, "plan_pages": sheets.plan_pages, "advice": advice}
        write_whole(self._folder / f"{key}.pdf", sheets.pdf)
        write_whole(self._folder / f"{key}.json", json.dumps(about).encode())


def print_or_reuse(press: Press, kept: Kept, piece: Piece) -> tuple[Sheets, str, bool]:
    """The PDF of `piece`, its advice, and whether it was there already."""
    key = piece.digest(press.mark())
    found = kept.get(key)
    if found:
        return (*found, True)
    sheets, advice = press.print(piece)
    kept.put(key, sheets, advice)
    return sheets, advice, False


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it. An equal file is left alone."""
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    os.replace(draft, path)
