"""Each reader takes a small good sample and names the fault in a bad one: else its silence would prove nothing."""

from __future__ import annotations

import pytest

from tests.readers.reading import Refused, gift

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
