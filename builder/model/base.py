"""The ground of every model: frozen, nothing unknown, and the few types that all rooms share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z0-9-]{1,60}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""An id that is safe as a file name, an address and an HTML id on every system: `[a-z0-9-]`, 1 to 60 characters."""

Language = str
"""A language code as in file names: `en`, `ko`."""

Words = dict[Language, str]
"""The same text in several languages: `{en: ..., ko: ...}`."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
"""A text that must not be empty."""


class Frozen(BaseModel):
    """A record of the curriculum: immutable, and refusing any key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
