"""The theme's style sheets and scripts as text, in the order in which the pages name them (`partials/files.html`)."""

from __future__ import annotations

import re
from importlib.resources import files

_THEME = files("builder") / "site" / "theme"
_LIST = re.compile(r"for part in \[([^\]]*)\]")


def style_parts() -> list[str]:
    """The texts of all style sheets."""
    return [_text(f"style/{name}.css") for name in _names(0)]


def script_parts(*prefixes: str) -> list[str]:
    """The texts of the deferred scripts whose names begin with one of `prefixes`."""
    return [_text(f"script/{name}.js") for name in _names(1) if name.startswith(prefixes)]


def _names(place: int) -> list[str]:
    listed = _LIST.findall((_THEME / "partials" / "files.html").read_text("utf-8"))
    return re.findall(r'"([^"]+)"', listed[place])


def _text(name: str) -> str:
    return (_THEME / "assets" / name).read_text("utf-8")
