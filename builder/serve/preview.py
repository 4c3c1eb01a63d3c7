"""The preview: builds once, serves, and builds again after each change until somebody stops it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from types import FrameType

from builder.errors import LikenessError
from builder.serve.server import Preview
from builder.serve.watch import Watch


def serve(
    root: Path,
    site: Path,
    build: Callable[[], bool],
    *,
    say: Callable[[str], None],
    port: int = 8000,
    also: Iterable[Path] = (),
) -> None:
    """Serve `site`, built from the curriculum in `root`, until the person stops it.

    `build` builds the site, prints its findings itself, and says whether it published anything; the pages of the last
    good build stay when it did not. `also` are further folders to watch. `say` prints a line. Raises `OutputError`
    when the port is taken.
    """
    with Preview(site, port) as preview, Watch(root, also) as watch:
        threading.Thread(target=preview.serve_forever, args=(0.05,), daemon=True).start()
        _stop_kindly(watch)
        _built(build, say)
        say(f"The site is at {preview.address} and is built again after each change. Ctrl-C stops it.")
        watch.changes(lambda changed: _build_again(build, preview, changed, say))
        preview.shutdown()


def _build_again(
    build: Callable[[], bool], preview: Preview, changed: list[PurePath], say: Callable[[str], None]
) -> None:
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    say(f"Changed: {changed[0]}{more}")
    if _built(build, say):
        preview.announce()


def _built(build: Callable[[], bool], say: Callable[[str], None]) -> bool:
    """Whether there is a new site; a fault of the sources ends a build, and not the preview."""
    try:
        return build()
    except LikenessError as fault:
        say(f"likeness: {fault}")
        return False


def _stop_kindly(watch: Watch) -> None:
    """Ctrl-C or the end of the terminal lets a running build end, then stops."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        watch.stop_waiting()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
