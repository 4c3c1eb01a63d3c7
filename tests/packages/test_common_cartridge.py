"""A school imports the cartridge: each item has its type for every platform, each answer its mark and its feedback."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from xml.etree import ElementTree

import pytest

from builder.packages import Bank, target_of
from builder.packages.questions import (
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from builder.packages.stand_ins import pairs_as_choices, steps_as_choices
from tests.packages.banks import LANGUAGES, every
from tests.packages.holding import declared_all_or_nothing, near, subsets
from tests.packages.moodle import normal, shown, stored
from tests.packages.qti12 import canvas_weights, feedback_text, items, metadata, moodle_question, process

TARGET = target_of("common-cartridge")
Held = ChoiceQuestion | ShortQuestion | OpenQuestion

CANVAS_TYPES = {
    "cc.multiple_choice.v0p1": "multiple_choice_question",
    "cc.multiple_response.v0p1": "multiple_answers_question",
    "cc.true_false.v0p1": "true_false_question",
    "cc.fib.v0p1": "short_answer_question",
    "cc.essay.v0p1": "essay_question",
}


def unpacked(bank: Bank) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(TARGET.write(bank)))


def parts(bank: Bank, question: AnyQuestion) -> list[Held]:
    """The questions that stand in the cartridge for one."""
    match question:
        case MatchQuestion():
            return list(pairs_as_choices(question))
        case OrderQuestion():
            return list(steps_as_choices(bank.view, question))
        case _:
            return [question]


def held(bank: Bank) -> list[tuple[Held, ElementTree.Element]]:
    found = items(unpacked(bank).read("quiz/assessment.xml"))
    written = [part for question in bank.questions for part in parts(bank, question)]
    assert [item.get("ident") for item in found] == [question.id for question in written]
    return list(zip(written, found, strict=True))


def test_strict_processing_gives_each_answer_its_mark_and_its_feedback(banks: list[Bank]) -> None:
    for bank in banks:
        for question, item in held(bank):
            match question:
                case ChoiceQuestion(many=True):
                    for chosen in subsets(len(question.answers)):
                        outcome = process(item, [question.answers[n].id for n in chosen])
                        assert outcome.score == 100 * declared_all_or_nothing(question, chosen)
                case ChoiceQuestion():
                    for answer in question.answers:
                        outcome = process(item, [answer.id])
                        assert outcome.score == (100 if answer.right else 0), (question.id, answer.id)
                        [ident] = [ident for ident in outcome.feedback if ident != "general_fb"]
                        assert shown(feedback_text(item, ident)) == answer.feedback.text
                case ShortQuestion():
                    hold_short(question, item)
                case OpenQuestion():
                    assert process(item, ["whatever"]).score == 0


def hold_short(question: ShortQuestion, item: ElementTree.Element) -> None:
    for spelling in question.accept:
        forms = [unicodedata.normalize(form, spelling) for form in ("NFC", "NFD")]  # type: ignore[arg-type]
        for typed in (*forms, spelling.upper(), "".join(spelling.split())):
            outcome = process(item, [typed])
            assert outcome.score == 100, (question.id, typed)
            assert shown(feedback_text(item, outcome.feedback[-1])) == question.feedback_right.text
    outcome = process(item, ["certainly nothing of these"])
    assert outcome.score == 0
    assert shown(feedback_text(item, outcome.feedback[-1])) == question.feedback_wrong.text


def test_moodle_finds_types_texts_weights_and_feedback(banks: list[Bank]) -> None:
    for bank in banks:
        for question, item in held(bank):
            read = stored(moodle_question(item))
            note = f" {question.note.text}" if question.note else ""
            assert shown(read.stem) == question.stem.text + note
            assert shown(read.general).startswith(question.explain.text if question.explain else "")
            if isinstance(question, OpenQuestion):
                assert all(pointer.text in shown(read.general) for pointer in question.pointers)
            if isinstance(question, ShortQuestion):
                assert {answer.text for answer in read.answers} >= set(question.accept)
            if isinstance(question, ChoiceQuestion):
                share = near(1 / sum(answer.right for answer in question.answers))
                for answer, found in zip(question.answers, read.answers, strict=True):
                    assert question.true_false or normal(found.text) == normal(answer.said.html)
                    assert near(found.fraction) == (share if answer.right else 0), (question.id, answer.id)
                    assert shown(found.feedback) == answer.feedback.text


def test_canvas_finds_the_key_and_the_feedback(banks: list[Bank]) -> None:
    for bank in banks:
        for question, item in held(bank):
            fields = metadata(item)
            assert fields["question_type"] == CANVAS_TYPES[fields["cc_profile"]]
            if isinstance(question, ChoiceQuestion):
                right, feedback = canvas_weights(item)
                assert right == {answer.id: answer.right for answer in question.answers}
                assert {key: shown(text) for key, text in feedback.items()} == {
                    answer.id: answer.feedback.text for answer in question.answers
                }


def test_every_item_of_an_author_is_worth_one_point(banks: list[Bank]) -> None:
    for bank in banks:
        points = {question.id: float(metadata(item)["points_possible"]) for question, item in held(bank)}
        for question in bank.questions:
            whole = sum(points[part.id] for part in parts(bank, question))
            assert whole == pytest.approx(0 if isinstance(question, OpenQuestion) else 1, abs=0.001)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_names_the_lesson_and_every_file(language: str) -> None:
    bank = every(language)
    archive = unpacked(bank)
    root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    spaces = {
        "c": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
        "l": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
    }
    assert root.findtext("c:metadata/c:schema", "", spaces) == "IMS Common Cartridge"
    assert root.findtext("c:metadata/c:schemaversion", "", spaces) == "1.1.0"
    title = root.find("c:metadata/l:lom/l:general/l:title/l:string", spaces)
    assert title is not None
    assert (title.text, title.get("language")) == (bank.title, language)
    files = [file.get("href") for file in root.iterfind(".//c:file", spaces)]
    assert sorted(archive.namelist()) == sorted(["imsmanifest.xml", *map(str, files)])
    resource = root.find(".//c:resource", spaces)
    assert resource is not None
    assert resource.get("type") == "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    assert [item.get("identifierref") for item in root.iterfind(".//c:item[@identifierref]", spaces)] == [
        resource.get("identifier")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_items_give_the_same_bytes(language: str) -> None:
    assert TARGET.write(every(language)) == TARGET.write(every(language))
