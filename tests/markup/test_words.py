"""The interface words: the same keys, and the same gaps, in every language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

import builder
from builder.model.blocks import BLOCKS
from builder.model.law import Confidence

WORDS = Path(builder.__file__).parent / "words"
ROOMS = sorted(file.stem for file in (WORDS / "en").glob("*.yml"))


def read(language: str, room: str) -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load((WORDS / language / f"{room}.yml").read_text("utf-8"))
    return words


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", sorted(folder.name for folder in WORDS.iterdir() if folder.name != "en"))
def test_every_language_has_the_same_words_with_the_same_gaps(language: str, room: str) -> None:
    english, other = read("en", room), read(language, room)
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert isinstance(text, str) and isinstance(other[key], str), key
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", other[key])), key


def test_no_word_of_the_blocks_is_left_that_nothing_uses() -> None:
    home = Path(builder.__file__).parent
    code = "\n".join(file.read_text("utf-8") for file in home.rglob("*") if file.suffix == ".py")
    chosen = {choice for spec in BLOCKS.values() for option in spec.options.values() for choice in option.choices}
    by_data = {*BLOCKS, *chosen, *get_args(Confidence)}
    prefixes = ("role-", "pathway-", "teacher-", "language-", "topic-")
    left = [
        key
        for key in read("en", "blocks")
        if f"blocks.{key}" not in code and key not in by_data and not key.startswith(prefixes)
    ]
    assert sorted(set(left) - {"sms", "chat", "hours", "ages"}) == []
