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
    right, wrong = (player.play(CHOICE.encode(), choice) for choice in ("ask", "fun"))
    assert right.asked == "May I pass it on? <b> 한글 If they agree If it is funny"
    assert (right.score, right.feedback) == (1, ["Right."])
    assert (wrong.score, wrong.feedback) == (0, ["Ask first."])


def test_a_key_that_is_wrong_shows_itself(player: QtiPlayer) -> None:
    wrong_key = CHOICE.replace("<value>ask</value>", "<value>fun</value>")
    assert player.play(wrong_key.encode(), "ask").score == 0


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (CHOICE.replace('identifier="ask">If', 'identifier="other">If'), "waiting for locator"),
        (
            CHOICE.replace('cardinality="single" baseType="identifier">', 'cardinality="many">'),
            "unexpected cardinality",
        ),
    ],
    ids=["a choice without its name", "a cardinality that does not exist"],
)
def test_an_item_that_cannot_be_played_is_refused(player: QtiPlayer, item: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        player.play(item.encode(), "ask")
