"""A zip file that is the same for the same parts: no clock, no owner, names in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can name."""


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts, by name with `/`, as a compressed zip file. Names are UTF-8."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on Windows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return made.getvalue()
