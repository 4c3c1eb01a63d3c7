"""Which files there are: names normalised, clashes and ways out of the folder refused."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from builder.model.finding import Finding, Place, finding
from builder.read import faults


def list_files(root: Path, folder: str) -> tuple[dict[str, str], list[Finding]]:
    """The files below `root/folder`: {path in NFC with `/`: path as on the disk}, sorted, and what is wrong with names.

    Hidden files and editors' backups are passed over. Folders that are links are not entered.
    """
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    findings: list[Finding] = []
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        findings.extend(_linked_folders(root, Path(here), folders))
        for name in sorted(names):
            if name.startswith(".") or name.endswith(("~", ".swp", ".tmp", ".bak")):
                continue
            actual = (Path(here) / name).relative_to(root).as_posix()
            path = unicodedata.normalize("NFC", actual)
            other = taken.setdefault(path.casefold(), path)
            if other != path or path in found:
                findings.append(
                    finding(
                        faults.COLLISION,
                        Place(path),
                        f"this name differs from {other} only in capitals or in how Korean is composed",
                    )
                )
                continue
            found[path] = actual
    return dict(sorted(found.items())), findings


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
