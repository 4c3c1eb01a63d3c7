"""A piece that would be too long is printed in its fullest draft that fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builder.handouts.press import CLOSE, HOPELESS, _first_that
from builder.model.curriculum import Curriculum
from tests.handouts.small import piece, with_body

ACTIVITY = (
    "/// activity | {title}\n    id: {title}\n    minutes: 5\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n\n"
)


@given(st.lists(st.floats(0.2, 3), min_size=1, max_size=12), st.integers(0, 12))
def test_the_first_draft_that_fits_is_found_of_those_worth_a_trial_or_else_the_last(
    lengths: list[float], first: int
) -> None:
    lengths.sort(reverse=True)
    asked: list[int] = []

    def fits(number: int) -> bool:
        asked.append(number)
        return number >= first

    found = _first_that(fits, lengths.__getitem__, len(lengths) - 1)
    hopeless = sum(length > HOPELESS for length in lengths)
    assert found == min(max(first, hopeless), len(lengths) - 1)
    assert found in asked, "what is kept was made"
    guess = next((number for number, length in enumerate(lengths) if length <= CLOSE), len(lengths) - 1)
    assert len(set(asked)) <= abs(found - guess) + 2
    assert not [number for number in asked if number < hopeless and number != len(lengths) - 1]


def test_nothing_is_reckoned_where_any_length_will_do() -> None:
    assert _first_that(lambda number: True, lambda number: 0, 2) == 0


def test_a_short_lesson_keeps_its_lists_and_frames(curriculum: Curriculum) -> None:
    from builder.handouts.press import Press

    body = ACTIVITY.format(title="Talk", body="Three ways:\n\n- one\n- two\n\n/// support\n\nA frame.\n\n///")
    wanted = piece(with_body(curriculum, body), "handout")
    sheets, advice = Press().print(wanted)
    assert (sheets.pages, advice) == (2, "") or (sheets.pages, advice) == (1, "")


def test_a_lesson_that_cannot_be_made_short_says_so_with_its_file(curriculum: Curriculum) -> None:
    from builder.handouts.press import Press

    story = "/// scenario | A story\n\n" + "Somebody says something. " * 120 + "\n\n///\n\n"
    changed = with_body(curriculum, ACTIVITY.format(title="Talk", body=story * 12))
    wanted = piece(changed, "handout")
    sheets, advice = Press().print(wanted)
    path = next(iter(changed.lessons.values())).path
    assert sheets.pages > 4
    assert advice.startswith(f"{path}: the handout takes {sheets.pages} pages and should take 4")
