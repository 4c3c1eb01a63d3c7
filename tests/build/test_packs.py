"""A teacher takes the whole pack, opens it on any computer, and finds the guide first."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from pathlib import Path

import pytest

from builder.packs import plain_name

_FORBIDDEN = set('<>:"/\\|?*') | {chr(number) for number in range(32)}


def _packs(site: Path, language: str) -> list[Path]:
    return sorted((site / "teacher" / language / "print").glob("*.zip"))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_lesson_and_module_has_a_pack_and_the_rest_one(built_site: Path, language: str) -> None:
    names = {path.name for path in _packs(built_site, language)}
    assert "group-chat-pressure.pack.zip" in names and "consent.module-pack.zip" in names and "around-pack.zip" in names
    assert len(names) == 4 + 4 + 1
    assert list((built_site / "student").rglob("*.zip")) == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_names_are_read_on_windows_and_macos(built_site: Path, language: str) -> None:
    for path in _packs(built_site, language):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            entries = archive.infolist()
        assert len({entry.filename.casefold() for entry in entries}) == len(entries)
        for entry in entries:
            name = entry.filename
            assert name == unicodedata.normalize("NFC", name)
            assert name.isascii() or entry.flag_bits & 0x800, f"{name} is not flagged as UTF-8"
            for part in name.split("/"):
                assert not set(part) & _FORBIDDEN and not part.endswith((" ", ".")) and 0 < len(part) < 100, name


def test_the_guide_comes_first_and_numbers_follow_the_table(built_site: Path) -> None:
    with zipfile.ZipFile(built_site / "teacher/en/print/group-chat-pressure.pack.zip") as archive:
        names = archive.namelist()
    assert names[:3] == ["0 What is in this pack.txt", "1 Teacher guide.pdf", "1 Teacher guide.docx"]
    numbers = [int(name.split(" ")[0]) for name in names]
    assert numbers == sorted(numbers) and set(numbers) == set(range(max(numbers) + 1))
    with zipfile.ZipFile(built_site / "teacher/ko/print/group-chat-pressure.pack.zip") as archive:
        assert re.fullmatch(r"1 [가-힣 ]+\.pdf", archive.namelist()[1])


def test_the_index_names_every_file_and_is_read_by_an_old_editor(built_site: Path) -> None:
    for language in ("en", "ko"):
        for path in _packs(built_site, language):
            with zipfile.ZipFile(path) as archive:
                first, *others = archive.namelist()
                index = archive.read(first)
            assert index.startswith(b"\xef\xbb\xbf") and b"\n" not in index.replace(b"\r\n", b"")
            text = index.decode("utf-8-sig")
            assert others and [name for name in others if name not in text] == [], path.name


def test_what_is_in_the_pack_is_what_lies_beside_it(built_site: Path) -> None:
    folder = built_site / "teacher/en/print"
    with zipfile.ZipFile(folder / "consent.module-pack.zip") as archive:
        contents = {archive.read(name) for name in archive.namelist()[1:]}
        assert "Pressure in the group chat/1 Teacher guide.pdf" in archive.namelist()
    wanted = {path.read_bytes() for path in folder.glob("consent.*.pdf")}
    wanted |= {path.read_bytes() for path in folder.glob("group-chat-pressure.*") if path.suffix != ".zip"}
    assert contents == wanted


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("What? Who: me/you", "What Who me you"),
        ("법은 뭐라고 할까?", "법은 뭐라고 할까"),
        ("Ends in dots...", "Ends in dots"),
        ("con", "con_"),
        ("???", "_"),
        (unicodedata.normalize("NFD", "활동지"), "활동지"),
    ],
)
def test_a_name_every_system_takes(words: str, name: str) -> None:
    assert plain_name(words) == name


def test_the_pack_is_the_first_thing_to_take_on_a_lessons_page(built_site: Path) -> None:
    page = (built_site / "teacher/en/consent/group-chat-pressure.html").read_text("utf-8")
    links = re.findall(r'href="\.\./print/([^"]+)"', page)
    assert links[0] == "group-chat-pressure.pack.zip"
    assert "group-chat-pressure.guide.docx" in links
    assert ".zip" not in (built_site / "student/en/consent/group-chat-pressure.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_print_room_lists_what_is_not_of_one_lesson(built_site: Path, language: str) -> None:
    tree = built_site / "teacher" / language
    page = (tree / "print-room.html").read_text("utf-8")
    links = re.findall(r'href="(print/[^"]+)"', page)
    assert links and [link for link in links if not (tree / link).is_file()] == []
    listed = {link.removeprefix("print/") for link in links}
    around = {path.name for path in (tree / "print").iterdir() if path.name.count(".") == 1}
    assert around <= listed
    assert {"consent.booklet.pdf", "consent.booklet-print.pdf", "consent.module-pack.zip"} <= listed
    assert 'href="print-room.html"' in (tree / "index.html").read_text("utf-8")
    assert not (built_site / "student" / language / "print-room.html").exists()


def test_pupils_find_the_cards_on_the_page_of_the_first_steps(built_site: Path) -> None:
    page = (built_site / "student/ko/first-steps.html").read_text("utf-8")
    assert 'href="print/first-steps-cards.pdf"' in page and 'href="print/wallet-cards.pdf"' in page
