"""A teacher's own bank moves in: from GIFT, Moodle XML and CSV, with a list of what is still to be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.importing import import_bank
from builder.importing.plain import literal
from builder.packages import TARGETS, Bank
from builder.packages.questions import MatchQuestion, ShortQuestion, say
from builder.packages.target import questions_for
from builder.read.yaml_text import read_yaml
from tests.packages.banks import LANGUAGES, NASTY, bank_of, every, nasty_items

GIFT = """// a comment
$CATEGORY: $course$/top/Theirs

::Q1:: Who decides? {
  =The person shown #Yes.
  ~The person who posts #It was never theirs.
}

::Q2::[html]<p>Ask <em>first</em>? <img src="a.png"></p>{T#No, do ask.#Right.}

Rivers into the sea {=Rhine -> North Sea =Ebro -> Mediterranean =Han -> Yellow Sea = -> Black Sea}

The word for a free yes is {=consent#That is it. =%50%assent =%0%*#Think again.} in law.

Pick two {~%50%one ~%50%two ~%-100%three####Two of three.}

What do you think? {}

How many? {#3:1}

A text alone.

Broken {=never closed
"""

XML = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>x</text></category></question>
<question type="multichoice"><name><text>Who</text></name><questiontext format="html"><text><![CDATA[<p>Who <b>decides</b>?</p>]]></text></questiontext>
<idnumber>who-decides</idnumber><single>true</single>
<answer fraction="100" format="html"><text>The person shown</text><feedback format="html"><text>Yes.</text></feedback></answer>
<answer fraction="0" format="html"><text>2 &lt; 3</text><feedback format="html"><text></text></feedback></answer>
<hint format="html"><text>Think.</text></hint><tags><tag><text>level:apply</text></tag></tags></question>
<question type="cloze"><name><text>c</text></name><questiontext format="html"><text>{1:SHORTANSWER:=x}</text></questiontext></question>
<question type="truefalse"><name><text>t</text></name><questiontext format="html"><text>So?</text></questiontext>
<answer fraction="0"><text>true</text><feedback><text>No.</text></feedback></answer>
<answer fraction="100"><text>false</text><feedback><text>Right.</text></feedback></answer></question>
</quiz>
"""

TABLE = """Question;Answer 1;Answer 2;Answer 3;Correct;Feedback 1;Explanation
Who decides?;The person shown;"The one who posts; or not";;1;Yes.;Always.
Pick two;one;two;three;1,2;;
Silence is a yes;True;False;;2;;
The word;;;;consent|동의;;
Which?;a;b;;z;;
"""


def imported(tmp_path: Path, name: str, text: str | bytes) -> tuple[list[dict[str, object]], list[str]]:
    file = tmp_path / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    found = import_bank(file)
    return [draft.keys for draft in found.drafts], [f"{f.place.line} {f.message}" for f in found.findings]


def test_gift_of_every_kind(tmp_path: Path) -> None:
    items, noticed = imported(tmp_path, "theirs.gift", GIFT)
    assert [item["type"] for item in items] == ["single", "true-false", "match", "short", "multi", "reflect"]
    assert items[0]["options"] == [
        {"id": "a", "text": "The person shown", "correct": True, "feedback": "Yes."},
        {"id": "b", "text": "The person who posts", "feedback": "It was never theirs."},
    ]
    assert items[1]["stem"] == "Ask *first*?"
    assert (items[1]["feedback_true"], items[1]["feedback_false"]) == ("Right.", "No, do ask.")
    assert items[2]["extra"] == [{"id": "d", "text": "Black Sea"}]
    assert (items[3]["accept"], items[3]["feedback_wrong"]) == (["consent"], "Think again.")
    assert say(every("en").view, str(items[3]["stem"])).text == "The word for a free yes is _____ in law."
    assert items[4]["explain"] == "Two of three."
    assert [line.split()[0] for line in noticed] == ["9", "19", "21", "23"]


def test_moodle_xml(tmp_path: Path) -> None:
    items, noticed = imported(tmp_path, "theirs.xml", XML)
    assert [item["id"] for item in items] == ["who-decides", "t"]
    assert items[0]["stem"] == "Who **decides**?"
    assert items[0]["options"][1]["text"] == "2 < 3"  # type: ignore[index]
    assert (items[0]["hint"], items[0]["level"]) == ("Think.", "apply")
    assert items[1]["answer"] is False
    assert noticed == ['9 a question of the type "cloze" is no type of item']


def test_a_table_saved_by_a_spreadsheet_in_korea(tmp_path: Path) -> None:
    items, noticed = imported(tmp_path, "theirs.csv", TABLE.encode("cp949"))
    assert [item["type"] for item in items] == ["single", "multi", "true-false", "short"]
    assert items[0]["options"][1]["text"] == "The one who posts; or not"  # type: ignore[index]
    assert items[2]["answer"] is False
    assert items[3]["accept"] == ["consent", "동의"]
    assert noticed == ['6 "z" names none of the answers of this row']


@pytest.mark.parametrize("target", ["blooket", "gimkit"])
def test_a_games_file_comes_back(tmp_path: Path, target: str) -> None:
    bank = every("ko")
    chosen = next(found for found in TARGETS if found.id == target)
    items, _ = imported(tmp_path, "game.csv", chosen.write(bank))
    sent = [item for item in bank.items if item.game and item.type in ("single", "multi", "true-false")]
    sent = [item for item in sent if target == "blooket" or item.type != "multi"]
    assert [item["type"] for item in items] == [item.type for item in sent]
    assert items[0]["options"][0]["text"] == "올려도 돼?"  # type: ignore[index]


@pytest.mark.parametrize("text", NASTY)
def test_every_sign_stays_the_sign_it_is(text: str) -> None:
    assert say(every("en").view, literal(text)).text == " ".join(text.split())


def without(item: dict[str, object], *lost: str) -> dict[str, object]:
    return {key: value for key, value in item.items() if key not in lost and value not in ("", False, (), {})}


def as_written(bank: Bank) -> list[dict[str, object]]:
    return [item.model_dump(mode="json", exclude_defaults=True) for item in bank.items]


LOST = {"gift": ("hint", "fixed"), "moodle-xml": ("fixed",)}
"""What a format cannot hold, or cannot say the reason of."""


@pytest.mark.parametrize("target", sorted(LOST))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bank_goes_out_and_comes_back_equal(tmp_path: Path, language: str, target: str) -> None:
    bank = every(language)
    chosen = next(found for found in TARGETS if found.id == target)
    file = tmp_path / f"bank.{chosen.ending}"
    file.write_bytes(chosen.write(bank))
    back = {str(draft.keys["id"]): draft.keys for draft in import_bank(file, prefix="ask-first-").drafts}
    for item in as_written(bank):
        if item["type"] == "scenario":
            continue
        expected, found = without(item, *LOST[target]), without(back[str(item["id"])])
        if found.get("scoring") == "all-or-nothing":
            found.pop("scoring")  # what an author need not write
        for extra in expected.get("extra", ()):  # type: ignore[attr-defined]
            extra.pop("feedback")
        if item["type"] == "short":
            # Each spelling without its spaces comes beside it.
            assert set(found["accept"]) >= set(expected["accept"])  # type: ignore[call-overload]
            found["accept"] = expected["accept"]
        assert found == expected


@pytest.mark.parametrize("target", sorted(LOST))
def test_nasty_texts_go_out_and_come_back(tmp_path: Path, target: str) -> None:
    bank = bank_of(nasty_items())
    chosen = next(found for found in TARGETS if found.id == target)
    file = tmp_path / f"bank.{chosen.ending}"
    file.write_bytes(chosen.write(bank))
    drafts = import_bank(file, prefix="ask-first-").drafts
    sent = questions_for(chosen, bank)
    assert len(drafts) == len(sent)
    for draft, question in zip(drafts, sent, strict=True):
        assert say(bank.view, str(draft.keys["stem"])).text == question.stem.text
        if isinstance(question, ShortQuestion):
            assert set(draft.keys["accept"]) >= {" ".join(text.split()) for text in question.accept}
        if isinstance(question, MatchQuestion):
            said = [(pair["left"], pair["right"], pair["feedback"]) for pair in draft.keys["pairs"]]
            texts = [tuple(say(bank.view, text).text for text in pair) for pair in said]
            assert texts == [(p.left.text, p.right.text, p.feedback.text) for p in question.pairs]


def command(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["import", *words, "--root", str(tmp_path)])


def test_the_quiz_file_is_yaml_and_says_what_is_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "theirs.gift").write_text(GIFT, "utf-8")
    answer = command(tmp_path, str(tmp_path / "theirs.gift"), "asking/ask-first")
    assert answer.exit_code == 0, answer.output
    assert "6 items from theirs.gift; 3 questions left out. To write: 6 × objective, 6 × level" in answer.output
    text = (tmp_path / "quizzes" / "asking" / "ask-first.en.yml").read_text("utf-8")
    document, findings = read_yaml("quiz", text)
    assert not findings
    assert document is not None
    assert len(document.value["items"]) == 6
    assert "# to write: objective: which objective of the lesson it tests" in text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xml", b"<quiz><question>", "no XML that can be read"),
        ("b.xml", b'<!DOCTYPE q [<!ENTITY a "aaaa">]><quiz>&a;</quiz>', "declares a document type"),
        ("c.xml", b"<html/>", "begins with <html>"),
        ("d.xml", b"<quiz>" + b"<a>" * 200 + b"</a>" * 200 + b"</quiz>", "more than 50 deep"),
        ("e.csv", b"foo,bar\n1,2\n", "no column of this table is called question"),
        ("f.txt", b"", "is empty"),
        ("g.pdf", b"%PDF", "ends in none of"),
        ("h.gift", b"\xff\xfe\x00", "neither as UTF-8"),
        ("i.gift", b"text only", "a description is no type of item"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_writes_nothing(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    answer = command(tmp_path, str(tmp_path / name), "asking/ask-first")
    assert answer.exit_code == 1
    assert said in answer.output + answer.stderr
    assert "Traceback" not in answer.output
    assert not (tmp_path / "quizzes").exists()


def test_a_quiz_that_is_there_already_stays(tmp_path: Path) -> None:
    quiz = tmp_path / "quizzes" / "asking" / "ask-first.en.yml"
    quiz.parent.mkdir(parents=True)
    quiz.write_text("mine", "utf-8")
    (tmp_path / "theirs.gift").write_text(GIFT, "utf-8")
    answer = command(tmp_path, str(tmp_path / "theirs.gift"), "asking/ask-first")
    assert answer.exit_code == 1
    assert "is there already" in answer.stderr
    assert quiz.read_text("utf-8") == "mine"
