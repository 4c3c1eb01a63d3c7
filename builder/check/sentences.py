"""Sentences, words and syllables: what a reading level is counted from.

Counted here and not by textstat, whose import alone takes longer than a whole check; a test holds both to the same grade.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(r"""(?<=[.!?…。])(["'”’»)\]]*)\s+|(?<!\s)\s++[·|]\s+""")
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|e\.g|i\.e|vs|No)\.(?=\s)")
_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9][\w'’-]*")
_LETTER = re.compile(r"[^\W_]")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"""
      [^aeiouyl]e$ | [aeiouy]le$ | [gq]ue$               # make, rule, league; but: table
    | (?:[^aeiouylsxzcgh]|[aeiouy]l)es$ | [^aeiouytd]ed$    # makes, rules, asked; but: pushes, posted
    | ^(?:some|every|base|else|home|life|time|safe|name|there|where|face|here|like|care|use|hope)(?=[bcdfglmnptvw]|one)
    """,
    re.VERBOSE,
)
"""An e that is written and not spoken."""
_APART = re.compile(
    r"(?<![tscgx])i[aou]|[^q]ua(?!r)|eo(?=g|l|n|$)|[aeiouy]ing|ie[rs]t?$(?<=r)|[qcs]uiet|quiet|scien|client|ism|rea[tl]i|oya|rean"
)
"""Vowels that are written together and spoken apart."""
_NOT = re.compile(r"[sd]n['’]t$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a plain text: where it begins and ends there."""

    begin: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """The sentences of a plain text; a piece without a word is none."""
    masked = _ABBREVIATION.sub(lambda match: match.group()[:-1] + "\u2024", text) if "." in text else text
    found: list[Sentence] = []
    begin = 0
    for match in (*_END.finditer(masked), None):
        end = match.start() + len(match[1] or "") if match else len(text)
        piece = text[begin:end]
        lead = len(piece) - len(piece.lstrip())
        if _LETTER.search(piece):
            found.append(Sentence(begin + lead, begin + len(piece.rstrip()), piece.strip()))
        begin = match.end() if match else end
    return found


def words(text: str, language: str) -> list[str]:
    """The words of a sentence; in Korean the 어절, which white space parts."""
    if language == "ko":
        return [piece for piece in text.split() if _LETTER.search(piece)]
    return _WORD.findall(text)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of an English word, counted by its vowels; right for most words, and even over a page."""
    lower = word.lower()
    letters = re.sub(r"['’]s?\b|[^a-z]", "", lower)
    if len(letters) <= 2:
        return 1
    count = len(_VOWELS.findall(letters)) + len(_APART.findall(letters)) - len(_SILENT.findall(letters))
    return max(1, count + bool(_NOT.search(lower)))


def grade(sentence_count: int, spoken: list[str]) -> float:
    """The Flesch-Kincaid grade of a text of so many sentences and these words."""
    if not sentence_count or not spoken:
        return 0.0
    return 0.39 * len(spoken) / sentence_count + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
