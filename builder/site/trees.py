"""Makes one tree of pages for an audience and a language, or takes it from the last build when nothing it shows has changed."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path

import builder
from builder.site.engine import run_engine
from builder.site.finish import finish
from builder.site.stage import Staged

_KEY = "key"


def make_tree(staged: Staged, material: str, target: Path) -> bool:
    """Builds the staged tree into `target`; returns whether the engine had to run.

    `material`: a digest of what the pages show beside the staged text (registers, quizzes). The built tree is kept beside
    the staged one under a digest of everything it was made from.
    """
    kept, key_file = staged.folder / "built", staged.folder / _KEY
    key = tree_key(staged, material)
    fresh = not (key_file.is_file() and key_file.read_text("utf-8") == key and kept.is_dir())
    if fresh:
        key_file.unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
        run_engine(staged, kept)
        finish(kept, staged.view)
        key_file.write_text(key, "utf-8")
    shutil.copytree(kept, target, dirs_exist_ok=True)
    return fresh


def tree_key(staged: Staged, material: str) -> str:
    """A digest of all that decides what the built tree holds."""
    digest = hashlib.sha256()
    for part in (material, program_digest(), staged.config.read_text("utf-8")):
        digest.update(part.encode("utf-8"))
    docs = staged.folder / "docs"
    for file in sorted(docs.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(docs).as_posix().encode("utf-8") + b"\0" + file.read_bytes())
    return digest.hexdigest()


@cache
def program_digest() -> str:
    """A digest of this program and of the versions of what it builds with."""
    digest = hashlib.sha256()
    for package in ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions"):
        digest.update(f"{package}=={version(package)}\n".encode())
    home = Path(builder.__file__).parent
    for file in sorted(home.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and "fonts" not in file.parts:
            digest.update(file.read_bytes())
    return digest.hexdigest()
