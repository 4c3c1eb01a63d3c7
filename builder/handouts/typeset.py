"""From pieces to PDFs in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from builder.handouts.cache import Kept, print_or_reuse, write_whole
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import Press


def typeset(
    pieces: Iterable[Piece],
    out_dir: Path,
    cache_dir: Path,
    done: Callable[[Printed], None] | None = None,
    *,
    press: Press | None = None,
) -> list[Printed]:
    """Put every piece into `out_dir` under its name, typesetting only what `cache_dir` does not hold.

    `done` is told of each PDF as it is finished. `press`: one that is ready, for who typesets often. Raises `TypesetError` for a piece that cannot be typeset.
    """
    press, kept = press or Press(), Kept(cache_dir)
    printed = []
    for piece in pieces:
        sheets, advice, reused = print_or_reuse(press, kept, piece)
        path = out_dir / piece.name
        write_whole(path, sheets.pdf)
        printed.append(
            Printed(path, piece.lesson, piece.kind, piece.language, sheets.pages, len(sheets.pdf), reused, advice)
        )
        if done:
            done(printed[-1])
    return printed
