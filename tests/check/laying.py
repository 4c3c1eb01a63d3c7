"""Lays small files over the base curriculum, so that a test shows only what is wrong in it.

A file of a fixture replaces that of the base. `name.gone` takes a file away. `name.edit` changes lines: those that begin with
`-` are found in the base and replaced by those with `+`; a line with `~` begins the next change.
"""

from __future__ import annotations

import shutil
from pathlib import Path

BASE = Path(__file__).parent / "base"


def lay(over: Path, root: Path) -> Path:
    """A copy of the base curriculum at `root` with the fixture `over` laid over it."""
    shutil.copytree(BASE, root)
    for file in sorted(path for path in over.rglob("*") if path.is_file()) if over.is_dir() else ():
        target = root / file.relative_to(over)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".gone":
            target.with_suffix("").unlink()
        elif file.suffix == ".edit":
            edited = target.with_suffix("")
            edited.write_text(
                edit(edited.read_text(encoding="utf-8"), file.read_text(encoding="utf-8")), encoding="utf-8"
            )
        else:
            shutil.copyfile(file, target)
    return root


def edit(text: str, changes: str) -> str:
    """`text` with the changes of an `.edit` file; `AssertionError` where a change does not find its place."""
    for change in changes.removesuffix("\n").split("\n~\n"):
        lines = change.split("\n")
        old = "".join(line[1:] + "\n" for line in lines if line.startswith("-"))
        new = "".join(line[1:] + "\n" for line in lines if line.startswith("+"))
        assert old and f"\n{old}" in f"\n{text}", f"the base has no lines\n{old}"
        before, after = f"\n{text}".split(f"\n{old}", 1)
        text = f"{before}\n{new}{after}"[1:]
    return text
