"""From pieces to PDFs, and to the files to edit, in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from builder.handouts.cache import Kept, digest_of, impose_or_reuse, print_or_reuse, write_or_reuse, write_whole
from builder.handouts.kinds import KINDS
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import Press


def typeset(
    pieces: Iterable[Piece],
    out_dir: Path,
    cache_dir: Path,
    *,
    press: Press | None = None,
) -> list[Printed]:
    """Put every piece into `out_dir` under its name, making only what `cache_dir` does not hold.

    `press`: one that is ready, for who typesets often. Raises `TypesetError` for a piece that cannot be typeset.
    """
    press, kept = press or Press(), Kept(cache_dir)
    printed = []
    for piece in pieces:
        for made, content in _files(piece, out_dir, press, kept):
            write_whole(made.path, content)
            printed.append(replace(made, digest=digest_of(content)))
    return printed


def _files(piece: Piece, folder: Path, press: Press, kept: Kept) -> Iterator[tuple[Printed, bytes]]:
    """The PDF of a piece, then its files to edit."""
    sheets, advice, reused = print_or_reuse(press, kept, piece)
    about = (piece.subject, piece.kind, piece.language)
    path = folder / piece.name
    yield Printed(path, *about, sheets.pages, len(sheets.pdf), reused, advice, piece.variant), sheets.pdf
    if kind := KINDS[piece.kind].imposed:
        folded, old = impose_or_reuse(kept, piece, sheets, press)
        target = folder / f"{piece.subject}.{kind}.pdf"
        yield Printed(target, piece.subject, kind, piece.language, -(-sheets.pages // 4) * 2, len(folded), old), folded
    # Whoever needs larger letters makes them larger: only the common form comes to edit.
    for ending in () if piece.variant else KINDS[piece.kind].editable:
        content, old = write_or_reuse(ending, kept, piece, sheets.draft, press)
        yield Printed(folder / f"{piece.stem}.{ending}", *about, 0, len(content), old), content
