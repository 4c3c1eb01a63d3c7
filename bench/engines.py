"""The handouts of our lessons through one engine, one after the other in one process: prints the seconds and the bytes of each.

python -m bench.engines ours|weasyprint|chromium LANGUAGE FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.sheet_html import write
from builder.handouts.piece import Piece
from builder.handouts.pieces import pieces_of
from builder.read import read_curriculum

DRAFT = 12
"""The draft that keeps to four pages in every lesson."""

Print = Callable[[Piece], bytes]


def handouts(folder: Path, language: str) -> list[Piece]:
    """The handouts of the lessons of the curriculum in `folder`, each in one draft."""
    curriculum = read_curriculum(folder).curriculum
    assert curriculum is not None
    lessons = [lesson for (_, spoken), lesson in sorted(curriculum.lessons.items()) if spoken == language]
    made = [next(pieces_of(curriculum, curriculum.editions["kr"], lesson)) for lesson in lessons]
    return [replace(piece, drafts=(piece.drafts[DRAFT],), pages=0) for piece in made]


@contextmanager
def ours(folder: Path) -> Iterator[Print]:
    """The press."""
    from builder.handouts.press import Press

    press = Press()
    yield lambda piece: press.print(piece)[0].pdf


@contextmanager
def weasyprint(folder: Path) -> Iterator[Print]:
    """WeasyPrint, asked for an accessible PDF."""
    from weasyprint import HTML

    yield lambda piece: bytes(HTML(write(piece.tree, folder / "sheet.html")).write_pdf(pdf_variant="pdf/ua-1"))


@contextmanager
def chromium(folder: Path) -> Iterator[Print]:
    """Headless Chromium, asked for a PDF with tags."""
    from playwright.sync_api import sync_playwright

    from tools.equipment import find_chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page()

        def print_(piece: Piece) -> bytes:
            tab.goto(write(piece.tree, folder / "sheet.html").as_uri())
            return tab.pdf(prefer_css_page_size=True, tagged=True, outline=True, print_background=True)

        yield print_
        browser.close()


ENGINES = {"ours": ours, "weasyprint": weasyprint, "chromium": chromium}


def main() -> None:
    """Read the curriculum, then print its handouts; reading is not counted, starting the engine is counted with the first one."""
    engine, language, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    pieces = handouts(folder, language)
    seconds, sizes = [], []
    started = time.perf_counter()
    with ENGINES[engine](folder) as print_:
        for piece in pieces:
            sizes.append(len(print_(piece)))
            seconds.append(time.perf_counter() - started)
            started = time.perf_counter()
    print(json.dumps({"seconds": seconds, "bytes": sizes}))


if __name__ == "__main__":
    main()
