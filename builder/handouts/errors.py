"""The one fault of the print view."""

from __future__ import annotations

from builder.errors import LikenessError


class TypesetError(LikenessError):
    """A piece that cannot be typeset. The text is one sentence that names the author's file, with the line where it is known."""
