"""Each reader takes a small good sample and names the fault in a bad one: else its silence would prove nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.readers.cards import anki_cards
from tests.readers.reading import Cell, Refused, apps_script_faults, delimited, gift, spreadsheet
from tests.readers.schemas import scorm_schema_faults

pytestmark = pytest.mark.usefixtures("readers")

GIFT = """::photo-1::[html]May I pass it on? {
=Only if they agree#Right\\: ask first.
~If it is funny#Ask first.
}

::photo-2::Asking takes a moment. {F#It does not.#Right.}

::photo-3::A friend may say no. {T#Friends may.#Right.}
"""


def test_gift_is_read_with_its_key_and_the_feedback_of_each_option() -> None:
    photo, moment, friend = gift(GIFT)
    assert photo["stem"] == {"format": "html", "text": "May I pass it on?"}
    assert [(c["isCorrect"], c["text"]["text"], c["feedback"]["text"]) for c in photo["choices"]] == [
        (True, "Only if they agree", "Right: ask first."),
        (False, "If it is funny", "Ask first."),
    ]
    told = [(item["isTrue"], item["trueFeedback"]["text"], item["falseFeedback"]["text"]) for item in (moment, friend)]
    assert told == [(False, "It does not.", "Right."), (True, "Friends may.", "Right.")]


def test_gift_with_a_raw_colon_is_refused_with_its_place() -> None:
    with pytest.raises(Refused, match=r'^1:18: Expected .*":" found'):
        gift("::link::see https://example.org {T}")


def test_a_spreadsheet_tells_a_text_from_a_formula(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["가나 😀", 60, "=1+1"], [], [None, "=1+1"]):
        sheet.append(row)
    sheet["B3"].data_type = "s"
    book.create_sheet("Notes").append([True])
    book.save(tmp_path / "game.xlsx")
    assert spreadsheet(tmp_path / "game.xlsx") == [
        [Cell("A1", "text", "가나 😀", None), Cell("B1", "number", 60, None), Cell("C1", "formula", "", "1+1")],
        [],
        [Cell("A3", "empty", None, None), Cell("B3", "text", "=1+1", None)],
    ]
    assert spreadsheet(tmp_path / "game.xlsx", "Notes") == [[Cell("A1", "truth", True, None)]]


def test_a_spreadsheet_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "game.xlsx").write_text("Question,Answer")
    with pytest.raises(Refused, match="is this a zip file"):
        spreadsheet(tmp_path / "game.xlsx")


def test_a_table_is_read_cell_by_cell_and_an_open_quotation_is_named(tmp_path: Path) -> None:
    table = tmp_path / "game.csv"
    table.write_text('\ufeffQuestion,"Answer\n(Optional)"\n=1,"say ""no"""\n', encoding="utf-8")
    assert delimited(table) == [["Question", "Answer\n(Optional)"], ["=1", 'say "no"']]
    table.write_text("앞\t뒤, 그리고\n", encoding="utf-8")
    assert delimited(table, "\t") == [["앞", "뒤, 그리고"]]
    table.write_text('Question,"Answer\n', encoding="utf-8")
    with pytest.raises(Refused, match="row 1: Quoted field unterminated"):
        delimited(table)


SCRIPT = """
/** @param {GoogleAppsScript.Forms.Form} form */
function addQuestion(form) {
  const item = form.addMultipleChoiceItem().setTitle("May I?").setPoints(1);
  item.setChoices([item.createChoice("Ask", true), item.createChoice("Send", false)]);
}
function makeForm() {
  addQuestion(FormApp.create("Asking").setIsQuiz(true));
}
"""


def test_an_apps_script_may_use_what_google_has_and_nothing_else() -> None:
    assert apps_script_faults(SCRIPT) == []
    faults = apps_script_faults(SCRIPT.replace("setPoints(1)", "setPoint(1)") + "document.title;")
    assert [fault.split(": ", 2)[:2] for fault in faults] == [
        ["script.js:4:64", "TS2551"],
        ["script.js:10:1", "TS2584"],
    ]


CARDS = """#separator:tab
#html:true
#guid column:1
#tags column:4
#deck:Asking
photo-1\t"May I <b>pass</b> it on?"\tOnly if they agree &amp; you asked\tconsent recall
"""


def test_anki_takes_the_cards_with_their_deck_and_tags_and_a_second_import_updates_them(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(CARDS, encoding="utf-8")
    second.write_text(CARDS.replace("you asked", "물어봤을 때"), encoding="utf-8")
    (note,) = anki_cards(first, second)
    assert (note.guid, note.notetype, note.deck, note.tags) == ("photo-1", "Basic", "Asking", ("consent", "recall"))
    question, answer = note.cards[0]
    assert question == "May I <b>pass</b> it on?"
    assert answer.endswith("Only if they agree &amp; 물어봤을 때")


def test_anki_names_a_line_without_a_question(tmp_path: Path) -> None:
    table = tmp_path / "cards.txt"
    table.write_text(CARDS + "photo-2\t\tAsk first\tconsent\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"empty_first_field: .*Ask first"):
        anki_cards(table)


MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="asking" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="lesson">
    <organization identifier="lesson"><title>묻기</title>
      <item identifier="page" identifierref="page-files"><title>묻기</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page-files" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource>
  </resources>
</manifest>
"""


def test_a_manifest_is_held_against_the_schemas_of_scorm(tmp_path: Path) -> None:
    (tmp_path / "imsmanifest.xml").write_text(MANIFEST, encoding="utf-8")
    assert scorm_schema_faults(tmp_path) == []
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        wrong = MANIFEST.replace('scormtype="sco"', 'scormtype="page"').replace("</metadata>", "</metadata><extra/>")
        archive.writestr("imsmanifest.xml", wrong)
    kind, extra = scorm_schema_faults(tmp_path / "bad.zip")
    assert extra.startswith("/manifest: Unexpected child") and "extra" in extra
    assert kind.startswith("/manifest/resources/resource: attribute adlcp:scormtype='page'")
    (tmp_path / "imsmanifest.xml").write_text(MANIFEST[:-12], encoding="utf-8")
    assert scorm_schema_faults(tmp_path)[0].startswith("/: invalid XML")
