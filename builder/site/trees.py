"""Makes the trees of pages, or takes them from the last build when nothing they show has changed."""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import builder
from builder.site.engine import run_engine
from builder.site.finish import finish
from builder.site.leaks import refuse_leaks
from builder.site.stage import Staged

_KEY, _BUILT = "key", "built"


@dataclass(frozen=True)
class Job:
    """A tree to make: what is staged, a digest of what its pages show beside the staged text, and where it goes."""

    staged: Staged
    material: str
    target: Path


def make_trees(jobs: list[Job], tell: Callable[[int, int], None]) -> int:
    """Makes the trees; returns how many the engine had to build. The others come from the last build.

    A built tree is kept beside the staged one under a digest of everything it was made from. `tell` is told how many of the
    trees to build are done, and of how many. Raises `EngineError` as `run_engine`, `finish` and `refuse_leaks` do.
    """
    keys = [tree_key(job.staged, job.material) for job in jobs]
    wanted = [(job, key) for job, key in zip(jobs, keys, strict=True) if not _is_kept(job.staged, key)]
    for done, _ in enumerate(_each_built(wanted), 1):
        tell(done, len(wanted))
    for job in jobs:
        shutil.copytree(job.staged.folder / _BUILT, job.target, dirs_exist_ok=True)
    return len(wanted)


def _each_built(wanted: list[tuple[Job, str]]) -> Iterator[None]:
    """Builds the trees, as many at once as there are processors.

    Linux alone: a child takes over the curriculum that is already read by being forked, which elsewhere is slow or unsafe.
    """
    if len(wanted) < 2 or sys.platform != "linux":
        yield from map(_build, *zip(*wanted, strict=True)) if wanted else ()
        return
    _forked[:] = wanted
    processes = min(len(wanted), os.cpu_count() or 1)
    with ProcessPoolExecutor(processes, get_context("fork"), _die_with, (os.getpid(),)) as pool:
        yield from pool.map(_build_forked, range(len(wanted)))


_forked: list[tuple[Job, str]] = []
"""What the children build: set before they are forked, so that nothing has to be sent to them but a number."""


def _die_with(parent: int) -> None:
    """In a child: end when the build is killed; it would wait for work for ever, and hold the lock of the output."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(1)


def _build_forked(number: int) -> None:
    _build(*_forked[number])


def _build(job: Job, key: str) -> None:
    """Lets the engine build a tree, finishes it, looks for leaks and keeps it under its key; a tree that fails is not kept."""
    kept, key_file = job.staged.folder / _BUILT, job.staged.folder / _KEY
    key_file.unlink(missing_ok=True)
    shutil.rmtree(kept, ignore_errors=True)
    run_engine(job.staged, kept)
    finish(kept, job.staged.view)
    if job.staged.view.audience == "student":
        refuse_leaks(kept, job.staged.view)
    key_file.write_text(key, "utf-8")


def _is_kept(staged: Staged, key: str) -> bool:
    key_file = staged.folder / _KEY
    return key_file.is_file() and key_file.read_text("utf-8") == key and (staged.folder / _BUILT).is_dir()


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
