"""Publishing whole or not at all: what was published before stays whole until the new output is complete.

The new output is written into a draft folder beside the old one; then the two exchange their names in one step of the
file system. A build that fails, is stopped or is killed at any moment leaves the old output as it was. Where the file
system knows no such exchange two renames do it, and a kill between them is mended when the next build starts.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from builder.errors import OutputError

MARKER = ".likeness-output"
_MARKER_TEXT = "Written by likeness: each build replaces this whole folder.\n"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def publishing(out: Path, *, durable: bool = True) -> Iterator[Path]:
    """Give an empty draft folder; when the block ends well its content becomes `out`, in one step.

    `out` may be missing, empty, or an output of ours. With `durable` the disk has everything before the names change,
    so that a power cut leaves the old or the new output, never a half; a preview can do without. Raises `OutputError`
    when `out` is something else, cannot be written, or another build is writing to it.
    """
    out = Path(os.path.realpath(out))
    _refuse_what_is_not_ours(out)
    with _plain_faults(out), _locked(out):
        _mend_what_a_kill_left(out)
        draft = _beside(out, "draft")
        try:
            draft.mkdir()
            (draft / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
            yield draft
            if durable:
                _flush(draft)
            _put_in_place(draft, out)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _beside(out: Path, role: str) -> Path:
    """A hidden neighbour of `out`, so that renaming never leaves the file system."""
    return out.with_name(f".{out.name}.{role}")


def _refuse_what_is_not_ours(out: Path) -> None:
    """Only a folder that is missing, empty or carries our marker is ever replaced."""
    if not out.name:
        raise OutputError(f'"{out}" cannot be replaced by an output; choose a folder of its own, e.g. "site".')
    if not os.path.lexists(out):
        return
    if not out.is_dir():
        raise OutputError(
            f'"{out.name}" is a file, and the output needs a folder; rename the file or choose another --out.'
        )
    try:
        strange = not (out / MARKER).is_file() and any(out.iterdir())
    except OSError as error:
        raise OutputError(f'"{out.name}" cannot be read ({error.strerror}); choose another --out.') from error
    if strange:
        raise OutputError(
            f'"{out.name}" holds files that likeness did not write, and would be replaced as a whole;'
            " choose an empty or new folder with --out."
        )


@contextmanager
def _plain_faults(out: Path) -> Iterator[None]:
    """What the file system refuses about the output becomes one sentence; other faults are not ours to explain."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL and not _speaks_of(error, out):
            raise
        raise OutputError(f"{_sentence(error, out)} What was published before is unchanged.") from error


def _sentence(error: OSError, out: Path) -> str:
    """What is wrong with the place of the output, and what to do."""
    if error.errno in _FULL:
        return f'There is no room on the disk for "{out.name}"; make room and build again.'
    if error.errno in (errno.EBUSY, errno.EXDEV):
        return f'"{out.name}" is a disk of its own and cannot be replaced; choose a folder inside it with --out.'
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f'"{error.filename}" is a file where a folder is needed; choose another --out.'
    return f'"{out.name}" cannot be written in "{out.parent}" ({error.strerror}); choose another --out.'


def _speaks_of(error: OSError, out: Path) -> bool:
    """Whether the fault is about `out`, a folder above it, or one of its neighbours of ours."""
    if not isinstance(error.filename, (str, Path)):
        return False
    named = Path(error.filename)
    if error.errno == errno.EEXIST and named.is_dir():
        return False  # somebody's mistake in the program: a folder is what was wanted
    ours = [out, *(_beside(out, role) for role in ("draft", "former", "lock"))]
    return out.is_relative_to(named) or any(named.is_relative_to(path) for path in ours)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold the lock of `out`, which names its owner; the system frees it when the owner dies, however that happens."""
    out.parent.mkdir(parents=True, exist_ok=True)
    lock = _beside(out, "lock")
    held = _take(lock, out)
    try:
        owner = f"process {os.getpid()}, since {datetime.now():%H:%M:%S}"
        os.ftruncate(held, 0)
        os.pwrite(held, owner.encode(), 0)
        yield
    finally:
        # While it is still held: who waits for the old file sees below that it is no longer the one in the folder.
        lock.unlink(missing_ok=True)
        _held.discard(held)
        os.close(held)


_held: set[int] = set()
"""Descriptors of the locks this process holds. A forked child must not keep them: the lock is the build's, and ends with it."""


def _let_go_in_child() -> None:
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go_in_child)


def _take(lock: Path, out: Path) -> int:
    """Open and lock the file; gives its descriptor, or refuses with the owner's name."""
    while True:
        held = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.pread(held, 200, 0).decode("utf-8", "replace") or "it has just begun"
            os.close(held)
            raise OutputError(f'another build is writing to "{out.name}" ({owner}); wait for it to end.') from None
        except OSError:
            os.close(held)
            raise
        if _is_still(lock, held):
            _held.add(held)
            return held
        os.close(held)


def _is_still(lock: Path, held: int) -> bool:
    """Whether the locked file is the one in the folder, and not one that its owner has just removed."""
    try:
        return os.path.samestat(os.stat(lock), os.fstat(held))
    except FileNotFoundError:
        return False


def _mend_what_a_kill_left(out: Path) -> None:
    """A killed build may leave a draft, and between two renames the old output under another name."""
    former = _beside(out, "former")
    if former.exists() and not out.exists():
        former.rename(out)
    for left in (_beside(out, "draft"), former):
        if left.exists():
            shutil.rmtree(left)


def _put_in_place(draft: Path, out: Path) -> None:
    """Make the draft the output; the old output, if there was one, ends where the draft was and is removed there."""
    if not out.exists():
        draft.rename(out)
    elif not _exchange(draft, out):
        former = _beside(out, "former")
        out.rename(former)
        try:
            draft.rename(out)
        except BaseException:
            former.rename(out)
            raise
        shutil.rmtree(former, ignore_errors=True)
    _flush_names(out.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders exchange their names in one step; false where the system or the file system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    here = -100  # AT_FDCWD
    try:
        if sys.platform == "darwin":
            refused = library.renamex_np(*names, 2)  # RENAME_SWAP
        else:
            refused = library.renameat2(here, names[0], here, names[1], 2)  # RENAME_EXCHANGE
    except AttributeError:
        return False
    if refused and (code := ctypes.get_errno()) in (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS):
        raise OSError(code, os.strerror(code), str(other))
    return not refused


def _flush(draft: Path) -> None:
    """Have the disk write the draft. Once for the file system: one call a file costs seconds for a thousand files."""
    place = os.open(draft, os.O_RDONLY)
    try:
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is None:
            os.sync()
        elif syncfs(place):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(draft))
    finally:
        os.close(place)


def _flush_names(folder: Path) -> None:
    """Have the disk write the new names; file systems that cannot do that for a folder say so, and no harm is done."""
    place = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(place)
    os.close(place)
