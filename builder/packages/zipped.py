"""Zip files that are the same bytes whenever the same files go in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time a zip file can hold; every entry has it."""

_READABLE = 0o644 << 16


def zipped(files: Mapping[str, str | bytes], first: str = "") -> bytes:
    """A zip file of `files` (name with `/` to content; text becomes UTF-8), sorted by name, one name before all if wished.

    Raises `ValueError` for a name that some system would unpack elsewhere: absolute, with `..`, or with a backslash.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            _refuse_wandering(name)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _READABLE
            content = files[name]
            archive.writestr(entry, content.encode() if isinstance(content, str) else content, compresslevel=9)
    return buffer.getvalue()


def rezipped(archive: bytes, replaced: Mapping[str, str | bytes] | None = None, first: str = "") -> bytes:
    """The same files as in `archive`, some replaced, without its times and its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        files: dict[str, str | bytes] = {
            entry.filename: old.read(entry) for entry in old.infolist() if not entry.is_dir()
        }
    return zipped(files | dict(replaced or {}), first)


def _refuse_wandering(name: str) -> None:
    if not name or name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise ValueError(f"no name for a file in a package: {name!r}")
