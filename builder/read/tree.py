"""Which files there are: names normalised, clashes, names that some system refuses, and ways out of the folder."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from builder.model.finding import Finding, Place, finding
from builder.read import faults

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""


def list_files(root: Path, folder: str) -> tuple[dict[str, str], list[Finding]]:
    """The files below `root/folder`: {path in NFC with `/`: path as on the disk}, sorted, and what is wrong with names.

    Hidden files and editors' backups are passed over. Folders that are links are not entered.
    """
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    findings: list[Finding] = []
    for here, folders, names in os.walk(root / folder, onerror=_unreadable(root, findings)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        findings.extend(_linked_folders(root, Path(here), folders))
        for name in sorted(names):
            if name.startswith(".") or name.endswith(("~", ".swp", ".tmp", ".bak")):
                continue
            actual = (Path(here) / name).relative_to(root).as_posix()
            path = unicodedata.normalize("NFC", actual)
            refused = _refusal(path, _clash(path, taken), path in found)
            if refused:
                findings.append(refused)
            else:
                found[path] = actual
    return dict(sorted(found.items())), findings


def _clash(path: str, taken: dict[str, str]) -> str:
    """The path, or another one that some system takes for the same file or folder."""
    parts = path.split("/")
    for length in range(1, len(parts) + 1):
        here = "/".join(parts[:length])
        other = taken.setdefault(here.casefold(), here)
        if other != here:
            return other
    return path


def _refusal(path: str, other: str, twice: bool) -> Finding | None:
    """Why a file cannot be taken: its name cannot be printed, is a device's, or clashes with that of another file."""
    if not path.isprintable():
        shown = path.encode("ascii", "backslashreplace").decode("ascii")
        return finding(faults.NAME, Place(shown), "this file's name holds characters that cannot be shown")
    if any(_DEVICE.fullmatch(part) for part in path.split("/")):
        return finding(faults.NAME, Place(path), "Windows keeps this name for a device")
    if other != path or twice:
        message = f"this name differs from {other} only in capitals or in how Korean is composed"
        return finding(faults.COLLISION, Place(path), message)
    return None


def _unreadable(root: Path, findings: list[Finding]) -> Callable[[OSError], None]:
    """Notes a folder that cannot be opened; one that does not exist has nothing to list."""

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            path = Path(str(error.filename)).relative_to(root).as_posix()
            findings.append(finding(faults.NOT_A_FILE, Place(path), f"this folder cannot be read ({error.strerror})"))

    return note


def _linked_folders(root: Path, here: Path, folders: list[str]) -> list[Finding]:
    links = [name for name in folders if (here / name).is_symlink()]
    for name in links:
        folders.remove(name)
    return [
        finding(
            faults.OUTSIDE,
            Place((here / name).relative_to(root).as_posix()),
            "this folder is a link; links to folders are not followed",
        )
        for name in links
    ]
