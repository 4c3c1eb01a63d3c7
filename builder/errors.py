"""The faults a person can mend. Each is one sentence for the reader; none is ever shown as a traceback."""

from __future__ import annotations


class LikenessError(Exception):
    """A fault that stops the run. `str(error)` is one clear sentence that also says how to mend it."""


class SourceError(LikenessError):
    """A source file that cannot be read at all (missing, too large, wrong encoding, outside the folder)."""


class EngineError(LikenessError):
    """The page engine refused the staged tree or wrote other pages than were expected."""


class OutputError(LikenessError):
    """The output cannot be written; what was published before is untouched."""
