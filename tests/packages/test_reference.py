"""A teacher or an administrator looks up what a platform holds: the page says what the targets say.

LIKENESS_SNAPSHOTS=write makes the page anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.model.view import interface_words
from builder.packages import TARGETS, Target
from builder.packages.reference import platforms_page
from builder.packages.target import FEATURES, KEPT

PAGE = Path(__file__).parent.parent.parent / "docs" / "formats" / "platforms.md"
TYPES = FEATURES[:8]


def test_the_page_of_the_platforms_is_up_to_date() -> None:
    if os.environ.get("LIKENESS_SNAPSHOTS") == "write":
        PAGE.write_text(platforms_page(TARGETS), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == platforms_page(TARGETS)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
def test_every_loss_names_a_feature_and_has_words_in_every_language(target: Target) -> None:
    for key, means in target.losses.items():
        kind, _, feature = key.rpartition("/")
        assert feature in FEATURES
        assert kind in ("", *TYPES)
        for language in ("en", "ko"):
            assert means == KEPT or interface_words(language, "packages")[f"how-{means.how}"]
    for language in ("en", "ko"):
        words = interface_words(language, "packages")
        assert words[target.id]
        assert words[f"{target.id}-where"].endswith(".")


def test_no_two_targets_share_an_id_or_an_ending() -> None:
    assert len({target.id for target in TARGETS}) == len(TARGETS)
    assert len({target.ending for target in TARGETS}) == len(TARGETS)
