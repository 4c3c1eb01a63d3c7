"""Finished files, kept under the hash of what they are made of: only what changed is made again."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from builder.handouts.formats import WRITERS
from builder.handouts.imposed import imposed
from builder.handouts.kinds import Format
from builder.handouts.piece import Piece
from builder.handouts.press import Press
from builder.handouts.repack import Sheets


class Kept:
    """The folder of finished files. A file in it is whole or not there, whenever a run was stopped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> tuple[bytes, dict[str, Any]] | None:
        """The file kept under `name` with the note about it, or `None`. A file that is not as it was written counts as not there."""
        try:
            note = json.loads((self._folder / f"{name}.json").read_text("utf-8"))
            content = (self._folder / name).read_bytes()
        except (OSError, ValueError):
            return None
        return (content, note["about"]) if note["digest"] == digest_of(content) else None

    def put(self, name: str, content: bytes, about: dict[str, Any]) -> None:
        """Keep a file. The note about it comes last: without it the file counts as not there."""
        write_whole(self._folder / name, content)
        write_whole(self._folder / f"{name}.json", json.dumps({"digest": digest_of(content), "about": about}).encode())


def print_or_reuse(press: Press, kept: Kept, piece: Piece) -> tuple[Sheets, str, bool]:
    """The PDF of `piece`, its advice, and whether it was there already."""
    name = f"{piece.digest(press.mark())}.pdf"
    found = kept.get(name)
    if found:
        content, about = found
        advice = about.pop("advice")
        return Sheets(content, **about), advice, True
    sheets, advice = press.print(piece)
    about = asdict(sheets)
    del about["pdf"]
    kept.put(name, sheets.pdf, {**about, "advice": advice})
    return sheets, advice, False


def write_or_reuse(format_: Format, kept: Kept, piece: Piece, draft: int, press: Press) -> tuple[bytes, bool]:
    """The file to edit of `piece`, made from the same draft as its PDF, and whether it was there already."""
    writer = WRITERS[format_]
    name = f"{piece.digest(press.mark() + writer.mark())}.{format_}"
    found = kept.get(name)
    if found:
        return found[0], True
    content = writer.write(piece, piece.drafts[draft])
    kept.put(name, content, {})
    return content, False


def impose_or_reuse(kept: Kept, piece: Piece, sheets: Sheets, press: Press) -> tuple[bytes, bool]:
    """The pages of `piece` as a printer wants them, and whether that was there already."""
    name = f"{piece.digest(press.mark())}.imposed.pdf"
    found = kept.get(name)
    if found:
        return found[0], True
    content = imposed(sheets.pdf, piece.tree["name"])
    kept.put(name, content, {})
    return content, False


def digest_of(content: bytes) -> str:
    """A hash of the content of a file."""
    return hashlib.sha256(content).hexdigest()


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
