"""A teacher opens a sheet in a word processor to change it: it says what the printed one says, in real headings, lists and tables."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
import unicodedata
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from builder.handouts.errors import TypesetError
from builder.handouts.formats import WRITERS
from builder.handouts.kinds import KINDS, for_pupils
from builder.handouts.nodes import Node, node, para, walk
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import TEMPLATE, Press
from builder.handouts.word.look import COLOURS
from builder.handouts.word.writer import WORD
from builder.model.curriculum import Curriculum
from tests.handouts.sheets import FOOT
from tests.handouts.small import LESSON, piece, with_body
from tools.equipment import find_libreoffice, why_missing

WORD_KINDS = [kind.name for kind in KINDS.values() if "docx" in kind.editable]


@pytest.fixture(scope="session")
def read_aloud(everything: list[Printed], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """The text of every Word file as LibreOffice reads it, all in one run of it."""
    program = find_libreoffice()
    if program is None:
        pytest.skip(why_missing("LibreOffice"))
    folder = tmp_path_factory.mktemp("word")
    wanted = {printed.path: printed for printed in everything if printed.path.suffix == ".docx"}
    copies = {path: folder / f"{made.language}.{path.name}" for path, made in wanted.items()}
    for path, copy in copies.items():
        copy.write_bytes(path.read_bytes())
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder / "read")]
    subprocess.run([*command, *map(str, copies.values())], check=True, capture_output=True)
    return {path: (folder / "read" / f"{copy.stem}.txt").read_text("utf-8-sig") for path, copy in copies.items()}


def _words(text: str) -> Counter[str]:
    """The words of a text; circled Hangul, which the press draws, as the letter in the circle."""
    apart = re.sub(r"([\u3260-\u327b])", r" \1 ", text)
    return Counter(word for word in re.split(r"[\W_]+", unicodedata.normalize("NFKC", apart)) if word)


def _printed_words(pdf: Path) -> Counter[str]:
    """The words of a PDF without the running foot."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _words(" ".join(page.get_textpage().get_text_bounded(bottom=FOOT) for page in document))


def _heads(draft: Node) -> set[str]:
    """The words of table heads: the printed sheet says them again where a table goes on over the page."""
    tables = [found for found in walk(draft) if found["kind"] == "table"]
    return {word for table in tables for word in _words(str(table["head"]))}


def test_the_word_file_says_what_the_printed_sheet_says(
    laid_out: dict[str, list[Piece]], everything: list[Printed], read_aloud: dict[Path, str]
) -> None:
    """Every word as often in one as in the other, for every kind in both languages."""
    by_name = {(made.stem, made.language): made for every in laid_out.values() for made in every}
    seen = set()
    for path, text in read_aloud.items():
        made = next(printed for printed in everything if printed.path == path)
        on_paper, to_edit = _printed_words(path.with_suffix(".pdf")), _words(text)
        assert sum(to_edit.values()) > 100, path.name
        assert to_edit - on_paper == Counter(), f"{path.name}: not on the printed sheet"
        again = _heads(by_name[path.stem, made.language].tree)
        assert set(on_paper - to_edit) <= again, f"{path.name}: not in the Word file"
        seen.add(made.kind)
    assert seen == set(WORD_KINDS)


def test_a_teacher_gets_the_files_to_edit_and_pupils_none(everything: list[Printed]) -> None:
    found = {(made.subject, made.kind, made.language) for made in everything if made.path.suffix == ".docx"}
    assert {kind for _, kind, _ in found} == set(WORD_KINDS)
    assert {"guide", "key", "quiz", "worksheet"} <= set(WORD_KINDS)
    assert not [made.path.name for made in everything if made.path.suffix != ".pdf" and for_pupils(made.path.name)]


def _of(laid_out: dict[str, list[Piece]], kind: str, language: str = "en") -> Piece:
    return next(made for made in laid_out[language] if (made.subject, made.kind) == (LESSON, kind))


def _opened(made: Piece) -> docx.document.Document:
    return docx.Document(io.BytesIO(WORD.write(made, made.tree)))


def _all_paragraphs(document: docx.document.Document) -> list[docx.text.paragraph.Paragraph]:
    body = document.element.body
    return [docx.text.paragraph.Paragraph(found, document) for found in body.iter(qn("w:p"))]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_headings_are_headings_and_none_skips_a_level(laid_out: dict[str, list[Piece]], language: str) -> None:
    document = _opened(_of(laid_out, "guide", language))
    names = [found.style.name for found in _all_paragraphs(document) if found.style]
    levels = [int(name.split()[1]) for name in names if name.lower().startswith("heading")]
    assert levels[0] == 1 and levels.count(1) == 1 and len(levels) > 12
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("language", "latin", "spoken"), [("en", "en-GB", "en-GB"), ("ko", "en-GB", "ko-KR")])
def test_a_screen_reader_is_told_language_title_and_drawing(
    laid_out: dict[str, list[Piece]], language: str, latin: str, spoken: str
) -> None:
    made = _of(laid_out, "worksheet", language)
    document = _opened(made)
    about = document.core_properties
    assert (about.title, about.language) == (made.tree["name"], spoken)
    day = datetime(*made.tree["date"])
    assert [moment.replace(tzinfo=None) for moment in (about.created, about.modified)] == [day, day]
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert (default.get(qn("w:val")), default.get(qn("w:eastAsia"))) == (latin, "ko-KR")
    words = [found.get("descr") for found in document.element.body.iter(qn("wp:docPr"))]
    assert words and all(words)


def test_korean_letters_have_a_font_on_windows_and_one_that_takes_its_place_on_macos(
    laid_out: dict[str, list[Piece]],
) -> None:
    made = _of(laid_out, "quiz", "ko")
    with zipfile.ZipFile(io.BytesIO(WORD.write(made, made.tree))) as archive:
        styles, fonts = archive.read("word/styles.xml").decode(), archive.read("word/fontTable.xml").decode()
    assert 'w:eastAsia="Malgun Gothic"' in styles
    assert '<w:font w:name="Malgun Gothic"><w:altName w:val="Apple SD Gothic Neo"/>' in fonts


def test_every_table_with_heads_says_so_and_keeps_its_rows_whole(laid_out: dict[str, list[Piece]]) -> None:
    made = _of(laid_out, "guide")
    tables = [found for found in walk(made.tree["body"]) if found["kind"] == "table"]
    rows = list(_opened(made).element.body.iter(qn("w:tr")))
    heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(heads) == len(tables) > 3
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in heads)


def test_lines_to_write_on_are_no_underscores(curriculum: Curriculum) -> None:
    body = "/// activity | Talk\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n/// write | My line\n    lines: 3\n\n///\n\n///\n"
    document = _opened(piece(with_body(curriculum, body), "worksheet"))
    lines = [table for table in document.tables if not any(cell.text for row in table.rows for cell in row.cells)]
    assert next(len(table.rows) for table in lines) == 3
    assert "__" not in "".join(found.text for found in _all_paragraphs(document))


def test_options_are_a_list_that_begins_anew_with_each_item(laid_out: dict[str, list[Piece]]) -> None:
    made = _of(laid_out, "quiz")
    choices = [found for found in walk(made.tree["body"]) if found["kind"] == "ticks" and found["options"][0]["letter"]]
    document = _opened(made)
    options = [found for found in _all_paragraphs(document) if found.style and found.style.name == "List Item"]
    numbers = [found._p.pPr.numPr.numId.val for found in options if found._p.pPr.numPr is not None]
    assert len(set(numbers)) >= len(choices) > 4
    starts = {found.get(qn("w:val")) for found in document.part.numbering_part.element.iter(qn("w:startOverride"))}
    assert "1" in starts


def test_a_name_with_signs_of_the_markup_comes_out_as_it_was_written(curriculum: Curriculum) -> None:
    title = 'Tom & "Ann" <b> </w:t> &amp;'
    document = _opened(piece(with_body(curriculum, "Text.", title=title), "quiz"))
    straight = document.core_properties.title.translate(str.maketrans("“”", '""'))
    assert straight.startswith(title)
    assert any(title in found.text.translate(str.maketrans("“”", '""')) for found in document.paragraphs)


def test_a_kind_nobody_has_thought_of_for_word_is_refused_with_the_authors_file(
    laid_out: dict[str, list[Piece]],
) -> None:
    made = _of(laid_out, "quiz")
    for strange in (
        node("carpet"),
        para(node("blink", body=[])),
        node("section", role="weather", title=[], body=[], level=2),
    ):
        with pytest.raises(TypesetError, match=r"^quizzes/.*\.docx: the Word file does not know"):
            WORD.write(made, {**made.tree, "body": [strange]})


def test_every_kind_the_press_knows_word_knows_too() -> None:
    """Blocks and parts of the template, and those of the Word writer: the same names."""
    from builder.handouts.word import blocks, parts

    def names(file: str, table: str) -> set[str]:
        text = (TEMPLATE / file).read_text("utf-8")
        inside = re.search(rf"#let {table} = \(\n(.*?)\n\)", text, re.DOTALL)
        assert inside
        return set(re.findall(r'(?:^|,)\s*"?([\w-]+)"?: ', re.sub(r"\([^()]*\) => .*", "", inside[1]), re.MULTILINE))

    only_in_other_forms = {"row", "easy-lines", "group"}
    assert names("blocks.typ", "block-kinds") - {"pagebreak", *only_in_other_forms} <= set(blocks._KINDS)
    known = {*parts._LOOKS, *parts._OPEN, "activity", "service"}
    assert names("parts.typ", "parts") - known <= only_in_other_forms


def test_a_module_has_the_colour_it_has_in_print() -> None:
    pairs = re.findall(
        r'^  (\w+): \(rgb\("#(\w{6})"\), rgb\("#(\w{6})"\)\)', (TEMPLATE / "look.typ").read_text("utf-8"), re.MULTILINE
    )
    assert {name: (dark, light) for name, dark, light in pairs} == COLOURS


def test_the_same_sources_give_the_same_word_file(laid_out: dict[str, list[Piece]], everything: list[Printed]) -> None:
    for made in laid_out["ko"]:
        if made.kind == "key":
            first = next(p.path for p in everything if p.path.name == f"{made.stem}.docx" and p.language == "ko")
            assert WRITERS["docx"].write(made, made.tree) == first.read_bytes()


def test_the_word_file_is_made_from_the_draft_that_was_printed(laid_out: dict[str, list[Piece]]) -> None:
    """A long plan is printed in a later draft; the Word file must not show another one."""
    made = _of(laid_out, "guide")
    assert made.subject == LESSON and len(made.drafts) > 1
    assert WORD.write(made, made.drafts[0]) != WORD.write(made, made.drafts[-1])
    sheets, _ = Press().print(made)
    assert 0 <= sheets.draft < len(made.drafts)
