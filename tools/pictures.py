"""Makes the pictures of one lesson's pack that stand in the docs, from the PDFs of a built site.

python -m tools.pictures [SITE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
LESSON = "group-chat-pressure"

SHEETS = {
    "pupils": (
        *(("handout", (1, 2)), ("worksheet", (1, 2)), ("quiz", (1,)), ("cards", (1, 2)), ("cut-outs", (1,))),
        *(("handout.large", (1,)), ("handout.legible", (1,)), ("handout.easy-read", (1,)), ("worksheet.large", (1,))),
    ),
    "teachers": (("guide", (1, 2)), ("key", (1,)), ("notes", (2,)), ("slides", (1, 5, 8, 12))),
}
"""Which pages of which kinds and forms stand in a picture, counted from 1."""

ACROSS = 4
TILE = 330
"""Pixels a page is wide."""

GAP = 10


def main() -> None:
    """Write `docs/pictures/pack-<who>-<language>.png` from SITE, by default `site`."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    for language in ("en", "ko"):
        for who, wanted in SHEETS.items():
            pages = [page for kind, numbers in wanted for page in _pages(site, language, kind, numbers)]
            target = ROOT / "docs" / "pictures" / f"pack-{who}-{language}.png"
            # In grey, as most schools print: nothing may be told by a colour alone.
            _beside(pages).convert("L").quantize(24).save(target, optimize=True)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} KB")


def _pages(site: Path, language: str, kind: str, numbers: tuple[int, ...]) -> list[Image.Image]:
    """Pages of a file as pictures of one width; a number the file does not have is left out."""
    with pypdfium2.PdfDocument(site / "teacher" / language / "print" / f"{LESSON}.{kind}.pdf") as document:
        wanted = [document[number - 1] for number in numbers if number <= len(document)]
        return [page.render(scale=TILE / page.get_width()).to_pil() for page in wanted]


def _beside(pages: list[Image.Image]) -> Image.Image:
    """The pages in rows, each row as high as its highest page."""
    rows = [pages[start : start + ACROSS] for start in range(0, len(pages), ACROSS)]
    high = [max(page.height for page in row) for row in rows]
    sheet = Image.new("RGB", (ACROSS * (TILE + GAP) + GAP, sum(high) + GAP * (len(rows) + 1)), "#c8c8c8")
    top = GAP
    for row, height in zip(rows, high, strict=True):
        for column, page in enumerate(row):
            sheet.paste(page, (GAP + column * (TILE + GAP), top))
        top += height + GAP
    return sheet


if __name__ == "__main__":
    main()
