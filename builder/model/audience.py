"""Who reads: pupils or teachers."""

from __future__ import annotations

from typing import Literal

Audience = Literal["student", "teacher"]
AUDIENCES: tuple[Audience, ...] = ("student", "teacher")
