"""Each reader takes a small good sample and names the fault in a bad one: else its silence would prove nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.readers.reading import Refused, anki_notes, apps_scripts, gift, spreadsheet, table
from tests.readers.schemas import scorm_faults

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


def test_a_spreadsheet_tells_a_text_from_a_formula() -> None:
    book, made = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in (["가나 😀", 60, "=1+1"], [], [None, "=1+1"]):
        sheet.append(row)
    sheet["B3"].data_type = "s"
    book.save(made)
    cells = spreadsheet(made.getvalue())
    assert [[cell["formula"] for cell in row] for row in cells] == [[False, False, True], [False] * 3, [False] * 3]
    assert [cell["value"] for cell in cells[0][:2]] == ["가나 😀", 60]
    assert [cell["value"] for cell in cells[2]] == [None, "=1+1", None]


def test_a_spreadsheet_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="is this a zip file"):
        spreadsheet(b"Question,Answer")


def test_a_table_is_read_cell_by_cell_and_an_open_quotation_is_named() -> None:
    assert table('\ufeffQuestion,"Answer\n(Optional)"\n=1,"say ""no"""\n'.encode()) == [
        ["Question", "Answer\n(Optional)"],
        ["=1", 'say "no"'],
    ]
    with pytest.raises(Refused, match="Quoted field unterminated"):
        table(b'Question,"Answer\n')


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
    wrong = (
        SCRIPT.replace("setPoints(1)", "setPoint(1)").replace("@param", "@see") + "const page = () => document.title;"
    )
    good, bad = apps_scripts([SCRIPT, wrong])
    assert good["complaints"] == []
    assert good["form"]["isQuiz"] is True
    assert good["items"] == [
        {
            "kind": "MultipleChoiceItem",
            "title": "May I?",
            "points": 1,
            "choices": [{"value": "Ask", "right": True}, {"value": "Send", "right": False}],
        }
    ]
    untyped, browser = bad["complaints"]
    assert "'form' implicitly has an 'any' type" in untyped
    assert "Cannot find name 'document'" in browser
    (typed,) = apps_scripts([SCRIPT.replace("setPoints(1)", "setPoint(1)")])
    assert "'setPoint' does not exist" in typed["complaints"][0]


CARDS = """#separator:tab
#html:true
#guid column:1
#tags column:4
#deck:Asking
photo-1\t"May I <b>pass</b> it on?"\tOnly if they agree &amp; you asked\tconsent recall
"""


def test_anki_takes_the_cards_with_their_deck_and_tags_and_a_second_import_updates_them(tmp_path: Path) -> None:
    cards = tmp_path / "cards.txt"
    cards.write_text(CARDS, encoding="utf-8")
    (note,) = anki_notes(cards, tmp_path, times=2)
    assert (note["guid"], note["deck"], note["tags"]) == ("photo-1", "Asking", ["consent", "recall"])
    assert note["fields"] == ["May I <b>pass</b> it on?", "Only if they agree &amp; you asked"]


def test_anki_names_a_line_without_a_question(tmp_path: Path) -> None:
    cards = tmp_path / "cards.txt"
    cards.write_text(CARDS + "photo-2\t\tAsk first\tconsent\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"empty_first_field: .*Ask first"):
        anki_notes(cards, tmp_path)


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


def scorm(manifest: str, *files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("imsmanifest.xml", manifest)
        for name in files:
            archive.writestr(name, "")
    return made.getvalue()


def test_a_scorm_package_is_held_against_the_schemas_and_its_own_list() -> None:
    assert scorm_faults(scorm(MANIFEST, "index.html")) == []
    wrong = MANIFEST.replace('scormtype="sco"', 'scormtype="page"').replace("</metadata>", "</metadata><extra/>")
    kind, extra, zipped, named = scorm_faults(scorm(wrong, "quiz.js"))
    assert kind.startswith("/manifest/resources/resource: attribute adlcp:scormtype='page'")
    assert extra.startswith("/manifest: Unexpected child") and "extra" in extra
    assert (zipped, named) == ("only in the zip: quiz.js", "only in the manifest: index.html")
    with pytest.raises(Refused, match="invalid XML"):
        scorm_faults(scorm(MANIFEST[:-12]))
