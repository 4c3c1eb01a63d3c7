"""Fixtures that no repository can hold on every system: odd encodings, links, sizes, and names that clash."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

LESSON = "lessons/asking/ask-first.en.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'


def _in_place_of_a_file(root: Path) -> None:
    (root / "facts/signoffs.yml").unlink()
    (root / "facts/signoffs.yml").mkdir()


def _large(root: Path) -> None:
    with (root / LESSON).open("a", encoding="utf-8") as file:
        file.write("Ask again.\n" * 100_000)


def _long_but_allowed(root: Path) -> None:
    with (root / LESSON).open("a", encoding="utf-8") as file:
        file.write("\nAsk again.\n" * 500)


def _in_cp949(root: Path) -> None:
    file = root / "lessons/asking/ask-first.ko.md"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp949"))


def _with_mark_and_old_line_ends(root: Path) -> None:
    file = root / "lessons/asking/ask-first.ko.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))


def _turned(root: Path) -> None:
    file = root / LESSON
    file.write_text(
        file.read_text(encoding="utf-8").replace("Ask your partner", "Ask \u202eyour partner"), encoding="utf-8"
    )


def _joined(root: Path) -> None:
    file = root / LESSON
    file.write_text(file.read_text(encoding="utf-8").replace("Ask your", "👩‍👧‍👦 Ask your"), encoding="utf-8")


def _leads_out(root: Path) -> None:
    outside = root.parent / "elsewhere.md"
    outside.write_text("---\ntitle: Secret\n---\n\nNot for pupils.\n", encoding="utf-8")
    (root / "lessons/secret.en.md").symlink_to(outside)


def _link_inside(root: Path) -> None:
    (root / "facts/signed.yml").write_text("signoffs: []\n", encoding="utf-8")
    (root / "facts/signoffs.yml").unlink()
    (root / "facts/signoffs.yml").symlink_to("signed.yml")


def _clash(root: Path) -> None:
    (root / "lessons/Get-Help.en.md").write_text("---\ntitle: Help\n---\n\nHelp.\n", encoding="utf-8")


def _decomposed(root: Path) -> None:
    import unicodedata

    for language in ("en", "ko"):
        (root / f"lessons/{unicodedata.normalize('NFD', '소개')}.{language}.md").write_text(
            "---\ntitle: Us\n---\n\nWe.\n", encoding="utf-8"
        )


def _heavy(size: int) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / "lessons/asking/photo.png").write_bytes(os.urandom(16) * (size // 16))

    return make


def _linked_picture(root: Path) -> None:
    (root.parent / "outside.svg").write_text(SVG, encoding="utf-8")
    (root / "lessons/asking/circle.svg").symlink_to(root.parent / "outside.svg")


def _own_picture(root: Path) -> None:
    (root / "lessons/asking/circle.svg").write_text(SVG, encoding="utf-8")


MADE: dict[str, dict[str, Callable[[Path], None]]] = {
    "F002": {"bad": _in_place_of_a_file, "good": _link_inside},
    "F003": {"bad": _large, "good": _long_but_allowed},
    "F004": {"bad": _in_cp949, "good": _with_mark_and_old_line_ends},
    "F005": {"bad": _turned, "good": _joined},
    "F006": {"bad": _leads_out, "good": _link_inside},
    "F008": {"bad": _clash, "good": _decomposed},
    "V003": {"bad": _heavy(2_100_000), "good": _heavy(1_900_000)},
    "V006": {"bad": _linked_picture, "good": _own_picture},
}
"""What is done to a copy of the base, by rule and side."""
