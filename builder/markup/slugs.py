"""The ids of headings: Korean ones read like the heading, not like `_12`."""

from __future__ import annotations

from pymdownx.slugs import slugify


def heading_slug(text: str, separator: str = "-") -> str:
    """The id of a heading before it is made unique: lower case, letters of any alphabet kept, the rest joined by `separator`."""
    return str(slugify(case="lower")(text, separator))
