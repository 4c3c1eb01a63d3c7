"""The QTI player marks, answers back and refuses: else its silence would prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.readers.qti import QtiPlayer, qti_player
from tests.readers.reading import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CHOICE = """<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="photo" title="photo" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>ask</value></correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
  <itemBody>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
      <prompt>May I pass it on? &lt;b&gt; 한글</prompt>
      <simpleChoice identifier="ask">If they agree</simpleChoice>
      <simpleChoice identifier="fun">If it is funny</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <responseProcessing>
    <responseCondition>
      <responseIf>
        <match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
        <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf>
      <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse>
    </responseCondition>
    <setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>
  </responseProcessing>
  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="ask" showHide="show"><p>Right.</p></modalFeedback>
  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="fun" showHide="show"><p>Ask first.</p></modalFeedback>
</assessmentItem>
"""


@pytest.fixture(scope="module")
def player(readers: Path, chromium: Browser) -> Iterator[QtiPlayer]:
    with qti_player(chromium) as opened:
        yield opened


def test_a_choice_is_marked_and_answered_by_itself_alone(player: QtiPlayer) -> None:
    assert player.show(CHOICE.encode()) == ["May I pass it on? <b> 한글", "If they agree", "If it is funny"]
    played = player.answer("ask", "fun", "ask")
    assert [one.score for one in played] == [1, 0, 1]
    assert [one.feedback for one in played] == [["Right."], ["Ask first."], ["Right."]]


def test_a_pupil_clicks_one_choice(player: QtiPlayer) -> None:
    player.show(CHOICE.encode())
    played = player.click("fun", "ask")
    assert (played.variables["RESPONSE"], played.score) == ("ask", 1)


def test_a_key_that_is_wrong_shows_itself(player: QtiPlayer) -> None:
    player.show(CHOICE.replace("<value>ask</value>", "<value>fun</value>").encode())
    assert [one.score for one in player.answer("ask", "fun")] == [0, 1]


def test_a_cardinality_that_does_not_exist_is_refused(player: QtiPlayer) -> None:
    player.show(CHOICE.replace('cardinality="single" baseType="identifier">', 'cardinality="many">').encode())
    with pytest.raises(Refused, match="unexpected cardinality"):
        player.answer("ask")


def test_what_is_no_item_is_refused(player: QtiPlayer) -> None:
    with pytest.raises(Refused):
        player.show(b"<assessmentTest xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'/>")
