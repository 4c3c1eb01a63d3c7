"""A teacher opens the slides in the program at hand, changes a sentence, and finds the words to say in the notes pane."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation
from pptx.util import Pt

from builder.handouts.errors import TypesetError
from builder.handouts.piece import Printed
from builder.handouts.powerpoint.words import lines_of
from builder.handouts.powerpoint.writer import NUMBER, POWERPOINT
from builder.handouts.word.look import HANGUL
from builder.model.curriculum import Curriculum
from tests.handouts.small import piece, with_body
from tools.equipment import find_libreoffice, find_slide_reader, why_missing

ACTIVITY = "/// activity | Talk\n    id: talk\n    minutes: 7\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n"
NAMES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def decks(everything: list[Printed]) -> list[Printed]:
    """Every file of slides to edit."""
    return [printed for printed in everything if printed.path.suffix == ".pptx"]


def _made(curriculum: Curriculum, body: str, language: str = "en") -> Any:
    wanted = piece(with_body(curriculum, body, language), "slides", language)
    return Presentation(io.BytesIO(POWERPOINT.write(wanted, wanted.tree)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _lowest(page: Any) -> float:
    """How far above the foot of the page its lowest letter stands, in points."""
    text = page.get_textpage()
    return min(text.get_charbox(number)[1] for number in range(text.count_chars()))


def _pdf_of(deck: Printed, everything: list[Printed]) -> Path:
    return next(
        p.path for p in everything if p.path.name == f"{deck.subject}.slides.pdf" and p.language == deck.language
    )


def test_each_slide_says_what_its_page_says(decks: list[Printed], everything: list[Printed]) -> None:
    """Every placeholder's words stand on the page of the same number, and every word of the page's body in a placeholder."""
    assert decks
    for deck in decks:
        with pypdfium2.PdfDocument(_pdf_of(deck, everything)) as document:
            pages = [_letters(page.get_textpage().get_text_range()) for page in document]
        slides = list(Presentation(str(deck.path)).slides)
        assert len(slides) == len(pages), deck.path.name
        for slide, page in zip(slides, pages, strict=True):
            words = [
                p.text for shape in slide.placeholders for p in shape.text_frame.paragraphs if shape.has_text_frame
            ]
            title, *rest = [_letters(text) for text in words if text.strip() and text.strip() != "‹#›"]
            assert title in page, deck.path.name
            assert sum(len(text) for text in rest) > 0.55 * (len(page) - len(title)) - 60, (deck.path.name, title)


def test_numbers_to_call_are_large_and_what_is_said_of_them_is_not(decks: list[Printed]) -> None:
    for deck in decks:
        runs = [
            paragraph.runs[0]
            for paragraph in list(Presentation(str(deck.path)).slides)[-1].placeholders[1].text_frame.paragraphs
        ]
        large = [run.text for run in runs if run.font.size == Pt(NUMBER)]
        assert large == [run.text for run in runs if run.font.bold] and len(large) >= 4
        assert all(text.replace("-", "").isdigit() for text in large), large


def test_words_stand_in_placeholders_and_no_box_is_empty(decks: list[Printed]) -> None:
    for deck in decks:
        for slide in Presentation(str(deck.path)).slides:
            assert slide.shapes.title is not None and slide.shapes.title.text_frame.text
            boxes = [shape for shape in slide.placeholders if shape.placeholder_format.idx in (1, 2)]
            assert all(shape.text_frame.text.strip() for shape in boxes), (deck.path.name, slide.shapes.title.text)
            assert all(shape.is_placeholder or shape.shape_type == 13 for shape in slide.shapes)


def test_the_script_stands_in_the_notes_pane(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(body="**Talk.**\n\n/// teacher\n\n**Say:** the magic word.\n\n- First this.\n\n///")
    slide = _made(curriculum, body).slides[1]
    assert slide.has_notes_slide
    assert slide.notes_slide.notes_text_frame.text.splitlines() == ["Say: the magic word.", "First this."]


def test_lists_are_lists_and_numbers_count(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(body="/// slide | Do\n\nFirst words.\n\n1. One.\n2. Two.\n\n- Point.\n\n///")
    frame = _made(curriculum, body).slides[1].placeholders[1].text_frame
    marks = [
        [child.tag.removeprefix(NAMES) for child in (p._p.pPr if p._p.pPr is not None else [])]
        for p in frame.paragraphs
    ]
    assert [p.text for p in frame.paragraphs] == ["First words.", "One.", "Two.", "Point."]
    assert ["buAutoNum" in mark for mark in marks] == [False, True, True, False]
    assert ["buChar" in mark for mark in marks] == [False, False, False, True]


@pytest.mark.parametrize(("language", "spoken"), [("en", "en-GB"), ("ko", "ko-KR")])
def test_every_run_knows_its_language(decks: list[Printed], language: str, spoken: str) -> None:
    for deck in (deck for deck in decks if deck.language == language):
        with zipfile.ZipFile(deck.path) as archive:
            slides = [name for name in archive.namelist() if name.startswith(("ppt/slides/slide", "ppt/notesSlides/n"))]
            assert slides
            for name in slides:
                text = archive.read(name).decode()
                assert text.count("<a:r>") == text.count(f'<a:r><a:rPr lang="{spoken}"'), (deck.path.name, name)


def test_fonts_are_named_for_latin_and_for_hangul(decks: list[Printed]) -> None:
    for deck in decks:
        with zipfile.ZipFile(deck.path) as archive:
            theme = archive.read("ppt/theme/theme1.xml").decode()
        assert theme.count(f'<a:ea typeface="{HANGUL}"') == 2, deck.path.name
        assert 'script="Hang"' in theme, "and one more for a computer without it"


def test_a_picture_has_words_for_who_does_not_see_it(decks: list[Printed]) -> None:
    for deck in decks:
        pictures = [
            shape for slide in Presentation(str(deck.path)).slides for shape in slide.shapes if shape.shape_type == 13
        ]
        assert [shape._element._nvXxPr.cNvPr.get("descr") for shape in pictures] and all(
            shape._element._nvXxPr.cNvPr.get("descr") for shape in pictures
        ), deck.path.name


def test_the_same_deck_gives_the_same_bytes_without_a_clock(curriculum: Curriculum) -> None:
    wanted = piece(curriculum, "slides", "ko")
    first = POWERPOINT.write(wanted, wanted.tree)
    assert POWERPOINT.write(wanted, wanted.tree) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        core = archive.read("docProps/core.xml").decode()
    assert wanted.reviewed.isoformat() in core and "PowerPoint Presentation" not in core and "Steve" not in core


def test_a_block_nobody_thought_of_is_an_error_with_the_author_s_file(curriculum: Curriculum) -> None:
    wanted = piece(curriculum, "slides")
    scenes = [{**wanted.tree["scenes"][0], "script": [{"kind": "riddle"}]}]
    with pytest.raises(TypesetError, match=r"pressure\.en\.md.*slides\.pptx: .*of the kind riddle"):
        POWERPOINT.write(wanted, {**wanted.tree, "scenes": scenes})


def test_a_table_keeps_its_words() -> None:
    table = {"kind": "table", "head": [[["who"], ["says"]]], "rows": [[["Ann"], ["hello"]]]}
    assert ["".join(map(str, line.body)) for line in lines_of([table])] == ["who – says", "Ann – hello"]


def test_a_school_s_program_opens_them_without_repair(
    decks: list[Printed], everything: list[Printed], tmp_path: Path
) -> None:
    """Every deck, opened and shown by LibreOffice: as many slides, the same words, none of them below its slide."""
    program = find_libreoffice()
    if program is None or find_slide_reader() is None:
        pytest.skip(why_missing("LibreOffice for slides"))
    copies = {deck.path: tmp_path / f"{deck.language}.{deck.path.name}" for deck in decks}
    for path, copy in copies.items():
        copy.write_bytes(path.read_bytes())
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "shown")]
    subprocess.run([*command, *map(str, copies.values())], check=True, capture_output=True)
    for path, copy in copies.items():
        slides = list(Presentation(str(path)).slides)
        with pypdfium2.PdfDocument(tmp_path / "shown" / f"{copy.stem}.pdf") as document:
            pages = [_letters(page.get_textpage().get_text_range()) for page in document]
            assert [number for number, page in enumerate(document, 1) if _lowest(page) < 0] == [], "words below a slide"
        assert len(pages) == len(slides)
        for slide, page in zip(slides, pages, strict=True):
            texts = [p.text for shape in slide.placeholders for p in shape.text_frame.paragraphs]
            assert [text for text in texts if _letters(text) not in page and text != "1"] == [], path.name
