"""Runs the page engine on a staged tree, and holds it to what was expected. The engine is the replaceable last step."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from builder.errors import EngineError
from builder.site.stage import Staged

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class _Warnings(logging.Handler):
    """Keeps what the engine warns of; the engine itself would exit 0."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def run_engine(staged: Staged, output: Path) -> None:
    """Builds the pages of `staged` into `output`. Raises `EngineError` on any warning, and on a page missing or too many."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    logger.propagate = False
    try:
        config = load_config(str(staged.config), site_dir=str(output))
        # Our theme stands alone (docs/decisions/003); the base theme would have its 14,000 icons listed for every tree.
        config.theme.dirs[1:-1] = []
        build(config)
    except MkDocsException as error:
        raise EngineError(f"The page engine stopped: {error}") from error
    finally:
        logger.removeHandler(warnings)
    if warnings.messages:
        raise EngineError("The page engine warns:\n  " + "\n  ".join(dict.fromkeys(warnings.messages)))
    compare_pages(staged, output)


def compare_pages(staged: Staged, output: Path) -> None:
    """Raises `EngineError` unless `output` holds exactly the expected pages (and the engine's own 404)."""
    written = {file.relative_to(output).as_posix() for file in output.rglob("*.html")} - {"404.html"}
    missing, extra = set(staged.pages) - written, written - set(staged.pages)
    if missing or extra:
        parts = [f"it did not write {', '.join(sorted(missing))}"] if missing else []
        parts += [f"it wrote {', '.join(sorted(extra))}, which nobody asked for"] if extra else []
        raise EngineError("The page engine wrote other pages than were staged: " + "; ".join(parts) + ".")
