"""`short`: a word or a few, typed by the pupil."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.model.base import Line
from builder.model.items.common import ItemBase, Written

_ROUND = re.compile(r"^[\s\"'“”‘’「」.,!?。…]+|[\s\"'“”‘’「」.,!?。…]+$")


def compared(text: str) -> str:
    """A short answer as it is compared: composed (NFC), without case, outer punctuation and white space.

    White space goes altogether, because spacing inside Korean compounds varies among people who know the word. The page's script
    does the same (`items/short.js`); a test holds both to one table.
    """
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return re.sub(r"\s+", "", _ROUND.sub("", composed))


class ShortItem(ItemBase):
    """A question answered with a word or a few; any accepted spelling is right."""

    type: Literal["short"] = Field(description="The pupil types a word or a few.")
    accept: tuple[Line, ...] = Field(
        min_length=1,
        max_length=20,
        description="Spellings that are right, the best first; it is the one the key shows. Case, spacing and how Korean is composed do not matter.",
    )
    feedback_right: Line = Field(description="Shown when the answer is one of these.")
    feedback_wrong: Line = Field(description="Shown when it is not: what to think of, without blame.")

    def accepts(self, typed: str) -> bool:
        """Whether the typed text is one of the accepted spellings, compared as `compared` says."""
        return compared(typed) in {compared(spelling) for spelling in self.accept}

    def texts(self) -> Iterator[Written]:
        """Every text of the item, the accepted spellings included."""
        yield from super().texts()
        for number, spelling in enumerate(self.accept):
            yield Written(("accept", number), spelling, "option")
        yield Written(("feedback_right",), self.feedback_right)
        yield Written(("feedback_wrong",), self.feedback_wrong)
